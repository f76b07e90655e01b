package org.migrationadvisor.workbench.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationadvisor.rulebook.RulebookReview;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.folder.UnfinishedPlaces;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.workbench.cases.CaseBook;
import org.migrationadvisor.workbench.cases.CaseFile;
import org.migrationadvisor.workbench.cases.CaseRun;
import org.migrationadvisor.workbench.cases.CaseWords;
import org.migrationadvisor.workbench.cases.RuleCase;
import org.migrationadvisor.workbench.cases.RulebookByPolicy;

/** Finds everything that is wrong in a rules folder, or probably not meant so, in all of its files at once. */
public final class RulesCheck {
    private static final String RULES = ".drl";
    private static final String CASES = ".cases.yaml";

    private final RulesFolder folder;
    private final LocalDate today;
    private final Problems problems = new Problems();

    private RulesCheck(RulesFolder folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /**
     * Checks a folder.
     *
     * @param today the day from which on rules must be able to hold, UTC
     * @throws RunawayRuleException if a rule runs away in one of its cases
     */
    public static CheckResult of(RulesFolder folder, LocalDate today) {
        return new RulesCheck(folder, today).run();
    }

    private CheckResult run() {
        RulebookReview review = RulebookReview.of(folder, today, problems);
        RulebookByPolicy rulebooks = new RulebookByPolicy(folder);
        CaseWords words = review.loads() ? new CaseWords(rulebooks) : CaseWords.any(rulebooks, review.fields());
        Map<String, List<RuleCase>> cases = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (SourceFile file : folder.filesEnding(CASES)) {
            Problems own = new Problems();
            cases.put(CaseBook.ruleFile(file.name()), CaseFile.read(file, words, own));
            problems.addAll(own);
            if (own.hasErrors()) {
                broken.add(CaseBook.ruleFile(file.name()));
            }
        }
        if (review.loads()) {
            firing(review.rules(), cases, broken, new CaseRun(rulebooks));
        }
        UnfinishedPlaces.tell(folder, problems);
        IgnoreComments ignored = IgnoreComments.of(folder, problems);
        return new CheckResult(
                ignored.without(problems.sorted(), review.loads()),
                problems.leftOut(),
                review.loads(),
                folder.filesEnding("").size(),
                review.rules().size());
    }

    /** Tells of the rules that no case beside their file makes fire. */
    private void firing(
            List<RuleDefinition> rules, Map<String, List<RuleCase>> cases, Set<String> broken, CaseRun run) {
        Map<SourceFile, List<RuleDefinition>> byFile = new LinkedHashMap<>();
        rules.forEach(rule ->
                byFile.computeIfAbsent(rule.file(), file -> new ArrayList<>()).add(rule));
        byFile.forEach((file, ofFile) -> {
            List<RuleCase> beside = cases.get(file.name());
            if (beside == null) {
                noCases(file, ofFile);
            } else if (!broken.contains(file.name())) {
                Set<String> fired = new HashSet<>();
                beside.forEach(ruleCase -> fired.addAll(run.run(ruleCase).fired()));
                ofFile.stream().filter(rule -> !fired.contains(rule.id())).forEach(this::noCase);
            }
        });
    }

    private static String caseFile(SourceFile file) {
        return file.name().substring(0, file.name().length() - RULES.length()) + CASES;
    }

    private void noCases(SourceFile file, List<RuleDefinition> rules) {
        problems.warning(
                ProblemKind.NO_CASE,
                file,
                rules.get(0).syntax().name().span(),
                "found no " + caseFile(file) + " beside the rules of this file, expected a case that makes each of them"
                        + " fire",
                "write `fires: [" + rules.get(0).id() + "]` in a case there");
    }

    private void noCase(RuleDefinition rule) {
        problems.warning(
                ProblemKind.NO_CASE,
                rule.file(),
                rule.syntax().name().span(),
                "found rule " + rule.id() + ", which fires in no case of " + caseFile(rule.file()),
                "add a case there with `fires: [" + rule.id() + "]`");
    }
}
