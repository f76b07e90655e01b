package org.migrationadvisor.input.row;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one file of a run was understood. Immutable.
 *
 * @param name as the caller named it
 * @param recognised what was in it, in the order in which it came up
 * @param encoding of a text, such as {@code UTF-8} or {@code Windows-1252}; null for a workbook
 * @param delimiter what parts the cells of a table; null for anything but CSV
 * @param sheet the sheet that was read; null for anything but a workbook
 * @param packed whether it was unpacked from a gzip archive
 * @param rows the rows read, taken or rejected
 * @param rejected the rows that were not taken
 * @param skipped the rows that are none of license-based subscriptions
 * @param customers how many customers its rows name
 * @param subscriptions how many subscriptions its rows name
 * @param bridges how many offers it tells the licensing SKU of
 * @param columns the columns or keys, in the order in which they came up
 */
public record FileReport(
        String name,
        List<Recognised> recognised,
        @Nullable String encoding,
        @Nullable Character delimiter,
        @Nullable String sheet,
        boolean packed,
        long rows,
        long rejected,
        long skipped,
        long customers,
        long subscriptions,
        long bridges,
        List<Column> columns) {

    public FileReport {
        Objects.requireNonNull(name, "name");
        recognised = List.copyOf(recognised);
        columns = List.copyOf(columns);
    }

    /**
     * A kind of rows.
     *
     * @param format its format
     * @param title what it is, for people
     */
    public record Recognised(ListFormat format, String title) {}

    /**
     * A column or key.
     *
     * @param name as the file spells it
     * @param fields the columns of the canonical list that it fills; none if it is ignored
     */
    public record Column(String name, List<String> fields) {
        public Column {
            fields = List.copyOf(fields);
        }
    }
}
