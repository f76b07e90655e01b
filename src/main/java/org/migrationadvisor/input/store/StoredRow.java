package org.migrationadvisor.input.store;

import org.migrationadvisor.input.row.CustomerRow;

/**
 * A row while it waits for the others of its customer.
 *
 * @param ordinal its number among all rows of the run, from 0, by which it can be found again in its source
 * @param settled whether other files, or the option, named its customer
 */
public record StoredRow(long ordinal, CustomerRow row, boolean settled) {

    /** A row as it was read. */
    public StoredRow(long ordinal, CustomerRow row) {
        this(ordinal, row, false);
    }

    /** The same row of a customer that it does not name itself. */
    public StoredRow of(String customer) {
        return new StoredRow(ordinal, row.of(customer), true);
    }

    public String customerId() {
        return row.customerId();
    }
}
