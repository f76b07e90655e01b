package org.migrationadvisor.rulebook.syntax;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text file of the rules folder, with the way from an offset in it to a line and a column. A line ends with a line feed,
 * a carriage return, or both, as in YAML, CSV and every editor.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param name the path relative to the rules folder, with {@code /}
     * @param text the whole text
     */
    public SourceFile(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line of an offset, counted from 1. */
    public int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The column of an offset in its line, counted from 1 in UTF-16 units. */
    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** The offset at which a line starts; the line counts from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The offset behind the last character of a line, before its line break; the line counts from 1. */
    public int lineEnd(int line) {
        int end = line == lineStarts.length ? text.length() : lineStarts[line] - 1;
        return end > lineStarts[line - 1] && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The text of a line without its line break; the line counts from 1. */
    public String lineText(int line) {
        return text.substring(lineStarts[line - 1], lineEnd(line));
    }

    /** The text of a span. */
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    @Override
    public String toString() {
        return name;
    }
}
