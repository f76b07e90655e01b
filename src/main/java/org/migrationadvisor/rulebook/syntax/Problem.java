package org.migrationadvisor.rulebook.syntax;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a file of the rules folder, said so that an analyst can mend it.
 *
 * @param kind a stable name of the kind of problem, such as {@code unknown-field}
 * @param severity how bad it is
 * @param file the file, relative to the rules folder
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 * @param length how many characters from there are meant, at least 1
 * @param lineText the text of that line
 * @param what what was found and what was expected
 * @param mend the likely mend; null if none is known
 */
public record Problem(
        String kind,
        Level severity,
        String file,
        int line,
        int column,
        int length,
        String lineText,
        String what,
        @Nullable String mend) {

    /** How bad a problem is. */
    public enum Level {
        /** The rules do not load. */
        ERROR,
        /** The rules load, but something is probably not meant so. */
        WARNING
    }

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(lineText, "lineText");
        Objects.requireNonNull(what, "what");
    }

    /** {@code file:line:column: severity: what}, without the source line. */
    public String headline() {
        String level = severity == Level.ERROR ? "error" : "warning";
        return file + ":" + line + ":" + column + ": " + level + ": " + what;
    }

    /** The headline, the source line with a caret under the place, and the likely mend. */
    public String pretty() {
        StringBuilder out = new StringBuilder(headline());
        String number = Integer.toString(line);
        String shown = lineText.replace('\t', ' ');
        String margin = " ".repeat(number.length());
        int carets = Math.max(1, Math.min(length, shown.length() - column + 1));
        out.append('\n').append(' ').append(number).append(" | ").append(shown);
        out.append('\n').append(' ').append(margin).append(" | ").append(" ".repeat(column - 1));
        out.append("^".repeat(carets));
        if (mend != null) {
            out.append('\n').append(' ').append(margin).append(" = ").append(mend);
        }
        return out.toString();
    }
}
