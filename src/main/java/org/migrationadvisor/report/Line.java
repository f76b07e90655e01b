package org.migrationadvisor.report;

import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.text.DisplayWidth;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.LineBreaker;

/**
 * One line of a terminal: spans of text, each in its ink. The width counts columns and is that of the text alone.
 *
 * @param spans the parts, from left to right; the line adds nothing between them
 */
record Line(List<Span> spans) {

    static final Line EMPTY = new Line(List.of());

    private static final String SEPARATOR = " · ";
    private static final int SEPARATOR_WIDTH = SEPARATOR.length();

    Line {
        spans = List.copyOf(spans);
    }

    record Span(String text, Ink ink) {}

    static Line of(String text, Ink ink) {
        return new Line(List.of(new Span(text, ink)));
    }

    /** Lays spans out side by side with a separator between them, and on the next line what does not fit. */
    static List<Line> flow(List<Span> items, int width) {
        List<Line> lines = new ArrayList<>();
        List<Span> current = new ArrayList<>();
        int used = 0;
        for (Span item : items) {
            for (String part : LineBreaker.lines(item.text(), width)) {
                int partWidth = DisplayWidth.of(part);
                if (!current.isEmpty() && used + SEPARATOR_WIDTH + partWidth > width) {
                    lines.add(new Line(current));
                    current = new ArrayList<>();
                    used = 0;
                }
                if (!current.isEmpty()) {
                    current.add(new Span(SEPARATOR, Ink.DIM));
                    used += SEPARATOR_WIDTH;
                }
                current.add(new Span(part, item.ink()));
                used += partWidth;
            }
        }
        if (!current.isEmpty()) {
            lines.add(new Line(current));
        }
        return lines;
    }

    int width() {
        int width = 0;
        for (Span span : spans) {
            width += DisplayWidth.of(span.text());
        }
        return width;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    void appendTo(StringBuilder out, boolean colour) {
        for (Span span : spans) {
            out.append(span.ink().paint(span.text(), colour));
        }
    }
}
