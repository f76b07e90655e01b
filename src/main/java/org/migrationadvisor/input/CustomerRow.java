package org.migrationadvisor.input;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Subscription;

/**
 * What one row says of a customer.
 *
 * @param facts what it knows of the customer itself, besides the id
 * @param subscription null if the row carries none
 */
record CustomerRow(
        String customerId,
        Place place,
        Map<Field, Fact> facts,
        @Nullable Subscription subscription) {

    /**
     * A known value.
     *
     * @param value a text, or the code of a constant
     * @param column the column or key in the source's own spelling
     */
    record Fact(String value, String column, Place place) {}
}
