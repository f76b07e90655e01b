package org.migrationadvisor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Subscription;

/**
 * The recommendations about one subject, in the order of the advice.
 *
 * @param subscriptionId the subscription they are about; null for the customer as a whole
 * @param subscription the subscription's facts; null for the customer, or if the customer has none with that id
 */
record AdviceGroup(
        @Nullable String subscriptionId, @Nullable Subscription subscription, List<Recommendation> recommendations) {

    /**
     * The customer first, if there is anything to say; then the subscriptions by their first recommendation; then, by
     * id, those without one.
     */
    static List<AdviceGroup> of(Advice advice) {
        Map<String, Subscription> silent = new LinkedHashMap<>();
        advice.customer().subscriptions().stream()
                .sorted(Comparator.comparing(Subscription::id))
                .forEach(subscription -> silent.put(subscription.id(), subscription));
        List<Recommendation> aboutCustomer = new ArrayList<>();
        Map<String, List<Recommendation>> bySubscription = new LinkedHashMap<>();
        for (Recommendation recommendation : advice.recommendations()) {
            String id = recommendation.subscriptionId();
            List<Recommendation> group =
                    id == null ? aboutCustomer : bySubscription.computeIfAbsent(id, key -> new ArrayList<>());
            group.add(recommendation);
        }
        List<AdviceGroup> groups = new ArrayList<>();
        if (!aboutCustomer.isEmpty()) {
            groups.add(new AdviceGroup(null, null, aboutCustomer));
        }
        bySubscription.forEach((id, group) -> groups.add(new AdviceGroup(id, silent.remove(id), group)));
        silent.forEach((id, subscription) -> groups.add(new AdviceGroup(id, subscription, List.of())));
        return groups;
    }
}
