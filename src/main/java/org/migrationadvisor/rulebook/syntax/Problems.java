package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of all files of a rules folder, at most one for a place and 500 in all. */
public final class Problems {
    private static final int MOST = 500;

    private final List<Problem> found = new ArrayList<>();
    private int leftOut;

    public void error(ProblemKind kind, SourceFile file, Span span, String what) {
        error(kind, file, span, what, null);
    }

    public void error(ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        add(Problem.Level.ERROR, kind, file, span, what, mend);
    }

    public void warning(ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        add(Problem.Level.WARNING, kind, file, span, what, mend);
    }

    private void add(
            Problem.Level level, ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        int start = Math.min(span.start(), file.text().length());
        int line = file.line(start);
        int length = Math.max(1, span.end() - start);
        add(new Problem(kind, level, file.name(), line, file.column(start), length, file.lineText(line), what, mend));
    }

    /** Adds what was collected elsewhere. */
    public void addAll(Problems others) {
        others.found.forEach(this::add);
        leftOut += others.leftOut;
    }

    private void add(Problem problem) {
        if (found.stream().anyMatch(other -> samePlace(other, problem))) {
            return;
        }
        if (found.size() < MOST) {
            found.add(problem);
        } else {
            leftOut++;
        }
    }

    /** How many more problems there are than are kept. */
    public int leftOut() {
        return leftOut;
    }

    private static boolean samePlace(Problem a, Problem b) {
        return a.line() == b.line()
                && a.column() == b.column()
                && a.severity() == b.severity()
                && a.file().equals(b.file());
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Problem.Level.ERROR);
    }

    /** The problems by file, line and column; unmodifiable. */
    public List<Problem> sorted() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }
}
