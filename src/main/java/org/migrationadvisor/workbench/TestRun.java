package org.migrationadvisor.workbench;

import java.util.List;
import java.util.Objects;
import org.migrationadvisor.rulebook.RulebookException;
import org.migrationadvisor.rulebook.RulesFolder;

/**
 * How the cases of a rules folder went.
 *
 * @param results the results by file and line
 * @param withoutCases the rule files without any case beside them, by name; empty if cases were chosen by a filter
 * @param coverage how much of the rules the cases reach
 */
public record TestRun(List<CaseResult> results, List<String> withoutCases, Coverage coverage) {

    public TestRun {
        results = List.copyOf(results);
        withoutCases = List.copyOf(withoutCases);
        Objects.requireNonNull(coverage, "coverage");
    }

    /**
     * Runs the cases of a folder.
     *
     * @param filter runs only cases of which file or name contains it, in any letter case; empty for all
     * @throws RulebookException if the rules or the cases do not load
     */
    public static TestRun of(RulesFolder folder, String filter) {
        RulebookByPolicy rulebooks = new RulebookByPolicy(folder);
        CaseBook read = CaseBook.read(rulebooks);
        CaseBook cases = filter.isEmpty() ? read : read.matching(filter);
        CaseRun run = new CaseRun(rulebooks);
        return new TestRun(
                cases.cases().stream().map(run::run).toList(),
                cases.withoutCases(),
                Coverage.of(rulebooks, cases.cases()));
    }

    /** The cases that failed, by file and line. */
    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether there is nothing that shows anything: no case at all, or a rule file without one. */
    public boolean isEmptySomewhere() {
        return results.isEmpty() || !withoutCases.isEmpty();
    }
}
