package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.OfferComparison;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.SaleStatus;

/**
 * What the catalog tells of a subscription's offer and of the wanted one.
 *
 * @param given the offer as it was resolved
 * @param wanted the wanted offer as it was resolved; the offer itself where none is given
 * @param compared whether the wanted offer is the same, different, or unclear
 * @param offer the product that the offer was resolved to; null if to none
 * @param target the product that the wanted offer was resolved to; null if to none
 * @param change what users lose, keep and gain; null unless the two are different products
 * @param equivalents products that can take the place of the wanted one
 * @param customerSeatsNeeded seats needed of the target over all subscriptions of the customer, as far as they are
 *     known, the partner's own included; null if the target or all numbers are unknown
 */
public record OfferFacts(
        ResolvedOffer given,
        ResolvedOffer wanted,
        String compared,
        @Nullable Product offer,
        @Nullable Product target,
        @Nullable OfferComparison change,
        List<Product> equivalents,
        @Nullable Integer customerSeatsNeeded) {

    public OfferFacts {
        equivalents = List.copyOf(equivalents);
    }

    String offerStatus() {
        return status(offer);
    }

    String targetStatus() {
        return status(target);
    }

    private static String status(@Nullable Product product) {
        return (product == null ? SaleStatus.UNKNOWN : product.status()).code();
    }

    @Nullable
    Integer seatCap() {
        return target == null ? null : target.seatCap();
    }

    @Nullable
    Integer minimumSeats() {
        return target == null ? null : target.minimumSeats();
    }

    @Nullable
    Integer minimumSeatsThreeYears() {
        return target == null ? null : target.minimumSeatsThreeYears();
    }

    List<String> equivalentNames() {
        return equivalents.stream().map(Product::name).toList();
    }

    /** Whether the service plans of both are known; no matter where there is nothing to compare. */
    String comparison() {
        if (change == null) {
            return "not-needed";
        }
        return change.known() ? "known" : "unknown";
    }

    /** The texts of the comparison; none where there is nothing to compare, null where that is not known. */
    @Nullable
    List<String> texts(Function<OfferComparison, List<String>> reader) {
        if (change == null) {
            return List.of();
        }
        return change.known() ? TextList.ofDetailed(reader.apply(change)) : null;
    }

    /** A count of the comparison; null where nothing was compared. */
    @Nullable
    Integer count(ToIntFunction<OfferComparison> reader) {
        return change == null || !change.known() ? null : (Integer) reader.applyAsInt(change);
    }

    /** The product whose plan list is too short to be relied on; null if there is none. */
    OfferComparison.@Nullable ShortList shortList() {
        return change == null || change.shortLists().isEmpty()
                ? null
                : change.shortLists().get(0);
    }
}
