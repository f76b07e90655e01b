package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationadvisor.Recommendation;

/**
 * A customer for whom a gap was found, as near to a plain customer as possible.
 *
 * @param asOf the day of the advice
 * @param differences the facts in which the customer differs from a plain one, by name; empty if in none
 * @param customer the facts of the customer that rules read, by the names that cases have for them
 * @param subscriptions the same of each subscription
 * @param advice what the customer is told
 */
public record Witness(
        LocalDate asOf,
        Map<String, String> differences,
        Map<String, String> customer,
        List<Map<String, String>> subscriptions,
        List<Recommendation> advice) {

    public Witness {
        differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
        customer = Collections.unmodifiableMap(new LinkedHashMap<>(customer));
        List<Map<String, String>> copies = new ArrayList<>();
        subscriptions.forEach(each -> copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(each))));
        subscriptions = List.copyOf(copies);
        advice = List.copyOf(advice);
    }
}
