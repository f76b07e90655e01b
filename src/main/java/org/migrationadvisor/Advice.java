package org.migrationadvisor;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What to do for one customer. Immutable.
 *
 * @param customer the customer as it was given
 * @param asOf the day for which the advice holds, UTC
 * @param readiness how far the customer is
 * @param rules the fingerprint of everything in the rules folder that can change advice
 * @param recommendations the recommendations, by what must be done first; unmodifiable
 */
public record Advice(
        Customer customer, LocalDate asOf, Readiness readiness, String rules, List<Recommendation> recommendations) {

    public Advice {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(readiness, "readiness");
        Objects.requireNonNull(rules, "rules");
        recommendations = List.copyOf(recommendations);
    }
}
