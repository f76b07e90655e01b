package org.migrationadvisor.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.OfferComparison.Change;
import org.migrationadvisor.catalog.OfferComparison.Plan;
import org.migrationadvisor.catalog.OfferComparison.ShortList;
import org.migrationadvisor.catalog.Workloads.Tier;

/**
 * Compares products by workload family. Published plan lists are documentation and may be out of date: where a variant
 * of a product lists far more, what only the variant lists may be there as well, and a verdict that this would change
 * is not certain. That something is not there is never certain from such a list. What only a variant lists is never
 * promised as a gain. Who gets a product that includes theirs loses nothing, whatever the lists say.
 */
final class OfferComparer {
    private final Workloads workloads;
    private final int shortListPercent;
    private final List<Product> products;

    /** @param shortListPercent a list with less than so many percent of a variant's plans is too short */
    OfferComparer(Workloads workloads, int shortListPercent, List<Product> products) {
        this.workloads = workloads;
        this.shortListPercent = shortListPercent;
        this.products = products;
    }

    /** The best tier of each family that a product gives, in the order of the families. */
    List<Tier> tiers(Product product) {
        return workloads.of(product.plans()).values().stream()
                .sorted(Tier.ORDER)
                .toList();
    }

    /** The plan list of a product, if it is too short to be relied on. */
    Optional<ShortList> shortList(Product product) {
        return variants(product)
                .max(Comparator.comparingInt(
                                (Product variant) -> variant.plans().size())
                        .thenComparing(Product::partNumber))
                .filter(fuller -> !product.plans().isEmpty())
                .filter(fuller ->
                        product.plans().size() * 100L < (long) fuller.plans().size() * shortListPercent)
                .map(fuller -> new ShortList(product, fuller));
    }

    Stream<Product> variants(Product product) {
        return products.stream()
                .filter(other -> other.base().equals(product.base()))
                .filter(other -> !other.skuId().equals(product.skuId()));
    }

    /** @param day the day for which it is to hold */
    OfferComparison compare(Product from, Product to, LocalDate day) {
        List<ShortList> shortLists = Stream.of(shortList(to), shortList(from))
                .flatMap(Optional::stream)
                .toList();
        boolean known = !from.plans().isEmpty() && !to.plans().isEmpty();
        return new OfferComparison(from, to, known, known ? changes(from, to, day) : List.of(), shortLists);
    }

    private List<Change> changes(Product from, Product to, LocalDate day) {
        Map<String, Tier> has = workloads.of(from.plans());
        Map<String, Tier> gets = workloads.of(to.plans());
        Map<String, Tier> mayHave = workloads.of(possiblePlans(from));
        Map<String, Tier> mayGet = workloads.of(possiblePlans(to));
        Set<Tier> families = new TreeSet<>(Tier.ORDER);
        mayHave.values().forEach(families::add);
        mayGet.values().forEach(families::add);
        boolean toIsShort = shortList(to).isPresent();
        Judge judge = new Judge(to.plans(), includes(to, from), day);
        List<Change> changes = new ArrayList<>();
        for (Tier family : families) {
            String name = family.family();
            Change listed = judge.change(has.get(name), gets.get(name), true);
            Change possible = judge.change(mayHave.get(name), mayGet.get(name), false);
            Change told = told(listed, possible, toIsShort);
            if (told != null) {
                changes.add(told);
            }
        }
        return changes;
    }

    /** What can be told from what the lists say and what would hold if the variants' plans were there as well. */
    private static @Nullable Change told(@Nullable Change listed, @Nullable Change possible, boolean toIsShort) {
        if (listed == null) {
            return possible == null || possible.verdict() == Verdict.GAINED ? null : possible;
        }
        boolean missing = toIsShort && listed.verdict() == Verdict.LOST;
        boolean certain = !missing && possible != null && listed.verdict() == possible.verdict();
        return certain ? listed : listed.doubtful();
    }

    /**
     * Judges one family after the other.
     *
     * @param toPlans what the list of the second product says that it gives
     * @param included whether the second product includes the first
     * @param day the day for which it is to hold
     */
    private record Judge(List<String> toPlans, boolean included, LocalDate day) {

        @Nullable
        Change change(@Nullable Tier has, @Nullable Tier gets, boolean certain) {
            Tier any = has == null ? gets : has;
            if (any == null) {
                return null;
            }
            Verdict verdict = verdict(has, gets);
            boolean worse = verdict == Verdict.LOST || verdict == Verdict.DOWNGRADED;
            boolean kept = (worse && included) || (gets == null && Workloads.isPartOf(any, toPlans));
            Unnoticed unnoticed = any.unnoticed(day);
            if (unnoticed == null && verdict == Verdict.DOWNGRADED && !any.main()) {
                unnoticed = Unnoticed.MINOR_TIER;
            }
            return kept
                    ? new Change(Verdict.KEPT, any.family(), any.main(), plan(has), plan(has), certain, unnoticed)
                    : new Change(verdict, any.family(), any.main(), plan(has), plan(gets), certain, unnoticed);
        }
    }

    /** Whether a product includes another, directly or through others. */
    private boolean includes(Product product, Product wanted) {
        return product.includes().contains(wanted.partNumber())
                || products.stream()
                        .filter(other -> product.includes().contains(other.partNumber()))
                        .anyMatch(other -> includes(other, wanted));
    }

    private static Verdict verdict(@Nullable Tier has, @Nullable Tier gets) {
        if (has == null) {
            return Verdict.GAINED;
        }
        if (gets == null) {
            return Verdict.LOST;
        }
        int less = Integer.compare(gets.rank(), has.rank());
        return less < 0 ? Verdict.DOWNGRADED : less > 0 ? Verdict.UPGRADED : Verdict.KEPT;
    }

    private static @Nullable Plan plan(@Nullable Tier tier) {
        return tier == null ? null : new Plan(tier.plan(), tier.name());
    }

    private Set<String> possiblePlans(Product product) {
        Set<String> plans = new HashSet<>(product.plans());
        if (shortList(product).isPresent()) {
            variants(product).forEach(variant -> plans.addAll(variant.plans()));
        }
        return plans;
    }
}
