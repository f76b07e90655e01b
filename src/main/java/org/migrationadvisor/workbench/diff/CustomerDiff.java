package org.migrationadvisor.workbench.diff;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;

/**
 * What changes for one customer.
 *
 * @param changes in the order of the advice, that of what was removed first
 */
public record CustomerDiff(Customer customer, Readiness before, Readiness after, List<AdviceChange> changes) {

    public CustomerDiff {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        changes = List.copyOf(changes);
    }

    /** Compares the advice for the same customer. */
    public static CustomerDiff between(Advice before, Advice after) {
        Map<List<@Nullable String>, List<Recommendation>> old = bySubject(before);
        Map<List<@Nullable String>, List<Recommendation>> now = bySubject(after);
        List<AdviceChange> changes = new ArrayList<>();
        old.forEach(
                (subject, recommendations) -> compare(recommendations, now.getOrDefault(subject, List.of()), changes));
        now.forEach((subject, recommendations) -> {
            if (!old.containsKey(subject)) {
                compare(List.of(), recommendations, changes);
            }
        });
        return new CustomerDiff(after.customer(), before.readiness(), after.readiness(), changes);
    }

    /** Whether anything differs. */
    public boolean isChanged() {
        return before != after || !changes.isEmpty();
    }

    /** The changes by what they are about, for a person: a subscription's id and offer, or nothing for the customer. */
    Map<String, List<AdviceChange>> bySubscription() {
        Map<String, List<AdviceChange>> grouped = new LinkedHashMap<>();
        for (AdviceChange change : changes) {
            String id = change.recommendation().subscriptionId();
            grouped.computeIfAbsent(id == null ? "" : id + offer(id), key -> new ArrayList<>())
                    .add(change);
        }
        return grouped;
    }

    private String offer(String subscriptionId) {
        return customer.subscriptions().stream()
                .filter(subscription -> subscription.id().equals(subscriptionId))
                .map(Subscription::offer)
                .filter(offer -> !offer.isUnknown())
                .map(offer -> " · " + (offer.name() == null ? offer.id() : offer.name()))
                .findFirst()
                .orElse("");
    }

    private static Map<List<@Nullable String>, List<Recommendation>> bySubject(Advice advice) {
        Map<List<@Nullable String>, List<Recommendation>> grouped = new LinkedHashMap<>();
        for (Recommendation each : advice.recommendations()) {
            List<@Nullable String> subject = new ArrayList<>();
            subject.add(each.subscriptionId());
            subject.add(each.code());
            grouped.computeIfAbsent(subject, key -> new ArrayList<>()).add(each);
        }
        return grouped;
    }

    /** Pairs what says the same, then what comes from the same rule, then what is left in its order. */
    private static void compare(List<Recommendation> before, List<Recommendation> after, List<AdviceChange> changes) {
        List<Recommendation> old = new ArrayList<>(before);
        List<Recommendation> now = new ArrayList<>(after);
        pair(old, now, (a, b) -> AdviceChange.parts(a, b).isEmpty());
        changes.addAll(pair(old, now, (a, b) -> a.ruleId().equals(b.ruleId())));
        changes.addAll(pair(old, now, (a, b) -> true));
        old.forEach(each -> changes.add(new AdviceChange(each, null)));
        now.forEach(each -> changes.add(new AdviceChange(null, each)));
    }

    /** Takes the pairs out of both lists. */
    private static List<AdviceChange> pair(
            List<Recommendation> old, List<Recommendation> now, BiPredicate<Recommendation, Recommendation> belong) {
        List<AdviceChange> pairs = new ArrayList<>();
        for (Iterator<Recommendation> olds = old.iterator(); olds.hasNext(); ) {
            Recommendation before = olds.next();
            for (Iterator<Recommendation> nows = now.iterator(); nows.hasNext(); ) {
                Recommendation after = nows.next();
                if (belong.test(before, after)) {
                    pairs.add(new AdviceChange(before, after));
                    olds.remove();
                    nows.remove();
                    break;
                }
            }
        }
        return pairs;
    }
}
