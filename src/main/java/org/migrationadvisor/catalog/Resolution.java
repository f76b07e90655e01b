package org.migrationadvisor.catalog;

import java.util.List;

/** What an offer was resolved to. */
public sealed interface Resolution {

    /** Exactly one product. */
    record Resolved(Product product) implements Resolution {}

    /** A name or an id that belongs to several products, by part number. */
    record Ambiguous(List<Product> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * No product.
     *
     * @param nearest products with a similar name, the most similar first, or with the name that goes with an unknown
     *     id; empty if there is none
     */
    record Unresolved(List<Product> nearest) implements Resolution {
        public Unresolved {
            nearest = List.copyOf(nearest);
        }
    }
}
