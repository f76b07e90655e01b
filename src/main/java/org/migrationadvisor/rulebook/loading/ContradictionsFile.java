package org.migrationadvisor.rulebook.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.DefinitionChecker;
import org.migrationadvisor.rulebook.semantics.RuleChecker;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Parser;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/** Reads {@code contradictions.yaml}. */
public final class ContradictionsFile {
    public static final String NAME = "contradictions.yaml";

    private static final String EXCLUDES = "excludes";
    private static final List<String> SECTIONS = List.of("exclusive", "due");
    private static final List<String> EXCLUSIVE = List.of("name", "codes", EXCLUDES);
    private static final List<String> DUE = List.of("name", "when", "codes");
    private static final String BEFORE = "package contradictions; rule \"DUE-001 Due\" @source( \"-\" ) when $it : ";
    private static final String BEHIND = " then recommend( %s, $it ); end";

    private final SourceFile file;
    private final DefinitionChecker names;
    private final Set<String> codes;
    private final Map<String, String> codeOfRule;
    private final boolean allRulesRead;
    private final Problems problems;

    private ContradictionsFile(
            SourceFile file,
            DefinitionChecker names,
            Set<String> codes,
            List<RuleDefinition> rules,
            Problems problems) {
        this.file = file;
        this.names = names;
        this.codes = codes;
        this.codeOfRule = rules.stream()
                .collect(Collectors.toMap(
                        RuleDefinition::id, RuleDefinition::code, (code, other) -> code, LinkedHashMap::new));
        this.allRulesRead = !problems.hasErrors();
        this.problems = problems;
    }

    /**
     * The declarations without those that have an error, which have then been reported.
     *
     * @param rules the rules that a declaration can name; a rule that is not among them is an error unless others have
     *     been found before, since it may be the one that could not be read
     */
    public static Contradictions read(
            SourceFile file,
            DefinitionChecker names,
            Set<String> codes,
            List<RuleDefinition> rules,
            Problems problems) {
        return new ContradictionsFile(file, names, codes, rules, problems).read();
    }

