package org.migrationadvisor.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.RuleInfo;
import org.migrationadvisor.rulebook.RulebookException;
import org.migrationadvisor.rulebook.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/** Runs the cases of a rules folder. Not thread-safe. */
public final class CaseRun {
    private static final String ENDING = ".cases.yaml";

    private final RulesFolder folder;
    private final Map<Map<String, String>, MigrationAdvisor> advisors = new HashMap<>();

    private CaseRun(RulesFolder folder) {
        this.folder = folder;
    }

    /**
     * Runs all cases, by file and line.
     *
     * @throws RulebookException if the rules or the cases do not load
     */
    public static List<CaseResult> run(RulesFolder folder) {
        Problems problems = new Problems();
        List<RuleCase> cases = new ArrayList<>();
        for (SourceFile file : folder.filesEnding(ENDING)) {
            cases.addAll(CaseFile.read(file, problems));
        }
        RulebookException.throwIfErrors(problems);
        CaseRun run = new CaseRun(folder);
        return cases.stream().map(run::run).toList();
    }

    private CaseResult run(RuleCase ruleCase) {
        MigrationAdvisor advisor =
                advisors.computeIfAbsent(ruleCase.policy(), policy -> MigrationAdvisor.load(folder.withPolicy(policy)));
        Advice advice = advisor.advise(ruleCase.customer(), ruleCase.asOf());
        Set<String> fired = advice.recommendations().stream()
                .map(Recommendation::ruleId)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> differences = new ArrayList<>();
        compareCodes(ruleCase, advice, differences);
        compareRules(ruleCase, advisor, fired, differences);
        if (ruleCase.readiness() != null && ruleCase.readiness() != advice.readiness()) {
            differences.add("readiness: expected " + ruleCase.readiness().code() + ", found "
                    + advice.readiness().code());
        }
        ruleCase.expected().forEach(expected -> compareDetails(expected, advice, differences));
        return new CaseResult(ruleCase, advice, fired, differences);
    }

    private static void compareCodes(RuleCase ruleCase, Advice advice, List<String> differences) {
        Set<String> found = advice.recommendations().stream()
                .map(Recommendation::code)
                .collect(Collectors.toCollection(TreeSet::new));
        if (ruleCase.exactly() != null) {
            compareSets("codes", new TreeSet<>(ruleCase.exactly()), found, differences);
        }
        ruleCase.atLeast().stream()
                .filter(code -> !found.contains(code))
                .forEach(code -> differences.add("codes: expected " + code + ", found " + found));
        ruleCase.none().stream()
                .filter(found::contains)
                .forEach(code -> differences.add("codes: expected no " + code + ", found " + found));
    }

    private void compareRules(
            RuleCase ruleCase, MigrationAdvisor advisor, Set<String> fired, List<String> differences) {
        if (ruleCase.fires() == null) {
            return;
        }
        String ruleFile = ruleCase.file().substring(0, ruleCase.file().length() - ENDING.length()) + ".drl";
        Set<String> ofFile = advisor.rules().stream()
                .filter(rule -> rule.file().equals(ruleFile))
                .map(RuleInfo::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>(fired);
        found.retainAll(ofFile);
        compareSets("rules of " + ruleFile, new TreeSet<>(ruleCase.fires()), found, differences);
    }

    private static void compareSets(String what, Set<String> expected, Set<String> found, List<String> differences) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> surplus = new TreeSet<>(found);
        surplus.removeAll(expected);
        if (!missing.isEmpty()) {
            differences.add(what + ": expected " + String.join(", ", missing) + " as well, found only "
                    + (found.isEmpty() ? "none" : String.join(", ", found)));
        }
        if (!surplus.isEmpty()) {
            differences.add(what + ": found " + String.join(", ", surplus) + " as well, expected only "
                    + (expected.isEmpty() ? "none" : String.join(", ", expected)));
        }
    }

    private static void compareDetails(RuleCase.Expected expected, Advice advice, List<String> differences) {
        List<Recommendation> candidates = advice.recommendations().stream()
                .filter(each -> each.code().equals(expected.code()))
                .filter(each -> expected.subscriptionId() == null
                        || expected.subscriptionId().equals(each.subscriptionId()))
                .toList();
        if (candidates.isEmpty()) {
            differences.add(expected.code() + ": expected, found no such recommendation");
            return;
        }
        List<String> nearest = candidates.stream()
                .map(each -> differences(expected, each))
                .min((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow();
        differences.addAll(nearest);
    }

    private static List<String> differences(RuleCase.Expected expected, Recommendation found) {
        List<String> differences = new ArrayList<>();
        expected.details().forEach((name, text) -> {
            String value = detail(found, name);
            if (!text.equals(value)) {
                differences.add(expected.code() + ": expected " + name + " " + text + ", found " + value);
            }
        });
        return differences;
    }

    private static @Nullable String detail(Recommendation found, String name) {
        return switch (name) {
            case "actFrom" -> found.actFrom() == null ? "none" : found.actFrom().toString();
            case "actBy" -> found.actBy() == null ? "none" : found.actBy().toString();
            case "message" -> found.message();
            default -> value(found.values().get(name.substring("values.".length())));
        };
    }

    private static String value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return Objects.toString(value, "nothing");
    }
}
