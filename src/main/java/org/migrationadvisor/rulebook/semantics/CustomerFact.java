package org.migrationadvisor.rulebook.semantics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Customer} of the rules: the customer as of a date. A null component is unknown. Two facts are equal only
 * if they are the same one.
 *
 * @param subscriptionCount how many subscriptions the list has of the customer
 * @param movingCount how many of them are not, or not known to be, the partner's own already
 * @param firstEndDate the first end date of those that are still to be provisioned
 */
public record CustomerFact(
        String id,
        @Nullable String name,
        @Nullable String domain,
        @Nullable String country,
        String segment,
        String relationship,
        String agreementAccepted,
        @Nullable String language,
        Integer subscriptionCount,
        Integer movingCount,
        @Nullable LocalDate firstEndDate,
        LocalDate asOf) {

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
