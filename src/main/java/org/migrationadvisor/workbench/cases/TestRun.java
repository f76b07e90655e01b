package org.migrationadvisor.workbench.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** How the cases of a rules folder went. Not thread-safe. */
public final class TestRun {
    private final RulebookByPolicy rulebooks;
    private final CaseBook cases;
    private final List<CaseResult> results;
    private @Nullable Coverage coverage;

    private TestRun(RulebookByPolicy rulebooks, CaseBook cases) {
        this.rulebooks = rulebooks;
        this.cases = cases;
        this.results = cases.cases().stream().map(new CaseRun(rulebooks)::run).toList();
    }

    /**
     * Runs the cases of a folder.
     *
     * @param filter runs only cases of which file or name contains it, in any letter case; empty for all
     * @throws RulebookException if the rules or the cases do not load
     */
    public static TestRun of(RulesFolder folder, String filter) {
        RulebookByPolicy rulebooks = new RulebookByPolicy(folder);
        CaseBook cases = CaseBook.read(rulebooks);
        return new TestRun(rulebooks, filter.isEmpty() ? cases : cases.matching(filter));
    }

    /** The results by file and line; unmodifiable. */
    public List<CaseResult> results() {
        return results;
    }

    /** The rule files without any case beside them, by name; empty if cases were chosen by a filter. */
    public List<String> withoutCases() {
        return cases.withoutCases();
    }

    /** How much of the rules the cases reach; worked out when it is first asked for. */
    public Coverage coverage() {
        if (coverage == null) {
            coverage = Coverage.of(rulebooks, cases.cases());
        }
        return coverage;
    }

    /** The cases that failed, by file and line. */
    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether there is nothing that shows anything: no case at all, or a rule file without one. */
    public boolean isEmptySomewhere() {
        return results.isEmpty() || !withoutCases().isEmpty();
    }
}
