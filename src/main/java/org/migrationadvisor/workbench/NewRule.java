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

/**
 * A rule to begin with: the rule, its cases and, for a new code, its entries in the catalogue and in each language. The
 * folder loads with it and its cases pass; what a person has to write is marked with {@code ???}.
 *
 * @param created the new files with their text, by path relative to the rules folder
 * @param changed the files that are longer now, with their whole new text
 */
public record NewRule(Map<String, String> created, Map<String, String> changed) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9]*");
    private static final String CATALOGUE = "recommendations.yaml";

    /** Thrown where no rule can begin so. The message says what was found and what was expected. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Begins a rule.
     *
     * @param id such as {@code TIM-060}
     * @param code what it is to recommend; null for a new code made of the id
     * @param topic the folder; null for that of the rules with the same letters
     * @throws RefusedException if the id is used or none, or a file is in the way
     * @throws RulebookException if the folder does not load as it is
     */
    public static NewRule in(RulesFolder folder, String id, @Nullable String code, @Nullable String topic)
            throws RefusedException {
        Objects.requireNonNull(id, "id");
        Rulebook rulebook = Rulebook.load(folder);
        requireFree(rulebook, id);
        String named = code == null ? "RULE_" + id.replace('-', '_') : code;
        if (!CODE.matcher(named).matches()) {
            throw new RefusedException("--code: found " + SafeText.quoted(named)
                    + ", expected capital letters, digits and _" + "\nfor example WAIT_FOR_EXPIRY");
        }
        String chosen = topic == null ? topicOf(rulebook, id) : topic;
        if (!TOPIC.matcher(chosen).matches()) {
            throw new RefusedException("--topic: found " + SafeText.quoted(chosen)
                    + ", expected small letters and digits" + "\nfor example timing");
        }
        String base = chosen + "/" + id.toLowerCase(Locale.ROOT);
        Map<String, String> created = new LinkedHashMap<>();
        created.put(base + ".drl", rule(id, named, chosen));
        created.put(base + ".cases.yaml", cases(id));
        for (String file : created.keySet()) {
            if (folder.file(file) != null) {
                throw new RefusedException(file + ": found this file already, expected to create it");
            }
        }
        Map<String, String> changed = rulebook.codes().containsKey(named) ? Map.of() : entries(folder, rulebook, named);
        NewRule rule = new NewRule(created, changed);
        Rulebook.load(rule.addedTo(folder));
        return rule;
    }

    private static void requireFree(Rulebook rulebook, String id) throws RefusedException {
        if (!RuleIds.isId(id)) {
            throw new RefusedException("found the id " + SafeText.quoted(id)
                    + ", expected two to six capital letters, a hyphen and three digits\nfor example TIM-060");
        }
        List<String> used = rulebook.rules().stream().map(RuleDefinition::id).toList();
        for (RuleDefinition rule : rulebook.rules()) {
            if (rule.id().equals(id)) {
                throw new RefusedException(
                        "found the id " + id + ", which " + rule.file().name() + ":" + rule.line()
                                + " has, expected one that is free\nThe next free id is " + RuleIds.nextFree(id, used));
            }
        }
    }

    /** The folder of the rules whose ids have the same letters. */
    private static String topicOf(Rulebook rulebook, String id) throws RefusedException {
        TreeSet<String> topics = new TreeSet<>();
        TreeSet<String> letters = new TreeSet<>();
        for (RuleDefinition rule : rulebook.rules()) {
            letters.add(RuleIds.letters(rule.id()));
            String file = rule.file().name();
            if (RuleIds.letters(rule.id()).equals(RuleIds.letters(id)) && file.indexOf('/') > 0) {
                topics.add(file.substring(0, file.indexOf('/')));
            }
        }
        if (topics.size() != 1) {
            throw new RefusedException("found no topic for the letters " + RuleIds.letters(id) + ", expected one of "
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
            throws RefusedException {
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

    private static String withText(SourceFile language, String code) throws RefusedException {
        Yaml.Entry root = Objects.requireNonNull(new Yaml(language, new Problems()).root(), "root");
        Yaml.Entry messages = root.entries(List.of("words", "messages")).get("messages");
        if (messages == null || !messages.isBlock()) {
            throw new RefusedException(language.name() + ": found no block `messages:` to add a text to, expected one"
                    + "\nAdd " + code + " to recommendations.yaml and to the messages by hand, then try again");
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

    /** The folder with the rule in it. */
    public RulesFolder addedTo(RulesFolder folder) {
        RulesFolder with = folder;
        for (Map<String, String> files : List.of(created, changed)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                with = with.with(file.getKey(), file.getValue());
            }
        }
        return with;
    }
}
