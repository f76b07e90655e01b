package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an offer was resolved to in the offers table.
 *
 * @param name its name there, else as given; null if unknown
 * @param sku part number of the licensing SKU; null if it was not found
 * @param match how it was found: found, ambiguous, not-found, not-given
 * @param candidates the products that one which is not found may be, by part number or name
 */
public record ResolvedOffer(@Nullable String name, @Nullable String sku, String match, List<String> candidates) {

    public ResolvedOffer {
        Objects.requireNonNull(match, "match");
        candidates = List.copyOf(candidates);
    }
}
