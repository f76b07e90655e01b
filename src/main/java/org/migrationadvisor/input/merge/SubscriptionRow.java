package org.migrationadvisor.input.merge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RowKind;

/**
 * What one row says of a subscription, as it is kept until all rows are read.
 *
 * @param hasId whether the row has an id; without one the facts are under a stand-in
 * @param latest see {@link CustomerRow#latest()}
 */
record SubscriptionRow(
        Subscription facts,
        boolean hasId,
        Place place,
        RowKind kind,
        @Nullable LocalDate latest) {

    /** By place, which does not depend on the order in which files are given. */
    static final Comparator<SubscriptionRow> BY_PLACE = Comparator.comparing(
                    (SubscriptionRow taken) -> taken.place().file())
            .thenComparingLong(taken -> taken.place().line());

    static SubscriptionRow of(CustomerRow row, CustomerRow.SubscriptionRow subscription) {
        return new SubscriptionRow(
                subscription.facts(), !subscription.id().isEmpty(), row.place(), row.kind(), row.latest());
    }

    boolean isOf(String file) {
        return Objects.equals(place.file(), file);
    }
}
