package org.migrationadvisor.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of products that resolves offers. Identity is the licensing SKU: an id decides, and a name only where no id
 * is given and the name belongs to one product. Immutable and thread-safe.
 */
public final class Catalog {
    private static final Resolution UNRESOLVED = new Resolution.Unresolved();

    private final List<Product> products;
    private final Map<String, Resolution> byId;
    private final Map<String, Resolution> byName = new HashMap<>();

    /**
     * @param byId products by id in canonical form
     * @param byName products by name in canonical form
     */
    Catalog(List<Product> products, Map<String, Product> byId, Map<String, List<Product>> byName) {
        this.products = List.copyOf(products);
        this.byId = new HashMap<>();
        byId.forEach((id, product) -> this.byId.put(id, new Resolution.Resolved(product)));
        byName.forEach((name, found) -> this.byName.put(name, resolution(found)));
    }

    private static Resolution resolution(List<Product> found) {
        return found.size() == 1
                ? new Resolution.Resolved(found.get(0))
                : new Resolution.Ambiguous(found.stream()
                        .sorted(Comparator.comparing(Product::partNumber))
                        .toList());
    }

    /**
     * Reads an offers table.
     *
     * @param file its name for messages
     * @throws CatalogException with every problem found
     */
    public static Catalog read(String file, String csv) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(csv, "csv");
        return new OffersTable(file).read(csv);
    }

    /** All products in the table's order; unmodifiable. */
    public List<Product> products() {
        return products;
    }

    /**
     * Resolves an offer.
     *
     * @param id licensing GUID, part number, legacy offer GUID, or new-commerce {@code product:sku}, with or without
     *     {@code :availability}; null if not given
     * @param name display name; null if not given
     */
    public Resolution resolve(@Nullable String id, @Nullable String name) {
        if (id != null) {
            Resolution found = byId.get(id);
            return found != null ? found : byId.getOrDefault(canonicalId(id), UNRESOLVED);
        }
        return name == null ? UNRESOLVED : byName.getOrDefault(canonicalName(name), UNRESOLVED);
    }

    /** An id in lower case, without braces, and without the availability, which is not stable. */
    static String canonicalId(String id) {
        String text = id.strip().toLowerCase(Locale.ROOT);
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
        return name.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
