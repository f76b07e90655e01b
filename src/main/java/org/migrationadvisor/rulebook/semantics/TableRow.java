package org.migrationadvisor.rulebook.semantics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a reference table. Immutable. */
public final class TableRow {
    private final String file;
    private final int line;
    private final List<Object> key;
    private final LocalDate from;
    private final LocalDate to;
    private final @Nullable Object[] cells;

    /**
     * @param line the line of the file, counted from 1
     * @param key the values of the key, in the order of the table's key
     * @param from the first day on which it holds, or {@link LocalDate#MIN}
     * @param to the last day on which it holds, or {@link LocalDate#MAX}
     * @param cells the values of all columns, null for an empty cell
     */
    public TableRow(String file, int line, List<?> key, LocalDate from, LocalDate to, @Nullable Object[] cells) {
        this.file = file;
        this.line = line;
        this.key = key.stream().map(Values::comparable).toList();
        this.from = from;
        this.to = to;
        this.cells = Arrays.copyOf(cells, cells.length);
    }

    public int line() {
        return line;
    }

    /** Where it stands, such as {@code tables/lifecycle.csv:7}. */
    public String place() {
        return file + ":" + line;
    }

    /** The values of the key: equal for rows of the same key, in whatever letter case. */
    public List<Object> key() {
        return key;
    }

    /** The first day on which it holds. */
    public LocalDate from() {
        return from;
    }

    /** The last day on which it holds. */
    public LocalDate to() {
        return to;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The value of a column; null if its cell is empty. */
    public @Nullable Object cell(int place) {
        return cells[place];
    }
}
