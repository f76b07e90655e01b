package org.migrationadvisor.workbench.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.rulebook.folder.RulesFiles;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.loading.OwnColumns;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/** What is different about the rules themselves, and which of it is behind a change of advice. */
public final class RuleChanges {
    private static final List<String> OTHER_FILES = List.of(RulesFiles.CODES, OwnColumns.NAME, "offers.csv");
    private static final Set<AdviceChange.Part> OF_THE_CODE =
            Set.of(AdviceChange.Part.SEVERITY, AdviceChange.Part.ACTOR);

    private final Map<String, RuleDefinition> old = new LinkedHashMap<>();
    private final Map<String, RuleDefinition> now = new LinkedHashMap<>();
    private final Map<String, String> policy = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final String days;

    private RuleChanges(Side before, Side after) {
        before.rulebook().allRules().forEach(rule -> old.put(rule.id(), rule));
        after.rulebook().allRules().forEach(rule -> now.put(rule.id(), rule));
        TreeSet<String> values = new TreeSet<>(before.rulebook().policy().keySet());
        values.addAll(after.rulebook().policy().keySet());
        for (String name : values) {
            String was = shown(before.rulebook().policy().get(name));
            String is = shown(after.rulebook().policy().get(name));
            if (!was.equals(is)) {
                policy.put(name, was + " -> " + is);
            }
        }
        TreeSet<String> names = new TreeSet<>(OTHER_FILES);
        for (RulesFolder folder : List.of(before.folder(), after.folder())) {
            folder.filesEnding(".yaml").stream()
                    .map(SourceFile::name)
                    .filter(name -> name.startsWith(RulesFiles.MESSAGES))
                    .forEach(names::add);
        }
        names.stream()
                .filter(name -> !text(before.folder(), name).equals(text(after.folder(), name)))
                .forEach(files::add);
        days = before.asOf().equals(after.asOf()) ? "" : "as of " + before.asOf() + " -> " + after.asOf();
    }

    static RuleChanges between(Side before, Side after) {
        return new RuleChanges(before, after);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private static String text(RulesFolder folder, String name) {
        SourceFile file = folder.file(name);
        return file == null ? "" : file.text().replace("\r\n", "\n");
    }

    /** What is different, a line for each: rules, then values of the policy, then other files. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        now.forEach((id, rule) -> {
            if (!old.containsKey(id)) {
                lines.add("new rule " + place(rule));
            } else if (isEdited(id)) {
                lines.add("edited rule " + place(rule));
            }
        });
        old.forEach((id, rule) -> {
            if (!now.containsKey(id)) {
                lines.add("removed rule " + place(rule));
            }
        });
        policy.forEach((name, change) -> lines.add("policy " + name + " " + change));
        files.forEach(file -> lines.add("edited " + file));
        if (!days.isEmpty()) {
            lines.add(days);
        }
        return lines;
    }

    private static String place(RuleDefinition rule) {
        return rule.id() + " " + rule.file().name() + ":" + rule.line();
    }

    private boolean isEdited(String id) {
        return !words(Objects.requireNonNull(old.get(id))).equals(words(Objects.requireNonNull(now.get(id))));
    }

    /** The rule as written, however it is laid out. */
    private static String words(RuleDefinition rule) {
        return rule.file().text(rule.syntax().span()).replaceAll("\\s+", " ");
    }

    /** Why a recommendation is not the same. */
    public Cause cause(AdviceChange change) {
        Recommendation told = change.recommendation();
        String id = told.ruleId();
        RuleDefinition rule = now.getOrDefault(id, Objects.requireNonNullElse(old.get(id), now.get(id)));
        if (rule == null) {
            throw new IllegalArgumentException("change: found the rule " + id + ", which neither side has");
        }
        return new Cause(id, rule.file().name(), rule.line(), why(change, rule));
    }

    private String why(AdviceChange change, RuleDefinition rule) {
        Recommendation before = change.before();
        Recommendation after = change.after();
        if (before != null && after != null && !before.ruleId().equals(after.ruleId())) {
            return "before by " + before.ruleId();
        }
        if (!old.containsKey(rule.id())) {
            return "new rule";
        }
        if (!now.containsKey(rule.id())) {
            return "removed rule";
        }
        if (isEdited(rule.id())) {
            return "edited rule";
        }
        String definitions = editedDefinitions(rule.id());
        if (!definitions.isEmpty()) {
            return "edited " + definitions;
        }
        if (files.contains(RulesFiles.CODES)
                && OF_THE_CODE.containsAll(change.parts())
                && change.kind() == AdviceChange.Kind.CHANGED) {
            return "edited " + RulesFiles.CODES;
        }
        List<String> named = policy.keySet().stream()
                .filter(each -> names(rule, each))
                .map(each -> "policy " + each)
                .toList();
        if (!named.isEmpty()) {
            return String.join(", ", named);
        }
        List<String> others = new ArrayList<>();
        files.forEach(file -> others.add("edited " + file));
        policy.keySet().forEach(name -> others.add("policy " + name));
        if (!days.isEmpty()) {
            others.add(0, days);
        }
        return String.join(", ", others);
    }

    /** The definitions behind a rule of which a rule is new, edited or removed. */
    private String editedDefinitions(String id) {
        Set<String> names = new TreeSet<>();
        Stream.of(old.get(id), now.get(id))
                .filter(Objects::nonNull)
                .flatMap(rule -> RuleReads.allDefinitions(rule).stream())
                .flatMap(definition -> definition.rules().stream())
                .filter(rule -> !old.containsKey(rule.id()) || !now.containsKey(rule.id()) || isEdited(rule.id()))
                .forEach(rule ->
                        names.add("definition " + rule.concluded().definition().name()));
        return String.join(", ", names);
    }

    private static boolean names(RuleDefinition rule, String value) {
        return Pattern.compile("\\b" + Pattern.quote(value) + "\\b")
                .matcher(words(rule))
                .find();
    }
}
