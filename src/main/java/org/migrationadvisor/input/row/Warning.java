package org.migrationadvisor.input.row;

import java.util.Objects;

/**
 * Something that was read but may not be what was meant; the row was taken.
 *
 * @param problem the first place and what was found there
 * @param count how often it was found in all files of the run, 1 or more
 */
public record Warning(RowProblem problem, long count) {

    public Warning {
        Objects.requireNonNull(problem, "problem");
    }

    /** {@code file:line: column: what was found, what was expected}. */
    public String message() {
        return problem.message();
    }
}
