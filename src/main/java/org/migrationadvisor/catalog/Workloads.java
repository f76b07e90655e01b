package org.migrationadvisor.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What service plans are for: workload families, in each the plans by what they give. Read from
 * {@code workload-families.csv}, in the order of the file. A plan that stands there in no family is one of its own.
 * Immutable.
 */
final class Workloads {
    private static final List<String> COLUMNS =
            List.of("family", "weight", "tier", "plan", "tier_name", "part_of", "no_loss", "no_loss_from", "source");
    private static final List<String> REQUIRED = List.of("family", "weight", "tier", "plan");

    private final Map<String, Tier> tiers;
    private final Map<String, String> planNames;
    private final TreeSet<LocalDate> noLossDays = new TreeSet<>();

    private Workloads(Map<String, Tier> tiers, Map<String, String> planNames) {
        this.tiers = tiers;
        this.planNames = planNames;
        tiers.values().stream()
                .flatMap(tier -> Optional.ofNullable(tier.noLoss()).stream())
                .forEach(noLoss -> noLossDays.add(noLoss.from()));
    }

    /**
     * What a plan gives.
     *
     * @param family the name of the family
     * @param position place of the family in the file
     * @param main whether the family is one of those that users notice most
     * @param rank the higher, the more it gives within the family
     * @param name the name of the tier; that of the family where it has no other
     * @param plan the name of the plan
     * @param partOf the plans of other families that give it as well, in lower case
     * @param noLoss why users do not notice that they lose it; null if they do
     */
    record Tier(
            String family,
            int position,
            boolean main,
            int rank,
            String name,
            String plan,
            Set<String> partOf,
            @Nullable NoLoss noLoss) {

        /** Families in the order of the file, then those of single plans by name. */
        static final Comparator<Tier> ORDER =
                Comparator.comparingInt(Tier::position).thenComparing(Tier::family);

        /** Why users do not notice on a day that they lose it; null if they do. */
        @Nullable
        Unnoticed unnoticed(LocalDate day) {
            return noLoss == null || day.isBefore(noLoss.from()) ? null : noLoss.why();
        }
    }

    /**
     * That a plan is not missed.
     *
     * @param from the first day on which it is not
     */
    private record NoLoss(Unnoticed why, LocalDate from) {}

    static Workloads none() {
        return new Workloads(Map.of(), Map.of());
    }

    static Workloads read(CatalogFile file, List<CatalogException.Problem> problems) {
        Map<String, Tier> tiers = new HashMap<>();
        Map<String, Integer> positions = new HashMap<>();
        Map<String, String> weights = new HashMap<>();
        for (CsvTable.Row row : new CsvTable(file, problems).rows(COLUMNS, REQUIRED)) {
            String family = row.required("family", "the name of a workload family");
            String weight = row.cell("weight");
            String plan = row.required("plan", "the name of a service plan");
            String rank = row.cell("tier");
            if (!weight.equals("main") && !weight.equals("minor")) {
                row.problem("weight", "found '" + weight + "', expected main or minor");
            } else if (!weights.computeIfAbsent(family, key -> weight).equals(weight)) {
                row.problem("weight", "found '" + weight + "', expected " + weights.get(family) + " as before");
            }
            if (!rank.matches("[0-9]{1,3}")) {
                row.problem("tier", "found '" + rank + "', expected a whole number, the lowest tier 0");
                continue;
            }
            int position = positions.computeIfAbsent(family, key -> positions.size());
            String name = row.cell("tier_name").isEmpty() ? family : row.cell("tier_name");
            Tier tier = new Tier(
                    family,
                    position,
                    weight.equals("main"),
                    Integer.parseInt(rank),
                    name,
                    plan,
                    keys(row.parts("part_of")),
                    noLoss(row));
            if (tiers.putIfAbsent(key(plan), tier) != null) {
                row.problem("plan", "found '" + plan + "' again, expected each plan once");
            }
        }
        return new Workloads(Map.copyOf(tiers), Map.of());
    }

    private static @Nullable NoLoss noLoss(CsvTable.Row row) {
        String text = row.cell("no_loss");
        String day = row.cell("no_loss_from");
        if (text.isEmpty()) {
            if (!day.isEmpty()) {
                row.problem("no_loss_from", "found a day, expected no_loss beside it to say why it is no loss");
            }
            return null;
        }
        row.required("source", "the page and year that say why it is no loss");
        Optional<Unnoticed> why = Unnoticed.ofPlan(text);
        if (why.isEmpty()) {
            row.problem("no_loss", "found '" + text + "', expected retired, admin-only, technical or nothing");
            return null;
        }
        try {
            return new NoLoss(why.get(), day.isEmpty() ? LocalDate.MIN : LocalDate.parse(day));
        } catch (DateTimeException noDay) {
            row.problem("no_loss_from", "found '" + day + "', expected a day such as 2025-12-01, or nothing");
            return null;
        }
    }

    /** The last day up to the given one on which a plan began to be no loss: what holds then holds on the given day. */
    LocalDate lastChange(LocalDate day) {
        LocalDate change = noLossDays.floor(day);
        return change == null ? LocalDate.MIN : change;
    }

    /** The same with names for plans that are in no family. */
    Workloads withPlanNames(Map<String, String> names) {
        Map<String, String> byKey = new HashMap<>();
        names.forEach((plan, name) -> byKey.put(key(plan), name));
        return new Workloads(tiers, Map.copyOf(byKey));
    }

    /** The best tier of each family that the plans give, by the name of the family. */
    Map<String, Tier> of(Collection<String> plans) {
        Map<String, Tier> best = new TreeMap<>();
        for (String plan : plans) {
            Tier tier = tiers.get(key(plan));
            if (tier == null) {
                String name = planNames.getOrDefault(key(plan), plan);
                tier = new Tier(name, Integer.MAX_VALUE, false, 0, name, plan, Set.of(), null);
            }
            best.merge(tier.family(), tier, (a, b) -> a.rank() >= b.rank() ? a : b);
        }
        return best;
    }

    /** Whether one of the plans gives the tier as well, without being of its family. */
    static boolean isPartOf(Tier tier, Collection<String> plans) {
        return plans.stream().anyMatch(plan -> tier.partOf().contains(key(plan)));
    }

    private static Set<String> keys(List<String> plans) {
        return plans.stream().map(Workloads::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Lists write the same plan in capitals and not. */
    private static String key(String plan) {
        return plan.toLowerCase(Locale.ROOT);
    }
}
