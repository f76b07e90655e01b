package org.migrationadvisor.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a table of products cannot be used. Holds every problem found. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something wrong in a table.
     *
     * @param file the name of the file
     * @param line the line, counted from 1
     * @param column the name of the column; {@code row} if the whole row is meant
     * @param reason what was found and what was expected
     */
    public record Problem(String file, long line, String column, String reason) {

        /** The problem with its place, on one line. */
        public String message() {
            return file + ":" + line + ": " + column + ": " + reason;
        }
    }

    private final transient List<Problem> problems;

    CatalogException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems by file and line; unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }
}
