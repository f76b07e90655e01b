package org.migrationadvisor.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The products that offers are resolved to. Identity is the licensing SKU: an id decides, and a name only where no id is
 * given and the name belongs to one product. Immutable and thread-safe.
 */
public final class Catalog {
    private static final Resolution UNRESOLVED = new Resolution.Unresolved(List.of());
    private static final int LONGEST_REMEMBERED = 200;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final List<Product> products;
    private final Workloads workloads;
    private final int shortListPercent;
    private final Map<String, Resolution> byId = new HashMap<>();
    private final Map<String, Resolution> byName = new HashMap<>();
    private final Map<String, Product> byPartNumber = new HashMap<>();
    private final Map<String, Product> bySkuId = new HashMap<>();
    private final NameSearch search;
    private final OfferComparer comparer;
    private final BoundedCache<String, Resolution> ids = new BoundedCache<>(this::resolveId);
    private final BoundedCache<String, Resolution> names = new BoundedCache<>(this::resolveName);
    private final BoundedCache<Pair, OfferComparison> comparisons = new BoundedCache<>(this::compare);

    /** Two products by their GUIDs, on a day from which nothing that is no loss has changed. */
    private record Pair(String from, String to, LocalDate day) {}

    private Catalog(List<Product> products, Workloads workloads, int shortListPercent) {
        this.products = List.copyOf(products);
        this.workloads = workloads;
        this.shortListPercent = shortListPercent;
        Map<String, Map<String, Product>> owners = new HashMap<>();
        Map<String, Map<String, Product>> named = new HashMap<>();
        for (Product product : products) {
            bySkuId.put(product.skuId(), product);
            byPartNumber.putIfAbsent(product.partNumber(), product);
            own(owners, product.skuId(), product);
            own(owners, canonicalId(product.partNumber()), product);
            product.legacyOfferIds().forEach(id -> own(owners, id, product));
            product.newCommerceIds().forEach(id -> own(owners, id, product));
            own(named, canonicalName(product.name()), product);
            product.otherNames().forEach(name -> own(named, canonicalName(name), product));
        }
        owners.forEach((id, found) -> byId.put(id, resolution(found.values())));
        named.forEach((name, found) -> byName.put(name, resolution(found.values())));
        this.search = new NameSearch(this.products);
        this.comparer = new OfferComparer(workloads, shortListPercent, this.products);
    }

    private static void own(Map<String, Map<String, Product>> owners, String key, Product product) {
        owners.computeIfAbsent(key, unused -> new LinkedHashMap<>()).put(product.skuId(), product);
    }

    private static Resolution resolution(Collection<Product> found) {
        return found.size() == 1
                ? new Resolution.Resolved(found.iterator().next())
                : new Resolution.Ambiguous(found.stream()
                        .sorted(Comparator.comparing(Product::partNumber).thenComparing(Product::skuId))
                        .toList());
    }

    /**
     * Reads the tables of a rules folder.
     *
     * @param offers the products
     * @param plans their service plans; null if none are known
     * @param families the workload families; null if there are none
     * @param shortListPercent a plan list with less than so many percent of the plans that a variant of the same
     *     product lists is too short to be relied on; with 0 none is
     * @throws CatalogException with every problem found
     */
    public static Catalog read(
            CatalogFile offers, @Nullable CatalogFile plans, @Nullable CatalogFile families, int shortListPercent) {
        List<CatalogException.Problem> problems = new ArrayList<>();
        Map<String, Product> products = new OffersTable(offers, problems).read();
        Map<String, List<String>> listed =
                plans == null ? Map.of() : ServicePlansTable.read(plans, products.keySet(), problems);
        Workloads workloads = families == null ? Workloads.none() : Workloads.read(families, problems);
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
        List<Product> complete = products.values().stream()
                .map(product ->
                        product.with(product.otherNames(), listed.getOrDefault(product.partNumber(), List.of())))
                .toList();
        return new Catalog(complete, workloads, shortListPercent);
    }

    /**
     * This catalog with Microsoft's list: its products are added, and the plan lists and names of those that are there
     * already are taken from it. What else the tables say stays.
     */
    public Catalog with(LicensingList list) {
        Map<String, Product> merged = new LinkedHashMap<>();
        products.forEach(product -> merged.put(product.skuId(), product));
        for (Product product : list.products()) {
            merged.merge(product.skuId(), product, Catalog::merge);
        }
        return new Catalog(List.copyOf(merged.values()), workloads.withPlanNames(list.planTitles()), shortListPercent);
    }

