package org.migrationadvisor.rulebook.syntax;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;

/**
 * Something wrong in a file of the rules folder, said so that an analyst can mend it.
 *
 * @param kind the kind of problem
 * @param severity how bad it is
 * @param file the file, relative to the rules folder
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 * @param length how many characters from there are meant, at least 1
 * @param lineText the text of that line; of a long line the part around the column
 * @param skipped how many characters of the line stand before that part
 * @param what what was found and what was expected
 * @param mend the likely mend; null if none is known
 */
public record Problem(
        ProblemKind kind,
        Level severity,
        String file,
        int line,
        int column,
        int length,
        String lineText,
        int skipped,
        String what,
        @Nullable String mend) {

    /** By file, line and column. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::what);

    private static final int LONGEST_KEPT = 2_000;
    private static final int LONGEST_LINE = 160;
    private static final int BEFORE_PLACE = 60;

    /** How bad a problem is. */
    public enum Level {
        /** The rules or cases do not load. */
        ERROR,
        /** The rules load, but something is probably not meant so. */
        WARNING;

        /** As messages name it. */
        public String shown() {
            return this == ERROR ? "error" : "warning";
        }
    }

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        what = SafeText.shortened(Objects.requireNonNull(what, "what"));
        mend = mend == null ? null : SafeText.shortened(mend);
        lineText = SafeText.inPlace(Objects.requireNonNull(lineText, "lineText"));
    }

    /** A problem at a place in a file. */
    static Problem at(
            Span span, SourceFile file, ProblemKind kind, Level severity, String what, @Nullable String mend) {
        int start = Math.min(span.start(), file.text().length());
        int line = file.line(start);
        int lineStart = file.lineStart(line);
        int lineEnd = Math.max(start, file.lineEnd(line));
        int from = lineEnd - lineStart <= LONGEST_KEPT ? lineStart : Math.max(lineStart, start - BEFORE_PLACE);
        int to = Math.min(lineEnd, from + LONGEST_KEPT);
        return new Problem(
                kind,
                severity,
                file.name(),
                line,
                start - lineStart + 1,
                Math.max(1, span.end() - start),
                file.text().substring(from, to),
                from - lineStart,
                what,
                mend);
    }

    /** The same problem with the folder before its file, as the caller names it; empty for none. */
    public Problem in(String folder) {
        String path = folder.isEmpty() || folder.endsWith("/") ? folder + file : folder + "/" + file;
        return new Problem(kind, severity, path, line, column, length, lineText, skipped, what, mend);
    }

    /** The column behind what is meant, on the same line. */
    public int endColumn() {
        return column + Math.max(1, Math.min(length, skipped + lineText.length() - column + 1));
    }

    /** {@code file:line:column}. */
    public String place() {
        return file + ":" + line + ":" + column;
    }

    /** {@code file:line:column: severity: what}, without the source line. */
    public String headline() {
        return place() + ": " + severity.shown() + ": " + what;
    }

    /** The headline, the source line with a caret under the place, and the likely mend. */
    public String pretty() {
        return headline() + "\n" + excerpt();
    }

    /** The source line with a caret under the place, and the likely mend; a long line is cut around the place. */
    public String excerpt() {
        int place = column - 1 - skipped;
        int from = lineText.length() <= LONGEST_LINE ? 0 : Math.max(0, place - BEFORE_PLACE);
        int to = Math.min(lineText.length(), from + LONGEST_LINE);
        String before = skipped + from > 0 ? "..." : "";
        String after = to < lineText.length() ? "..." : "";
        int at = before.length() + place - from;
        int carets = Math.max(1, Math.min(length, to - place));
        String number = Integer.toString(line);
        String margin = " ".repeat(number.length());
        StringBuilder out = new StringBuilder();
        String shown = (before + lineText.substring(from, to) + after).stripTrailing();
        out.append((' ' + number + " | " + shown).stripTrailing());
        out.append('\n').append(' ').append(margin).append(" | ").append(" ".repeat(at));
        out.append("^".repeat(carets));
        if (mend != null) {
            out.append('\n').append(' ').append(margin).append(" = ").append(mend);
        }
        return out.toString();
    }
}
