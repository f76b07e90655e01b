package org.migrationadvisor.workbench.gaps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Yaml;

/**
 * Makes the witness of a gap a case beside the rules that it is about. The case fails as long as the gap is there; where
 * more than one mend is possible, it asks for the first and names the others in a comment.
 */
public final class CaseWriter {
    private static final String ENDING = ".cases.yaml";
    private static final String UNKNOWN = "unknown";
    private static final List<String> SECTIONS = List.of("given", "cases");
    private static final List<String> GIVEN = List.of("asOf", "policy", "customer", "subscription");

    private final RulesFolder rules;
    private final Rulebook rulebook;
    private final Gap gap;
    private final Witness witness;

    private CaseWriter(RulesFolder rules, Gap gap, Witness witness) {
        this.rules = rules;
        this.rulebook = Rulebook.load(rules);
        this.gap = gap;
        this.witness = witness;
    }

    /**
     * Appends the case to its file, or makes the file.
     *
     * @param folder the rules folder
     * @param rules the same as it was read for the search
     * @return the place of the case, {@code file:line}, relative to the folder
     * @throws IllegalArgumentException if the gap has no witness
     * @throws RulebookException if the file cannot be extended, because it is broken or its cases are not its last part
     * @throws IOException if the file cannot be written
     */
    public static String append(Path folder, RulesFolder rules, Gap gap) throws IOException {
        Witness witness = gap.witness();
        if (witness == null) {
            throw new IllegalArgumentException("gap: found one without a witness, expected one that has a witness");
        }
        return new CaseWriter(rules, gap, witness).append(folder);
    }