    private Contradictions read() {
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root == null) {
            return Contradictions.NONE;
        }
        Map<String, Yaml.Entry> sections = root.entries(SECTIONS);
        List<Contradictions.Exclusive> exclusive = new ArrayList<>();
        for (Yaml.Entry item : items(sections.get("exclusive"))) {
            Map<String, Yaml.Entry> entries = item.entries(EXCLUSIVE);
            String name = text(item, entries, "name", "a sentence");
            boolean isOneSided = !entries.containsKey(EXCLUDES);
            List<String> excluding = listed(item, entries, "codes", isOneSided ? 2 : 1, this::isCodeOrRule);
            List<String> excluded = isOneSided ? List.of() : listed(item, entries, EXCLUDES, 1, this::isCodeOrRule);
            if (name != null && excluding != null && excluded != null && areApart(item, excluding, excluded)) {
                exclusive.add(new Contradictions.Exclusive(name, excluding, excluded, file.name(), line(item)));
            }
        }
        List<Contradictions.Due> due = new ArrayList<>();
        for (Yaml.Entry item : items(sections.get("due"))) {
            Map<String, Yaml.Entry> entries = item.entries(DUE);
            String name = text(item, entries, "name", "a sentence");
            String when = text(item, entries, "when", "a condition such as Subscription( moving )");
            List<String> expected = listed(item, entries, "codes", 1, this::isCode);
            Yaml.Entry condition = entries.get("when");
            RuleDefinition rule = when == null || condition == null ? null : rule(when, condition);
            if (name != null && when != null && expected != null && rule != null) {
                due.add(new Contradictions.Due(name, when, rule, expected, file.name(), line(item)));
            }
        }
        return new Contradictions(exclusive, due);
    }

    private int line(Yaml.Entry item) {
        return file.line(item.span().start());
    }

    private static List<Yaml.Entry> items(Yaml.@Nullable Entry section) {
        if (section == null) {
            return List.of();
        }
        if (!section.isList()) {
            section.wrong(
                    ProblemKind.WRONG_TYPE,
                    "found no list under `" + section.name() + "`, expected `- name: ...`",
                    null);
            return List.of();
        }
        return section.items();
    }

    private static @Nullable String text(
            Yaml.Entry item, Map<String, Yaml.Entry> entries, String name, String expected) {
        Yaml.Entry entry = entries.get(name);
        String text = entry == null ? null : entry.text();
        if (entry == null || (text != null && text.isBlank())) {
            item.wrong(ProblemKind.MISSING_VALUE, "found no `" + name + "`, expected " + expected, null);
            return null;
        }
        return text;
    }

    /** Nothing excludes itself: a code means each rule that recommends it. */
    private static boolean areApart(Yaml.Entry item, List<String> codes, List<String> excluded) {
        List<String> all = Stream.concat(codes.stream(), excluded.stream()).toList();
        for (String code : all) {
            String same = Collections.frequency(all, code) > 1
                    ? code
                    : all.stream()
                            .filter(other -> other.startsWith(code + "/") || other.startsWith(code + "{"))
                            .findFirst()
                            .orElse(null);
            if (same != null) {
                item.wrong(
                        ProblemKind.WRONG_VALUE,
                        "found `" + same + "` beside `" + code + "`, which means all advice of that code",
                        "name the rules one by one, as CODE/RULE-ID");
                return false;
            }
        }
        return true;
    }

    private @Nullable List<String> listed(
            Yaml.Entry item,
            Map<String, Yaml.Entry> entries,
            String key,
            int fewest,
            BiPredicate<String, Yaml.Entry> isKnown) {
        Yaml.Entry list = entries.get(key);
        List<String> found = new ArrayList<>();
        if (list != null) {
            for (Yaml.Entry entry : list.items()) {
                String name = entry.text();
                if (name == null || !isKnown.test(name, entry)) {
                    return null;
                }
                found.add(name);
            }
        }
        Set<String> distinct = new HashSet<>(found);
        if (distinct.size() < Math.max(fewest, found.size())) {
            String wanted = fewest == 1 ? "one or more, each once" : "two or more, each once";
            item.wrong(ProblemKind.MISSING_VALUE, "found " + found.size() + " `" + key + "`, expected " + wanted, null);
            return null;
        }
        return found;
    }

    /** Where a condition stands as it is read; -1 if it is written otherwise. */
    private int written(String when, Span value) {
        int end = Math.min(file.text().length(), value.end() + when.length());
        int found = file.text().substring(value.start(), end).indexOf(when);
        return found < 0 ? -1 : value.start() + found;
    }

    private boolean isCode(String code, Yaml.Entry entry) {
        if (codes.contains(code)) {
            return true;
        }
        entry.wrong(
                ProblemKind.UNKNOWN_CODE,
                "found the code `" + code + "`, which recommendations.yaml does not hold",
                problems.isFull(file) ? null : Suggestion.didYouMean(code, codes));
        return false;
    }

    private boolean isCodeOrRule(String name, Yaml.Entry entry) {
        int brace = name.indexOf('{');
        if (brace >= 0) {
            return isCode(name.substring(0, brace), entry) && isField(name.substring(brace), entry);
        }
        int slash = name.indexOf('/');
        if (slash < 0) {
            return isCode(name, entry);
        }
        String code = name.substring(0, slash);
        String rule = name.substring(slash + 1);
        if (!isCode(code, entry)) {
            return false;
        }
        String recommended = codeOfRule.get(rule);
        if (code.equals(recommended)) {
            return true;
        }
        if (recommended != null || allRulesRead) {
            List<String> known = codeOfRule.entrySet().stream()
                    .filter(each -> each.getValue().equals(code))
                    .map(each -> code + "/" + each.getKey())
                    .toList();
            entry.wrong(
                    ProblemKind.UNKNOWN_RULE,
                    "found the rule `" + rule + "`, which "
                            + (recommended == null
                                    ? "no rule file holds"
                                    : "recommends " + recommended + ", not " + code),
                    Suggestion.didYouMean(name, known));
        }
        return false;
    }

    private boolean isField(String inBraces, Yaml.Entry entry) {
        List<String> known = names.vocabulary().ofList().stream()
                .flatMap(type -> type.propertyNames().stream())
                .distinct()
                .map(field -> "{" + field + "}")
                .toList();
        if (known.contains(inBraces) || !names.vocabulary().isComplete()) {
            return true;
        }
        entry.wrong(
                ProblemKind.UNKNOWN_FIELD,
                "found `" + inBraces + "`, expected a field of the facts in braces, such as {seats}",
                Suggestion.didYouMean(inBraces, known));
        return false;
    }

    /** Reads a condition as the language of the rules has it, and tells what is wrong where it stands in this file. */
    private @Nullable RuleDefinition rule(String when, Yaml.Entry entry) {
        String anyCode = codes.stream().findFirst().orElse("NONE");
        SourceFile rule = new SourceFile(file.name(), BEFORE + when + BEHIND.formatted(anyCode));
        Problems found = new Problems();
        List<RuleDefinition> checked = new RuleChecker(names, codes, found).check(List.of(Parser.parse(rule, found)));
        int written = written(when, entry.span());
        for (Problem problem : found.sorted()) {
            int at = Math.max(0, Math.min(problem.column() - 1 - BEFORE.length(), when.length() - 1));
            int length = Math.min(problem.length(), when.length() - at);
            Span span = written < 0 ? entry.span() : new Span(written + at, written + at + length);
            problems.error(problem.kind(), file, span, problem.what(), problem.mend());
        }
        if (checked.isEmpty() || found.hasErrors()) {
            return null;
        }
        RuleDefinition only = checked.get(0);
        if (only.conditions().size() != 1) {
            entry.wrong(
                    ProblemKind.NOT_ALLOWED,
                    "found several patterns, expected one such as Subscription( moving )",
                    "put all conditions into one pattern");
            return null;
        }
        return only;
    }
}
