package org.migrationadvisor.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFiles;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleIds;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.SafeText;

/** A rule to begin with: the rule, its cases and, for a new code, its entries in the catalogue and in each language. */
public final class NewRule {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9]*");
    private static final String CATALOGUE = "recommendations.yaml";

    private NewRule() {}

    /**
     * Begins a rule.
     *
     * @param id such as {@code TIM-060}
     * @param code what it is to recommend; null for a new code made of the id
     * @param topic the folder; null for that of the rules with the same letters
     * @throws NewFiles.RefusedException if the id is used or none, or a file is in the way
     * @throws RulebookException if the folder does not load as it is
     */
    public static NewFiles in(RulesFolder folder, String id, @Nullable String code, @Nullable String topic)
            throws NewFiles.RefusedException {
        Objects.requireNonNull(id, "id");
        Rulebook rulebook = Rulebook.load(folder);
        requireFree(rulebook, id);
        String named = code == null ? "RULE_" + id.replace('-', '_') : code;
        if (!CODE.matcher(named).matches()) {
            throw new NewFiles.RefusedException("--code: found " + SafeText.quoted(named)
                    + ", expected capital letters, digits and _" + "\nfor example WAIT_FOR_EXPIRY");
        }
        String chosen = topic == null ? topicOf(rulebook, id) : topic;
        if (!TOPIC.matcher(chosen).matches()) {
            throw new NewFiles.RefusedException("--topic: found " + SafeText.quoted(chosen)
                    + ", expected small letters and digits" + "\nfor example timing");
        }
        String base = chosen + "/" + id.toLowerCase(Locale.ROOT);
        Map<String, String> created = new LinkedHashMap<>();
        created.put(base + ".drl", rule(id, named, chosen));
        created.put(base + ".cases.yaml", cases(id));
        Map<String, String> changed = rulebook.codes().containsKey(named) ? Map.of() : entries(folder, rulebook, named);
        NewFiles files = new NewFiles(created, changed).notIn(folder);
        Rulebook.load(files.addedTo(folder));
        return files;
    }

    static void requireFree(Rulebook rulebook, String id) throws NewFiles.RefusedException {
        if (!RuleIds.isId(id)) {
            throw new NewFiles.RefusedException("found the id " + SafeText.quoted(id)
                    + ", expected two to six capital letters, a hyphen and three digits\nfor example TIM-060");
        }
        List<String> used = rulebook.allRules().stream().map(RuleDefinition::id).toList();
        for (RuleDefinition rule : rulebook.allRules()) {
            if (rule.id().equals(id)) {
                throw new NewFiles.RefusedException(
                        "found the id " + id + ", which " + rule.file().name() + ":" + rule.line()
                                + " has, expected one that is free\nThe next free id is " + RuleIds.nextFree(id, used));
            }
        }
    }

    /** The folder of the rules whose ids have the same letters. */
    private static String topicOf(Rulebook rulebook, String id) throws NewFiles.RefusedException {
        TreeSet<String> topics = new TreeSet<>();
        TreeSet<String> letters = new TreeSet<>();
        for (RuleDefinition rule : rulebook.allRules()) {
            letters.add(RuleIds.letters(rule.id()));
            String file = rule.file().name();
            if (RuleIds.letters(rule.id()).equals(RuleIds.letters(id)) && file.indexOf('/') > 0) {
                topics.add(file.substring(0, file.indexOf('/')));
            }
        }
        if (topics.size() != 1) {
            throw new NewFiles.RefusedException(
                    "found no topic for the letters " + RuleIds.letters(id) + ", expected one of "
                            + String.join(", ", letters) + "\nMaybe it is a new one: name its folder with --topic");
        }
        return topics.first();
    }

    private static String rule(String id, String code, String topic) {
        return """
                // Concern: ??? what this is about, in one line.
                // Reads:   Subscription.   Source: ??? the rule of the domain.
                package %1$s;

                rule "%2$s ??? say in one sentence when %2$s advises what"
                    @source( "??? the page and its year" )
                when
                    // the conditions, one on each line; until they are there, the rule fires for no real subscription
                    $original : Subscription( id == "???" )
                then
                    recommend( %3$s, $original );
                end
                """.formatted(topic, id, code);
    }

    private static String cases(String id) {
        return """
                # Each rule has a case in which it fires, one in which it stays silent, and two beside its boundary.

                given:
                  asOf: 2026-11-20
                  customer: { relationship: accepted }
                  subscription:
                    program: ea
                    offerId: SPE_E3
                    seats: 25
                    assignedSeats: 20
                    status: active
                    endDate: 2027-06-30
                    autoRenew: no

                cases:
                  - name: "??? say why %1$s fires"
                    subscription: { subscriptionId: "???" }
                    fires: [%1$s]

                  - name: "??? say why %1$s stays silent"
                    fires: []

                  - name: "??? say what is just inside the boundary of %1$s"
                    subscription: { subscriptionId: "???" }
                    fires: [%1$s]

                  - name: "??? say what is just outside the boundary of %1$s"
                    fires: []
                """.formatted(id);
    }

    /** The catalogue and the messages of each language with an entry for a new code. */
    private static Map<String, String> entries(RulesFolder folder, Rulebook rulebook, String code)
            throws NewFiles.RefusedException {
        Map<String, String> changed = new LinkedHashMap<>();
        int order = rulebook.codes().values().stream()
                .mapToInt(each -> each.order())
                .max()
                .orElse(0);
        SourceFile catalogue = Objects.requireNonNull(folder.file(CATALOGUE));
        changed.put(
                CATALOGUE,
                ended(catalogue.text())
                        + "\n# ??? choose who acts, how severe it is and when it must be done\n"
                        + code + ": { severity: info, actor: partner, order: " + (order + 10) + " }\n");
        List<SourceFile> languages = new ArrayList<>(folder.filesEnding(".yaml"));
        languages.removeIf(file ->
                !file.name().startsWith(RulesFiles.MESSAGES) || file.name().endsWith(".cases.yaml"));
        for (SourceFile language : languages) {
            changed.put(language.name(), withText(language, code));
        }
        return changed;
    }

    private static String withText(SourceFile language, String code) throws NewFiles.RefusedException {
        Yaml.Entry root = Objects.requireNonNull(new Yaml(language, new Problems()).root(), "root");
        Yaml.Entry messages = root.entries(List.of("words", "messages")).get("messages");
        if (messages == null || !messages.isBlock()) {
            throw new NewFiles.RefusedException(
                    language.name() + ": found no block `messages:` to add a text to, expected one" + "\nAdd " + code
                            + " to recommendations.yaml and to the messages by hand, then try again");
        }
        int end = messages.endOfBlock();
        String before = ended(language.text().substring(0, end).stripTrailing());
        String behind = language.text().substring(end).stripLeading();
        return before + "\n  " + code + ": \"??? say what to do, for a person\"\n"
                + (behind.isEmpty() ? "" : "\n" + behind);
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
