package org.migrationadvisor.workbench.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationadvisor.Advice;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** Runs cases on the rules of one folder. Not thread-safe. */
public final class CaseRun {
    private final RulebookByPolicy rulebooks;
    private final Map<Rulebook, MigrationAdvisor> advisors = new HashMap<>();

    /**
     * @param folder the rules; they are loaded when a case first needs them
     */
    public CaseRun(RulesFolder folder) {
        this(new RulebookByPolicy(folder));
    }

    public CaseRun(RulebookByPolicy rulebooks) {
        this.rulebooks = rulebooks;
    }

    /**
     * Runs all cases of a folder on its rules, by file and line.
     *
     * @throws RulebookException if the rules or the cases do not load
     */
    public static List<CaseResult> run(RulesFolder folder) {
        RulebookByPolicy rulebooks = new RulebookByPolicy(folder);
        List<RuleCase> cases = CaseBook.read(rulebooks).cases();
        return cases.stream().map(new CaseRun(rulebooks)::run).toList();
    }

    /**
     * Runs a case, and gives an account of the rules behind each difference.
     *
     * @throws RulebookException if the rules do not load
     */
    public CaseResult run(RuleCase ruleCase) {
        Advice advice = advise(ruleCase);
        List<Difference> differences = new ExpectedAdvice(ruleCase, advice, rulebook(ruleCase)).differences();
        Set<String> fired = new CaseConclusions(ruleCase, rulebook(ruleCase)).concluding();
        advice.recommendations().stream().map(Recommendation::ruleId).forEach(fired::add);
        return new CaseResult(ruleCase, advice, fired, differences);
    }

    /**
     * Whether a case passes.
     *
     * @throws RulebookException if the rules do not load
     */
    public boolean passes(RuleCase ruleCase) {
        return new ExpectedAdvice(ruleCase, advise(ruleCase), rulebook(ruleCase)).isEmpty();
    }

    private Advice advise(RuleCase ruleCase) {
        return advisors.computeIfAbsent(rulebook(ruleCase), MigrationAdvisor::of)
                .advise(ruleCase.customer(), ruleCase.asOf());
    }

    /** The rules with the policy of a case. */
    Rulebook rulebook(RuleCase ruleCase) {
        return rulebooks.get(ruleCase.policy());
    }
}
