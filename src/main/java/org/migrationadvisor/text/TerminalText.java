package org.migrationadvisor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Text for a person in a terminal: broken to its width, and in colour where it takes colour. Not thread-safe. */
public final class TerminalText {
    private static final int NARROWEST = 20;

    private final int width;
    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param width how many columns the terminal has; fewer than 20 count as 20
     * @param colour whether it takes ANSI colours
     */
    public TerminalText(int width, boolean colour) {
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    /**
     * A part of a row.
     *
     * @param text what stands there, on as many lines as it needs
     * @param ink its colour
     * @param columns how many columns it has; 0 for all that are left
     */
    public record Cell(String text, Ink ink, int columns) {
        public Cell {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(ink, "ink");
        }
    }

    /** How many columns the terminal has. */
    public int width() {
        return width;
    }

    /** A paragraph, each line of it behind the indent. */
    public TerminalText line(int indent, String words, Ink ink) {
        return row(indent, new Cell(words, ink, 0));
    }

    /** Cells side by side, each broken within its columns; a cell that has too few stands on lines of its own. */
    public TerminalText row(int indent, Cell... cells) {
        List<List<String>> columns = new ArrayList<>();
        int[] starts = new int[cells.length];
        int at = indent;
        int most = 0;
        for (int i = 0; i < cells.length; i++) {
            starts[i] = at;
            int room = cells[i].columns() == 0 ? width - at : cells[i].columns() - 1;
            List<String> lines = LineBreaker.lines(SafeText.of(cells[i].text()), Math.max(NARROWEST / 2, room));
            columns.add(room < 2 ? List.of(SafeText.of(cells[i].text())) : lines);
            most = Math.max(most, columns.get(i).size());
            at += cells[i].columns();
        }
        for (int line = 0; line < most; line++) {
            int used = 0;
            for (int i = 0; i < cells.length; i++) {
                String part = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                if (!part.isEmpty()) {
                    text.append(" ".repeat(Math.max(0, starts[i] - used)));
                    text.append(cells[i].ink().paint(part, colour));
                    used = Math.max(used, starts[i]) + DisplayWidth.of(part);
                }
            }
            text.append('\n');
        }
        return this;
    }

    /** An empty line. */
    public TerminalText blank() {
        text.append('\n');
        return this;
    }

    /** The text so far, each line ended by {@code \n}. */
    @Override
    public String toString() {
        return text.toString();
    }
}
