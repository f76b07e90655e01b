package org.migrationadvisor.input.row;

import java.util.Objects;

/**
 * What is wrong at one place of a list file.
 *
 * @param file the file as it was named by the caller, {@code <stdin>} for standard input
 * @param line the line, counted from 1; for CSV the physical line on which the record starts, for JSON the line of the
 *     value
 * @param column the column or key in the source's own spelling; {@code row} if the whole row is meant
 * @param reason what was found and what was expected, on one line
 */
public record RowProblem(String file, long line, String column, String reason) {

    public RowProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reason, "reason");
    }

    /** {@code file:line: column: what was found, what was expected}. */
    public String message() {
        return file + ":" + line + ": " + column + ": " + reason;
    }
}
