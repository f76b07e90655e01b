package org.migrationadvisor.input;

/**
 * A row while it waits for the others of its customer.
 *
 * @param ordinal its number among all rows of the run, from 0, by which it can be found again in its source; -1 for a
 *     row whose customer was told by other files
 */
record StoredRow(long ordinal, CustomerRow row) {
    static final long SETTLED = -1;

    String customerId() {
        return row.customerId();
    }
}
