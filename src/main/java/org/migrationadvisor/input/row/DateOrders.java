package org.migrationadvisor.input.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FieldType;

/**
 * In which order the dates of a source are written, column by column. One date that is clear decides its column, and may
 * stand behind those that are not: the first question reads the source once more, so that no row has to wait in memory.
 */
public final class DateOrders {

    private final @Nullable DateOrder given;
    private final Rows rows;
    private @Nullable Map<String, Set<DateOrder>> proven;

    /** Pushes all rows of the source. */
    @FunctionalInterface
    public interface Rows {
        void read(RowSink sink) throws IOException;
    }

    /** @param given decides where a column does not; null to leave it undecided */
    public DateOrders(@Nullable DateOrder given, Rows rows) {
        this.given = given;
        this.rows = rows;
    }

    /** For facts that are written in ISO 8601. */
    public static DateOrders none() {
        return new DateOrders(null, sink -> {});
    }

    /** The order in a column; null if nothing decides it. */
    @Nullable
    DateOrder of(String column) {
        if (proven == null) {
            proven = prove();
        }
        Set<DateOrder> orders = proven.getOrDefault(column, Set.of());
        return orders.size() == 1 ? orders.iterator().next() : given;
    }

    private Map<String, Set<DateOrder>> prove() {
        Map<String, Set<DateOrder>> found = new HashMap<>();
        try {
            rows.read(new Proofs(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private record Proofs(Map<String, Set<DateOrder>> found) implements RowSink {

        @Override
        public void row(RawRow row) {
            row.cells().forEach((field, cell) -> {
                if (field.type() == FieldType.DATE) {
                    prove(cell);
                }
            });
            if (row.latest() != null) {
                prove(row.latest());
            }
        }

        private void prove(Cell cell) {
            DateText.provenOrder(cell.text())
                    .ifPresent(order -> found.computeIfAbsent(cell.column(), key -> EnumSet.noneOf(DateOrder.class))
                            .add(order));
        }

        @Override
        public void reject(RejectedRow row) {}

        @Override
        public void warn(Place place, String column, String found, String expected) {}
    }
}
