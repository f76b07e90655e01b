package org.migrationadvisor.input.row;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;

/**
 * How the lists of a run are read. Immutable.
 *
 * @param format the format of all of them; null to tell it from their content
 * @param sheet the sheet of a workbook; null for the first with a header that is known
 * @param dateOrder how dates are written in which day and month cannot be told apart; null to reject those rows unless
 *     their column decides it
 * @param tenant the customer of files that name none; null if only the files can tell, {@link #UNKNOWN_TENANT} to take
 *     their rows for those of one unknown customer where no file tells
 * @param partnerTenants tenant ids of the partner itself, and of the provider it buys from, in lower case
 * @param fields the fields that lists can carry, own columns included
 * @param licensingSku the licensing SKU, as a GUID in lower case, that an offer is known to be; asked from one thread
 */
public record ReadOptions(
        @Nullable ListFormat format,
        @Nullable String sheet,
        @Nullable DateOrder dateOrder,
        @Nullable String tenant,
        Set<String> partnerTenants,
        FactTable fields,
        Function<Offer, Optional<String>> licensingSku) {

    /** Stands for a customer that is not known. */
    public static final String UNKNOWN_TENANT = "unknown";

    public ReadOptions {
        partnerTenants = Set.copyOf(partnerTenants);
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(licensingSku, "licensingSku");
    }

    /** Nothing is told beforehand. */
    public static ReadOptions defaults() {
        return defaults(FactTable.STANDARD);
    }

    /** Nothing is told beforehand but the fields that lists can carry. */
    public static ReadOptions defaults(FactTable fields) {
        return new ReadOptions(null, null, null, null, Set.of(), fields, offer -> Optional.empty());
    }
}
