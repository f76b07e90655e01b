package org.migrationadvisor.catalog;

import java.util.List;

/** What an offer was resolved to. */
public sealed interface Resolution {

    /** Exactly one product. */
    record Resolved(Product product) implements Resolution {}

    /** A name that belongs to several products, by part number. */
    record Ambiguous(List<Product> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No product. */
    record Unresolved() implements Resolution {}
}
