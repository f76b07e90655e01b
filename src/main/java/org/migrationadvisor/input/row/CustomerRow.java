package org.migrationadvisor.input.row;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.Subscription;

/**
 * What one row says of a customer.
 *
 * @param customerId empty if the row leaves it to the run
 * @param facts what it knows of the customer itself, besides the id; at most one of each field
 * @param kind what it has in common with its neighbours
 * @param subscription null if the row carries none; its id is empty if the row has none
 * @param latest see {@link RawRow#latest()}; null if the row does not tell
 */
public record CustomerRow(
        String customerId,
        Place place,
        List<Fact> facts,
        RowKind kind,
        @Nullable SubscriptionRow subscription,
        @Nullable LocalDate latest) {

    /** The same row of a customer. */
    public CustomerRow of(String customer) {
        return new CustomerRow(customer, place, facts, kind, subscription, latest);
    }

    /**
     * A known value.
     *
     * @param value a text, or the code of a constant
     * @param column the column or key in the source's own spelling
     */
    public record Fact(FactField field, String value, String column, Place place) {}

    /**
     * What the row knows of a subscription.
     *
     * @param id empty if the row has none
     * @param facts under the id, or under a stand-in where there is none
     */
    public record SubscriptionRow(String id, Subscription facts) {}
}
