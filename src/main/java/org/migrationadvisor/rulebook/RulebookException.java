package org.migrationadvisor.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.Problems;

/** Thrown when a rules folder does not load. The message holds every problem with its place. */
public final class RulebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RulebookException(List<Problem> problems) {
        super(problems.stream().map(Problem::pretty).collect(Collectors.joining("\n\n")));
        this.problems = List.copyOf(problems);
    }

    /** Throws the problems if any of them is an error. */
    public static void throwIfErrors(Problems problems) {
        if (problems.hasErrors()) {
            throw new RulebookException(problems.sorted());
        }
    }

    /** The problems by file, line and column; unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }
}
