package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.source.Texts;

/** Counts what comes from one file. */
final class FileTally {

    /** More columns or keys than that are counted, but not named. */
    private static final int MAX_COLUMNS = 1000;

    private final String name;
    private final Set<FileReport.Recognised> recognised = new LinkedHashSet<>();
    private final Map<String, Set<FactField>> columns = new LinkedHashMap<>();
    private @Nullable Character delimiter;
    private @Nullable String sheet;
    private long rows;
    private long rejected;
    private long skipped;
    private long subscriptions;
    private long customers;
    private long bridges;
    private long refused;

    FileTally(String name) {
        this.name = name;
    }

    void recognised(ListFormat format, String title) {
        recognised.add(new FileReport.Recognised(format, title));
    }

    void delimiter(char value) {
        delimiter = value;
    }

    void sheet(String value) {
        sheet = Texts.shown(value);
    }

    void column(String name, @Nullable FactField field) {
        String column = Texts.shown(name);
        Set<FactField> known = columns.get(column);
        if (known == null && columns.size() < MAX_COLUMNS) {
            known = new TreeSet<>();
            columns.put(column, known);
        }
        if (known != null && field != null) {
            known.add(field);
        }
    }

    void row() {
        rows++;
    }

    long rows() {
        return rows;
    }

    /** A row whose facts are taken. */
    void taken(CustomerRow row) {
        subscriptions += row.subscription() == null ? 0 : 1;
    }

    /** A row that was taken, and is refused when its customer is made. */
    void refused(CustomerRow row) {
        subscriptions -= row.subscription() == null ? 0 : 1;
        rejected++;
        refused++;
    }

    /** Whether rows were refused that had been taken, so that the file is to be read again for them. */
    boolean hasRefused() {
        return refused > 0;
    }

    /** A customer that rows name. */
    void customer() {
        customers++;
    }

    void rejected() {
        rejected++;
    }

    void skipped() {
        skipped++;
    }

    void bridge() {
        bridges++;
    }

    FileReport report(@Nullable String encoding, boolean packed) {
        List<FileReport.Column> mapped = new ArrayList<>();
        columns.forEach((column, fields) -> mapped.add(new FileReport.Column(
                column, fields.stream().map(FactField::column).toList())));
        return new FileReport(
                name,
                List.copyOf(recognised),
                encoding,
                delimiter,
                sheet,
                packed,
                rows,
                rejected,
                skipped,
                customers,
                subscriptions,
                bridges,
                mapped);
    }
}
