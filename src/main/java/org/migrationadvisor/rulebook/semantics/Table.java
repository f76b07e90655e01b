package org.migrationadvisor.rulebook.semantics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reference table of the rules folder: rows that rules look up by a key and, where the table has a validity, a day.
 * Immutable.
 */
public final class Table {
    private static final Comparator<TableRow> BY_VALIDITY =
            Comparator.comparing(TableRow::from).thenComparing(TableRow::line);

    private final String name;
    private final String file;
    private final List<Column> columns;
    private final List<Column> key;
    private final List<Column> validity;
    private final FactType type;
    private final List<TableRow> rows;
    private final Map<List<Object>, TableRow[]> index = new HashMap<>();

    /**
     * A column.
     *
     * @param place its place among the cells of a row, counted from 0
     * @param property how rules read it
     */
    public record Column(int place, Property property) {
        public String name() {
            return property.name();
        }
    }

    /**
     * @param file the path of its file in the rules folder
     * @param key the columns that rules must give
     * @param validity the columns of the first and the last day of a row; empty if its rows hold on any day
     */
    public Table(
            String name,
            String file,
            List<Column> columns,
            List<Column> key,
            List<Column> validity,
            List<TableRow> rows) {
        this.name = name;
        this.file = file;
        this.columns = List.copyOf(columns);
        this.key = List.copyOf(key);
        this.validity = List.copyOf(validity);
        this.rows = List.copyOf(rows);
        this.type = FactType.ofTable(
                name, this.columns.stream().map(Column::property).toList());
        Map<List<Object>, List<TableRow>> byKey = new HashMap<>();
        this.rows.forEach(row ->
                byKey.computeIfAbsent(row.key(), wanted -> new ArrayList<>()).add(row));
        byKey.forEach((wanted, found) -> {
            found.sort(BY_VALIDITY);
            index.put(wanted, found.toArray(TableRow[]::new));
        });
    }

    public String name() {
        return name;
    }

    /** The path of its file in the rules folder. */
    public String file() {
        return file;
    }

    /** All columns, in the order of the declaration; unmodifiable. */
    public List<Column> columns() {
        return columns;
    }

    /** The columns that rules must give; unmodifiable. */
    public List<Column> key() {
        return key;
    }

    /** The columns of the first and the last day of a row; empty if its rows hold on any day. */
    public List<Column> validity() {
        return validity;
    }

    /** The rows in the order of the file; unmodifiable. */
    public List<TableRow> rows() {
        return rows;
    }

    /** The rows of each key, by their first day. */
    public List<List<TableRow>> rowsByKey() {
        return index.values().stream().map(Arrays::asList).toList();
    }

    /** How rules read a row. */
    FactType type() {
        return type;
    }

    /** Whether the rows hold on some days only. */
    boolean hasValidity() {
        return !validity.isEmpty();
    }

    /**
     * The row of a key.
     *
     * @param wanted a value for each column of the key, as {@link Values#comparable} makes it
     * @param day the day; null if the table has no validity
     * @return null if there is none
     */
    @Nullable
    TableRow row(List<Object> wanted, @Nullable LocalDate day) {
        TableRow[] found = index.get(wanted);
        if (found == null) {
            return null;
        }
        if (day == null) {
            return found[0];
        }
        int low = 0;
        int high = found.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (found[middle].from().isAfter(day)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return found[low].holdsOn(day) ? found[low] : null;
    }

    @Override
    public String toString() {
        return name;
    }
}
