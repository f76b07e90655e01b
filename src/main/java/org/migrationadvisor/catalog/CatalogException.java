package org.migrationadvisor.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when an offers table cannot be used. Holds every problem found. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something wrong in the table.
     *
     * @param line the line, counted from 1
     * @param column the name of the column; {@code row} if the whole row is meant
     * @param reason what was found and what was expected
     */
    public record Problem(long line, String column, String reason) {}

    private final transient List<Problem> problems;

    CatalogException(String file, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> file + ":" + problem.line() + ": " + problem.column() + ": " + problem.reason())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems by line; unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }
}
