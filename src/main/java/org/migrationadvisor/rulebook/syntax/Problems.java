package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the problems of all files of a rules folder: at most one for a place, 100 for a file and 500 in all. */
public final class Problems {
    private static final int MOST = 500;
    private static final int MOST_OF_FILE = 100;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private final Map<String, Integer> byFile = new HashMap<>();
    private int leftOut;
    private boolean errors;

    private record Place(String file, int line, int column, Problem.Level severity) {}

    public void error(ProblemKind kind, SourceFile file, Span span, String what) {
        error(kind, file, span, what, null);
    }

    public void error(ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        add(Problem.Level.ERROR, kind, file, span, what, mend);
    }

    public void warning(ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        add(Problem.Level.WARNING, kind, file, span, what, mend);
    }

    public void add(
            Problem.Level level, ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        if (isFull(file.name())) {
            errors |= level == Problem.Level.ERROR;
            leftOut++;
        } else {
            add(Problem.at(span, file, kind, level, what, mend));
        }
    }

    /** Adds what was collected elsewhere. */
    public void addAll(Problems others) {
        others.found.forEach(this::add);
        leftOut += others.leftOut;
        errors |= others.errors;
    }

    private void add(Problem problem) {
        errors |= problem.severity() == Problem.Level.ERROR;
        if (isFull(problem.file())) {
            leftOut++;
        } else if (places.add(new Place(problem.file(), problem.line(), problem.column(), problem.severity()))) {
            found.add(problem);
            byFile.merge(problem.file(), 1, Integer::sum);
        }
    }

    /** Whether further problems of a file are only counted, so that nothing need be searched to mend them. */
    public boolean isFull(SourceFile file) {
        return isFull(file.name());
    }

    private boolean isFull(String file) {
        return found.size() >= MOST || byFile.getOrDefault(file, 0) >= MOST_OF_FILE;
    }

    /** How many more problems there are than are kept. */
    public int leftOut() {
        return leftOut;
    }

    public boolean hasErrors() {
        return errors;
    }

    /** The problems by file, line and column; unmodifiable. */
    public List<Problem> sorted() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }
}
