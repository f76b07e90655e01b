package org.migrationadvisor.rulebook.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationadvisor.catalog.CsvTable;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/** Where the cells of a CSV file stand, so that a message can point at one. */
public final class CellPlaces {
    private static final char MARK = '\uFEFF';

    private final SourceFile file;
    private final char separator;
    private final List<String> header;

    /** @param columns all columns that the table can have */
    public CellPlaces(SourceFile file, List<String> columns) {
        this.file = file;
        this.separator = CsvTable.separator(file.text(), columns);
        int line = 1;
        while (line < lines() && isNoHeader(line)) {
            line++;
        }
        this.header = new ArrayList<>();
        for (Span cell : cells(line)) {
            Span inside = inside(cell);
            header.add(
                    file.text(new Span(inside.start(), Math.max(inside.start(), Math.min(inside.end(), cell.end())))));
        }
    }

    private boolean isNoHeader(int line) {
        String text = file.lineText(line);
        return text.isBlank() || text.toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    private int lines() {
        return file.line(file.text().length());
    }

    /**
     * The place of a cell: without the quotes and blanks around it, but at least one character.
     *
     * @param line the line where its row starts, counted from 1
     * @param column its column; the whole row if there is none of this name
     */
    public Span of(long line, String column) {
        int known = (int) Math.min(line, lines());
        List<Span> cells = cells(known);
        for (int i = 0; i < cells.size() && i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(column)) {
                return inside(cells.get(i));
            }
        }
        int start = file.lineStart(known);
        return new Span(start, Math.max(start + 1, file.lineEnd(known)));
    }

    /** The place of a cell as it stands in the file, with its quotes. */
    Span whole(long line, String column) {
        List<Span> cells = cells((int) line);
        for (int i = 0; i < cells.size() && i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(column)) {
                return cells.get(i);
            }
        }
        throw new IllegalArgumentException("column: found " + column + ", which the table does not have");
    }

    private Span inside(Span cell) {
        String text = file.text(cell);
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        int start = cell.start() + from;
        return new Span(start, Math.max(start + 1, cell.start() + to));
    }

    private static boolean isAround(char sign) {
        return Character.isWhitespace(sign) || sign == '"' || sign == MARK;
    }

    private List<Span> cells(int line) {
        List<Span> cells = new ArrayList<>();
        String text = file.text();
        int start = file.lineStart(line);
        boolean quoted = false;
        for (int at = start; at <= text.length(); at++) {
            char sign = at == text.length() ? '\n' : text.charAt(at);
            boolean ends = at == text.length() || (!quoted && (sign == '\n' || sign == '\r'));
            if (ends || (!quoted && sign == separator)) {
                cells.add(new Span(start, at));
                start = at + 1;
            }
            if (ends) {
                break;
            }
            quoted ^= sign == '"';
        }
        return cells;
    }
}