    private static Product merge(Product own, Product listed) {
        List<String> names = new ArrayList<>(own.otherNames());
        boolean known = canonicalName(own.name()).equals(canonicalName(listed.name()));
        if (!known && !names.contains(listed.name())) {
            names.add(listed.name());
        }
        return own.with(names, listed.plans().isEmpty() ? own.plans() : listed.plans());
    }

    /** All products, in the order of the tables; unmodifiable. */
    public List<Product> products() {
        return products;
    }

    /**
     * Resolves an offer.
     *
     * @param id licensing GUID, part number, legacy offer GUID, or new-commerce {@code product:sku}, with or without
     *     {@code :availability}, in capitals or not; null if not given
     * @param name display name; null if not given
     */
    public Resolution resolve(@Nullable String id, @Nullable String name) {
        if (id != null) {
            Resolution found = id.length() > LONGEST_REMEMBERED ? resolveId(id) : ids.get(id);
            return found instanceof Resolution.Unresolved ? new Resolution.Unresolved(named(name)) : found;
        }
        return name == null ? UNRESOLVED : byName(name);
    }

    /** An id that is not known is not resolved by its name; but what the name says is worth asking about. */
    private List<Product> named(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        Resolution found = byName(name);
        if (found instanceof Resolution.Resolved resolved) {
            return List.of(resolved.product());
        }
        return found instanceof Resolution.Ambiguous ambiguous
                ? ambiguous.candidates()
                : ((Resolution.Unresolved) found).nearest();
    }

    private Resolution byName(String name) {
        return name.length() > LONGEST_REMEMBERED ? resolveName(name) : names.get(name);
    }

    private Resolution resolveId(String id) {
        return byId.getOrDefault(canonicalId(id), UNRESOLVED);
    }

    private Resolution resolveName(String name) {
        Resolution found = byName.get(canonicalName(name));
        return found != null ? found : new Resolution.Unresolved(nearest(name));
    }

    /** The products that take a product's place, as far as they are in the catalog; unmodifiable. */
    public List<Product> equivalents(Product product) {
        return byPartNumber(product.equivalents());
    }

    /** The products of which a product gives all, as far as they are in the catalog; unmodifiable. */
    public List<Product> included(Product product) {
        return byPartNumber(product.includes());
    }

    private List<Product> byPartNumber(List<String> partNumbers) {
        return partNumbers.stream()
                .map(byPartNumber::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The products that are variants of the same one, such as those without Teams; unmodifiable. */
    public List<Product> variants(Product product) {
        return comparer.variants(product).toList();
    }

    /**
     * Compares two products of this catalog. Remembered, so that it can be asked for each subscription.
     *
     * @param asOf the day for which it is to hold: what is gone for everybody by then is no loss
     */
    public OfferComparison compare(Product from, Product to, LocalDate asOf) {
        return comparisons.get(new Pair(from.skuId(), to.skuId(), workloads.lastChange(asOf)));
    }

    private OfferComparison compare(Pair pair) {
        return comparer.compare(
                Objects.requireNonNull(bySkuId.get(pair.from()), "from"),
                Objects.requireNonNull(bySkuId.get(pair.to()), "to"),
                pair.day());
    }

    /** What a product gives, by workload family: each with its best plan, in the order of the families. */
    public List<Workload> workloads(Product product) {
        return comparer.tiers(product).stream()
                .map(tier -> new Workload(tier.family(), new OfferComparison.Plan(tier.plan(), tier.name())))
                .toList();
    }

    /** A workload family with the best plan of a product. */
    public record Workload(String family, OfferComparison.Plan plan) {}

    /** Whether a variant of the product lists so many more plans that the product's own list is not relied on. */
    public Optional<OfferComparison.ShortList> shortList(Product product) {
        return comparer.shortList(product);
    }

    /** The products whose names or part numbers hold all words, the closest first; unmodifiable. */
    public List<Product> search(String words) {
        return search.withWords(words);
    }

    /** The products with the most similar names, the most similar first; empty if none is similar. */
    public List<Product> nearest(String name) {
        return search.nearest(name);
    }

    /** An id in lower case, without braces, and without the availability, which is not stable. */
    static String canonicalId(String id) {
        String text = singleBlanks(id).toLowerCase(Locale.ROOT);
        if (text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.startsWith("cfq7")) {
            String[] parts = text.split("[:/]", -1);
            text = parts.length > 1 ? parts[0] + ":" + parts[1] : text;
        }
        return text;
    }

    /** A name in lower case with single blanks. */
    static String canonicalName(String name) {
        return singleBlanks(name).toLowerCase(Locale.ROOT);
    }

    /** A text without blanks at its ends and with single blanks inside; a no-break space counts as a blank. */
    static String singleBlanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
