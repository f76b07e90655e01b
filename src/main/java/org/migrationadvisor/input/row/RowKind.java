package org.migrationadvisor.input.row;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;

/**
 * What the rows of one kind have in common; one for all rows below a header, or for all objects of a shape.
 *
 * @param columns how this source spells the fields, for messages about what is missing or contradicts
 * @param header see {@link RejectedRow#header()}
 * @param traits how its rows are to be joined with others
 * @param hints the fields of which it knows only something near, that yields to what any other source says
 */
public record RowKind(
        Map<FactField, String> columns, @Nullable String header, Set<Trait> traits, Set<FactField> hints) {

    /** What makes the rows of a format unlike those of the canonical list. */
    public enum Trait {
        /** A row may leave the customer to the run: the option, or another file, then tells it. */
        CUSTOMER_MAY_BE_MISSING,
        /** A row may stand for a customer's subscription of a SKU, without an id. */
        ID_MAY_BE_MISSING,
        /** The id is not that of the commerce platform; another source may know the subscription under another one. */
        ID_OF_DIRECTORY,
        /** Many rows make up one subscription. */
        REPEATS,
        /** The offer id is that of a price list, which says nothing against a licensing SKU. */
        COMMERCE_OFFERS,
        /** The offer id is the licensing SKU. */
        LICENSING_SKUS
    }

    /** Rows that say all they mean, as those of the canonical list do. */
    public static RowKind plain(Map<FactField, String> columns, @Nullable String header) {
        return new RowKind(columns, header, Set.of(), Set.of());
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** How the source spells a field. */
    public String spelled(FactField field) {
        return columns.getOrDefault(field, field.column());
    }
}
