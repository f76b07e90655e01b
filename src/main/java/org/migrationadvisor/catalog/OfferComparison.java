package org.migrationadvisor.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What users lose, keep and gain who change from one product to another, by workload family. Lists are in the order of
 * the families and unmodifiable. Immutable; what rules ask for is worked out once.
 */
public final class OfferComparison {
    private final Product from;
    private final Product to;
    private final boolean known;
    private final List<Change> changes;
    private final List<ShortList> shortLists;
    private final List<String> losses;
    private final List<String> downgrades;
    private final List<String> doubtfulLosses;
    private final List<String> gains;
    private final int otherGains;
    private final int kept;

    OfferComparison(Product from, Product to, boolean known, List<Change> changes, List<ShortList> shortLists) {
        this.from = from;
        this.to = to;
        this.known = known;
        this.changes = List.copyOf(changes);
        this.shortLists = List.copyOf(shortLists);
        this.losses = texts(changes(Verdict.LOST, true));
        this.downgrades = texts(changes(Verdict.DOWNGRADED, true));
        this.doubtfulLosses = texts(Stream.of(Verdict.LOST, Verdict.DOWNGRADED)
                .flatMap(verdict -> changes(verdict, false).stream())
                .toList());
        List<Change> better = changes.stream()
                .filter(Change::certain)
                .filter(Change::noticed)
                .filter(change -> change.verdict() == Verdict.GAINED || change.verdict() == Verdict.UPGRADED)
                .toList();
        this.gains = texts(better.stream().filter(Change::main).toList());
        this.otherGains = better.size() - gains.size();
        this.kept = changes(Verdict.KEPT, true).size();
    }

    private static List<String> texts(List<Change> changes) {
        return changes.stream().map(Change::text).toList();
    }

    /** What users have. */
    public Product from() {
        return from;
    }

    /** What users get. */
    public Product to() {
        return to;
    }

    /** Whether the service plans of both are known; else there are no changes. */
    public boolean known() {
        return known;
    }

    /** One change for each family that either has, whether users notice it or not. */
    public List<Change> changes() {
        return changes;
    }

    /** The published plan lists that are too short to be relied on: that of the second product first. */
    public List<ShortList> shortLists() {
        return shortLists;
    }

    /** What users notice that they lose for certain. */
    public List<String> losses() {
        return losses;
    }

    /** What users notice to be less for certain. */
    public List<String> downgrades() {
        return downgrades;
    }

    /** What is lost or less only if a plan list is right that is too short to be relied on. */
    public List<String> doubtfulLosses() {
        return doubtfulLosses;
    }

    /** What is new or better for certain, of the families that users notice most. */
    public List<String> gains() {
        return gains;
    }

    /** How many of the other families are new or better for certain. */
    public int otherGains() {
        return otherGains;
    }

    /** How many families stay as they are for certain. */
    public int kept() {
        return kept;
    }

    /**
     * What becomes of a family.
     *
     * @param main whether the family is one of those that users notice most
     * @param from what they have of it; null if nothing
     * @param to what they get of it; null if nothing
     * @param certain false if the verdict rests on a plan list that is too short
     * @param unnoticed why users do not notice it; null if they do
     */
    public record Change(
            Verdict verdict,
            String family,
            boolean main,
            @Nullable Plan from,
            @Nullable Plan to,
            boolean certain,
            @Nullable Unnoticed unnoticed) {

        /** Whether users notice it. */
        public boolean noticed() {
            return unnoticed == null;
        }

        /** The same, but not certain. */
        Change doubtful() {
            return new Change(verdict, family, main, from, to, false, unnoticed);
        }

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

    /** The changes with a verdict that users notice, in the order of the families. */
    public List<Change> changes(Verdict verdict, boolean certain) {
        return changes.stream()
                .filter(change -> change.verdict() == verdict && change.certain() == certain)
                .filter(Change::noticed)
                .toList();
    }

    /** What is lost or less without users noticing it, certain or not, in the order of the families. */
    public List<Change> unnoticed() {
        return changes.stream()
                .filter(change -> change.verdict() == Verdict.LOST || change.verdict() == Verdict.DOWNGRADED)
                .filter(change -> !change.noticed())
                .toList();
    }
}
