package org.migrationadvisor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users lose, keep and gain who change from one product to another, by workload family.
 *
 * @param from what they have
 * @param to what they get
 * @param known whether the service plans of both are known; else there are no changes
 * @param changes one for each family that either has, in the order of the families; unmodifiable
 * @param shortLists the published plan lists that are too short to be relied on; unmodifiable
 */
public record Comparison(Product from, Product to, boolean known, List<Change> changes, List<ShortList> shortLists) {

    public Comparison {
        changes = List.copyOf(changes);
        shortLists = List.copyOf(shortLists);
    }

    /**
     * What becomes of a family.
     *
     * @param main whether the family is one of those that users notice most
     * @param from what they have of it; null if nothing
     * @param to what they get of it; null if nothing
     * @param certain false if the verdict rests on a plan list that is too short
     */
    public record Change(
            Verdict verdict,
            String family,
            boolean main,
            @Nullable Plan from,
            @Nullable Plan to,
            boolean certain) {

        /** The family with its tiers where they say more than its name, such as {@code Forms (Plan E3 → Plan E1)}. */
        public String text() {
            if (from != null && to != null && !from.tier().equals(to.tier())) {
                return family + " (" + from.tier() + " → " + to.tier() + ")";
            }
            Plan plan = from == null ? to : from;
            return plan == null || plan.tier().equalsIgnoreCase(family) ? family : family + " (" + plan.tier() + ")";
        }
    }

    /**
     * A service plan.
     *
     * @param name its name, such as {@code EXCHANGE_S_STANDARD}
     * @param tier the name of what it gives within its family
     */
    public record Plan(String name, String tier) {}

    /**
     * A plan list that is too short to be relied on, because a variant of the same product lists far more.
     *
     * @param product the product with the short list
     * @param fuller its variant with the longest list
     */
    public record ShortList(Product product, Product fuller) {}

    /** The changes with a verdict, in the order of the families. */
    public List<Change> changes(Verdict verdict, boolean certain) {
        return changes.stream()
                .filter(change -> change.verdict() == verdict && change.certain() == certain)
                .toList();
    }
}
