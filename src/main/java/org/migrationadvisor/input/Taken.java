package org.migrationadvisor.input;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Subscription;

/**
 * What one row says of a subscription, as it is kept until all rows are read.
 *
 * @param hasId whether the row has an id; without one the facts are under a stand-in
 * @param latest see {@link CustomerRow#latest()}
 */
record Taken(
        Subscription facts,
        boolean hasId,
        Place place,
        RowKind kind,
        @Nullable LocalDate latest) {

    /** By place, which does not depend on the order in which files are given. */
    static final Comparator<Taken> BY_PLACE = Comparator.comparing(
                    (Taken taken) -> taken.place().file())
            .thenComparingLong(taken -> taken.place().line());

    static Taken of(CustomerRow row, CustomerRow.SubscriptionRow subscription) {
        return new Taken(subscription.facts(), !subscription.id().isEmpty(), row.place(), row.kind(), row.latest());
    }

    boolean isOf(String file) {
        return Objects.equals(place.file(), file);
    }
}