    private String append(Path folder) throws IOException {
        String name = caseFile();
        SourceFile file = rules.file(name);
        String before;
        String added;
        if (file == null) {
            before = "given:\n  asOf: " + witness.asOf() + "\n\ncases:\n";
            added = indented(lines(new Given(witness.asOf().toString(), Map.of(), Map.of(), Map.of())), "  ");
        } else {
            Problems problems = new Problems();
            Extended extended = extended(file, problems);
            RulebookException.throwIfErrors(problems);
            before = file.text().stripTrailing() + "\n\n";
            added = indented(lines(extended.given()), extended.indentation());
        }
        Path path = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, before + added);
        return name + ":" + (before.lines().count() + 1);
    }

    private static String indented(List<String> lines, String indentation) {
        return lines.stream().map(line -> indentation + line + "\n").collect(Collectors.joining());
    }

    /** Beside the rule that it is about, or the first that can recommend one of the codes. */
    private String caseFile() {
        return ruleFile().replaceAll("\\.drl$", ENDING);
    }

    private String ruleFile() {
        return rulebook.rules().stream()
                .filter(each -> gap.rules().isEmpty()
                        ? gap.codes().contains(each.code())
                        : each.id().equals(gap.rules().get(0)))
                .findFirst()
                .orElse(rulebook.rules().get(0))
                .file()
                .name();
    }

    /** What every case of a file starts from. */
    private record Given(
            String asOf, Map<String, String> policy, Map<String, String> customer, Map<String, String> subscription) {}

    /** What a case that is added to a file must know of it. */
    private record Extended(Given given, String indentation) {}

    private static Extended extended(SourceFile file, Problems problems) {
        Given none = new Given("", Map.of(), Map.of(), Map.of());
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root == null) {
            return new Extended(none, "");
        }
        Map<String, Yaml.Entry> sections = root.entries(SECTIONS);
        Yaml.Entry cases = sections.get("cases");
        Yaml.Entry given = sections.get("given");
        List<Yaml.Entry> items = cases == null || !cases.isList() ? List.of() : cases.items();
        if (items.isEmpty()) {
            root.wrong(
                    ProblemKind.MISSING_VALUE,
                    "found no cases, expected `cases:` with `- name: ...` to add another to",
                    null);
            return new Extended(none, "");
        }
        Yaml.Entry last = items.get(items.size() - 1);
        if (given != null && given.span().start() > last.span().start()) {
            given.wrong(
                    ProblemKind.NOT_ALLOWED,
                    "found `given` after `cases`, expected it before them",
                    "move it to the top");
        }
        int column = file.column(last.span().start());
        String indentation = file.lineText(file.line(last.span().start())).substring(0, Math.max(0, column - 3));
        if (!indentation.isBlank()) {
            last.wrong(ProblemKind.NOT_ALLOWED, "found several cases on one line, expected one under the other", null);
        }
        return new Extended(given(given), indentation);
    }

    private static Given given(Yaml.@Nullable Entry entry) {
        Map<String, Yaml.Entry> entries = entry == null ? Map.of() : entry.entries(GIVEN);
        Yaml.Entry asOf = entries.get("asOf");
        String day = asOf == null ? null : asOf.text();
        return new Given(
                day == null ? "" : day,
                texts(entries.get("policy")),
                texts(entries.get("customer")),
                texts(entries.get("subscription")));
    }

    private static Map<String, String> texts(Yaml.@Nullable Entry entry) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (entry != null) {
            for (Yaml.Entry each : entry.entries()) {
                String text = each.isList()
                        ? each.items().stream().map(Yaml.Entry::text).toList().toString()
                        : each.text();
                if (text != null) {
                    texts.put(each.name(), text);
                }
            }
        }
        return texts;
    }

    private List<String> lines(Given given) {
        List<String> lines = new ArrayList<>();
        lines.add("- name: " + quoted(name()));
        if (!given.asOf().equals(witness.asOf().toString())) {
            lines.add("  asOf: " + witness.asOf());
        }
        Map<String, Object> policy = new LinkedHashMap<>(rulebook.policy());
        policy.keySet().retainAll(given.policy().keySet());
        facts("policy", policy, given.policy(), lines);
        facts("customer", witness.customer(), given.customer(), lines);
        List<Map<String, String>> subscriptions = witness.subscriptions();
        if (subscriptions.size() == 1) {
            facts("subscription", subscriptions.get(0), given.subscription(), lines);
        } else {
            lines.add("  subscriptions:" + (subscriptions.isEmpty() ? " []" : ""));
            subscriptions.forEach(each -> lines.add("    - " + flow(changed(each, given.subscription()))));
        }
        lines.add("  " + expectation());
        return lines;
    }

    private static void facts(String name, Map<String, ?> facts, Map<String, String> given, List<String> lines) {
        Map<String, Object> changed = changed(facts, given);
        if (!changed.isEmpty()) {
            lines.add("  " + name + ": " + flow(changed));
        }
    }

    private static Map<String, Object> changed(Map<String, ?> facts, Map<String, String> given) {
        Map<String, Object> changed = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (!value.toString().equals(given.getOrDefault(name, UNKNOWN))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private static String flow(Map<String, Object> facts) {
        return facts.isEmpty()
                ? "{}"
                : facts.entrySet().stream()
                        .map(each -> each.getKey() + ": " + written(each.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String written(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(CaseWriter::written).collect(Collectors.joining(", ", "[", "]"))
                : quoted(value.toString());
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") ? text : "'" + text.replace("'", "''") + "'";
    }

    private String name() {
        String facts = witness.differences().isEmpty()
                ? "a plain customer"
                : witness.differences().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        return switch (gap.kind()) {
            case NO_ADVICE -> "one of " + String.join(", ", gap.codes()) + " comes with " + facts;
            case CONTRADICTION -> String.join(" and ", gap.codes()) + " do not come together with " + facts;
            case DEAD_RULE -> gap.rules().get(0) + " fires with " + facts;
            case REDUNDANT_RULE -> gap.rules().get(0) + " is not needed with " + facts;
        };
    }

    private String expectation() {
        List<String> codes = gap.codes();
        return switch (gap.kind()) {
            case NO_ADVICE ->
                "atLeast: [" + codes.get(0) + "]"
                        + (codes.size() == 1 ? "" : " # or " + String.join(", ", codes.subList(1, codes.size())));
            case CONTRADICTION ->
                codes.get(1).contains("/")
                        ? "fires: " + fires(false) + " # or without "
                                + gap.rules().get(1) + " in its file"
                        : "none: [" + codes.get(1) + "] # or " + codes.get(0);
            case DEAD_RULE -> "fires: " + fires(true);
            case REDUNDANT_RULE -> "fires: " + fires(false);
        };
    }

    /** The rules of the case's file that are to fire, with or without the one that the gap is about. */
    private String fires(boolean with) {
        String subject = gap.rules().get(0);
        String file = ruleFile();
        TreeSet<String> fired = new TreeSet<>();
        witness.advice().stream()
                .filter(each -> each.ruleFile().equals(file))
                .forEach(each -> fired.add(each.ruleId()));
        if (with) {
            fired.add(subject);
        } else {
            fired.remove(subject);
        }
        return "[" + String.join(", ", fired) + "]";
    }
}
