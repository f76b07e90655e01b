package org.migrationadvisor.input.store;

import java.util.Iterator;
import java.util.function.Consumer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.source.ListException;

/** Holds the rows of a run until all are read, and gives them back by customer. */
public final class RowStore implements AutoCloseable {

    /** The share of the heap that rows may take: one in so many. */
    private static final int SHARE = 5;

    private final SortedStore<String, StoredRow> rows;

    /** @param fields the fields that rows can have */
    public RowStore(FactTable fields) {
        this(fields, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * @param fields the fields that rows can have
     * @param limit how many bytes of memory the rows may take; those beyond wait in temporary files
     */
    public RowStore(FactTable fields, long limit) {
        this.rows = new SortedStore<>(new RowCodec(fields), limit);
    }

    /**
     * Takes a row.
     *
     * @throws ListException if the rows have no room on the disk
     */
    public void add(StoredRow row) {
        rows.add(row);
    }

    /** Shows every row, in no fixed order. */
    public void forEach(Consumer<StoredRow> consumer) {
        rows.sorted().forEachRemaining(consumer);
    }

    /**
     * All rows by customer id in the order of {@link String}; those of one customer in the order in which they were
     * added. No row can be added after that.
     */
    public Iterator<StoredRow> byCustomer() {
        return rows.sorted();
    }

    @Override
    public void close() {
        rows.close();
    }
}
