package org.migrationadvisor.rulebook.folder;

import java.util.List;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.text.Counted;

/**
 * Thrown when a rules folder does not load. The message holds every problem with its place: the first 100 of a file and
 * 500 in all, and how many more there are.
 */
public final class RulebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RulebookException(List<Problem> problems, int leftOut) {
        super(problems.stream().map(Problem::pretty).collect(Collectors.joining("\n\n"))
                + (leftOut == 0 ? "" : "\n\n... and " + Counted.of(leftOut, "more problem") + "."));
        this.problems = List.copyOf(problems);
    }

    /** Throws the problems if any of them is an error. */
    public static void throwIfErrors(Problems problems) {
        if (problems.hasErrors()) {
            throw new RulebookException(problems.sorted(), problems.leftOut());
        }
    }

    /** The problems by file, line and column; unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }
}
