package org.migrationadvisor.workbench.verify;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.workbench.cases.TestRun;
import org.migrationadvisor.workbench.check.CheckResult;
import org.migrationadvisor.workbench.check.RulesCheck;
import org.migrationadvisor.workbench.gaps.GapReport;
import org.migrationadvisor.workbench.gaps.GapSearch;

/**
 * How a rules folder stands in all that it must pass before it is handed over.
 *
 * @param check its problems, with its name before each file
 * @param tried how its cases went and what the search for gaps found; null if the rules or the cases do not load
 * @param threshold the share of conditions that the cases must cover, 0 to 100
 * @param folder its name before each file; empty for none
 */
public record Verification(CheckResult check, @Nullable Tried tried, double threshold, String folder) {

    /** What only rules that load can show. */
    public record Tried(TestRun test, GapReport gaps) {
        public Tried {
            Objects.requireNonNull(test, "test");
            Objects.requireNonNull(gaps, "gaps");
        }

        boolean casesPass() {
            return test.failed().isEmpty() && !test.isEmptySomewhere();
        }

        boolean isCovered(double threshold) {
            return test.coverage().percent() >= threshold;
        }
    }

    public Verification {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(folder, "folder");
    }

    /**
     * Checks the folder, runs its cases and searches it for gaps.
     *
     * @param folder its name, as it is to stand before each file; empty for none
     * @param asOf the day of the search for gaps, and from which on rules must be able to hold, UTC
     * @throws RunawayRuleException if a rule runs away
     * @throws RulebookException if the search has no use for contradictions.yaml
     */
    public static Verification of(RulesFolder rules, String folder, LocalDate asOf, double threshold) {
        CheckResult check = RulesCheck.of(rules, asOf);
        boolean loads = check.loads() && check.count(Problem.Level.ERROR) == 0;
        Tried tried = loads ? new Tried(TestRun.of(rules, ""), GapSearch.search(rules, asOf)) : null;
        return new Verification(check.in(folder), tried, threshold, folder);
    }

    /** Whether the rules and the cases can be used. */
    public boolean loads() {
        return tried != null;
    }

    /** Whether nothing was found. */
    public boolean passed() {
        return check.problems().isEmpty()
                && tried != null
                && tried.casesPass()
                && tried.isCovered(threshold)
                && tried.gaps().gaps().isEmpty();
    }

    /** The path of a file of the rules with the name of the folder before it. */
    String path(String file) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + file : folder + "/" + file;
    }
}
