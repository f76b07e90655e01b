package org.migrationadvisor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationadvisor.facts.Customer;

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

    /**
     * The amounts that the recommendations name, the {@code paidValue} and {@code committedValue} among their values, by
     * currency: each subscription counts once, and currencies are never added up. Subscriptions without a price or a
     * currency are left out.
     *
     * @return by currency code; unmodifiable, empty if no recommendation names an amount
     */
    public List<CurrencyTotal> totals() {
        SortedMap<String, CurrencyTotal> totals = new TreeMap<>();
        Set<String> counted = new HashSet<>();
        for (Recommendation each : recommendations) {
            BigDecimal paid = amount(each, "paidValue");
            BigDecimal committed = amount(each, "committedValue");
            String subscription = each.subscriptionId();
            boolean named = paid.signum() > 0 || committed.signum() > 0;
            if (named
                    && subscription != null
                    && each.values().get("currency") instanceof String currency
                    && counted.add(subscription)) {
                totals.merge(
                        currency,
                        CurrencyTotal.none(currency).plus(paid, committed),
                        (sum, next) -> sum.plus(next.paid(), next.committed()));
            }
        }
        return List.copyOf(totals.values());
    }

    private static BigDecimal amount(Recommendation recommendation, String name) {
        return recommendation.values().get(name) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
    }
}
