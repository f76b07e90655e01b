package org.migrationadvisor.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A licensing SKU. Lists are unmodifiable and empty where nothing is known.
 *
 * @param skuId its GUID in lower case
 * @param partNumber its part number (String_Id), such as {@code SPE_E3}
 * @param name its display name; not unique
 * @param otherNames former names and names in other lists
 * @param legacyOfferIds GUIDs of the legacy commerce offers of it, in lower case
 * @param newCommerceIds its new-commerce {@code product:sku} ids, in lower case
 * @param segment commercial, education, government or nonprofit; null if unknown
 * @param seatCap the most seats a customer may hold of it over all subscriptions; null if none is known
 * @param minimumSeats the fewest seats that can be bought; null if none is known
 * @param minimumSeatsThreeYears the same for a term of three years; null if none is known
 * @param status whether it can still be bought
 * @param equivalents part numbers of products that take its place
 * @param includes part numbers of products of which it gives all, whatever the published plan lists say
 * @param variantOf part number of the product of which it is sold as a variant (no Teams, EEA, HUB ...); null if it is
 *     none
 * @param plans the names of its service plans, by name
 * @param source the page and year that say so; null if unknown
 */
public record Product(
        String skuId,
        String partNumber,
        String name,
        List<String> otherNames,
        List<String> legacyOfferIds,
        List<String> newCommerceIds,
        @Nullable String segment,
        @Nullable Integer seatCap,
        @Nullable Integer minimumSeats,
        @Nullable Integer minimumSeatsThreeYears,
        SaleStatus status,
        List<String> equivalents,
        List<String> includes,
        @Nullable String variantOf,
        List<String> plans,
        @Nullable String source) {

    public Product {
        Objects.requireNonNull(skuId, "skuId");
        Objects.requireNonNull(partNumber, "partNumber");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        otherNames = List.copyOf(otherNames);
        legacyOfferIds = List.copyOf(legacyOfferIds);
        newCommerceIds = List.copyOf(newCommerceIds);
        equivalents = List.copyOf(equivalents);
        includes = List.copyOf(includes);
        plans = List.copyOf(plans);
    }

    /** A product of which a list tells nothing but this. */
    static Product listed(String skuId, String partNumber, String name, List<String> plans, String source) {
        return new Product(
                skuId,
                partNumber,
                name,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                SaleStatus.UNKNOWN,
                List.of(),
                List.of(),
                null,
                plans,
                source);
    }

    /** The same with what another list tells of it: names that are added, and plans that take the place of its own. */
    Product with(List<String> names, List<String> listedPlans) {
        return new Product(
                skuId,
                partNumber,
                name,
                names,
                legacyOfferIds,
                newCommerceIds,
                segment,
                seatCap,
                minimumSeats,
                minimumSeatsThreeYears,
                status,
                equivalents,
                includes,
                variantOf,
                listedPlans,
                source);
    }

    /** The part number of the product that it and its variants stand for. */
    String base() {
        return variantOf == null ? partNumber : variantOf;
    }
}
