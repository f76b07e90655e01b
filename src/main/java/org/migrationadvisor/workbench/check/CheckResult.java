package org.migrationadvisor.workbench.check;

import java.util.List;
import org.migrationadvisor.rulebook.syntax.Problem;

/**
 * What a check of a rules folder found.
 *
 * @param problems the problems by file, line and column
 * @param leftOut how many more there are
 * @param loads whether the rules can be used
 * @param files how many files were looked at
 * @param rules how many rules have no error
 */
public record CheckResult(List<Problem> problems, int leftOut, boolean loads, int files, int rules) {

    public CheckResult {
        problems = List.copyOf(problems);
    }

    /** How many problems there are of a level. */
    public long count(Problem.Level level) {
        return problems.stream().filter(problem -> problem.severity() == level).count();
    }

    /** The same with the folder before each file, as the caller names it; empty for none. */
    public CheckResult in(String folder) {
        return new CheckResult(
                problems.stream().map(problem -> problem.in(folder)).toList(), leftOut, loads, files, rules);
    }
}
