package org.migrationadvisor.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code offers.csv}: the products, with the ids and names under which they are sold. */
final class OffersTable {
    static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final List<String> COLUMNS = List.of(
            "sku_id",
            "part_number",
            "name",
            "other_names",
            "legacy_offer_ids",
            "new_commerce_ids",
            "segment",
            "seat_cap",
            "minimum_seats",
            "minimum_seats_three_years",
            "status",
            "equivalents",
            "includes",
            "variant_of",
            "source");
    private static final List<String> REQUIRED = List.of("sku_id", "part_number", "name");
    private static final Pattern NEW_COMMERCE = Pattern.compile("cfq7[0-9a-z]{8}:[0-9a-z]{4}");
    private static final Set<String> SEGMENTS = Set.of("", "commercial", "education", "government", "nonprofit");

    private final CsvTable table;
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, CsvTable.Row> rows = new HashMap<>();
    private final Map<String, String> idOwners = new HashMap<>();
    private final Map<String, Long> idLines = new HashMap<>();

    OffersTable(CatalogFile file, List<CatalogException.Problem> problems) {
        this.table = new CsvTable(file, problems);
    }

    /** The products by part number, in the table's order. */
    Map<String, Product> read() {
        table.rows(COLUMNS, REQUIRED).forEach(this::product);
        products.values().forEach(this::checkReferences);
        return products;
    }

    private void product(CsvTable.Row row) {
        String skuId = Catalog.canonicalId(row.cell("sku_id"));
        if (!GUID.matcher(skuId).matches()) {
            row.problem("sku_id", "found '" + skuId + "', expected a GUID");
        }
        String partNumber = row.required("part_number", "the part number");
        String name = row.required("name", "the display name");
        if (!SEGMENTS.contains(row.cell("segment"))) {
            row.problem(
                    "segment",
                    "found '" + row.cell("segment") + "', expected commercial, education, government or nonprofit");
        }
        identify(row, "sku_id", skuId, skuId);
        identify(row, "part_number", Catalog.canonicalId(partNumber), skuId);
        Product product = new Product(
                skuId,
                partNumber,
                name,
                row.parts("other_names"),
                ids(row, "legacy_offer_ids", GUID, "a GUID", skuId),
                ids(row, "new_commerce_ids", NEW_COMMERCE, "product:sku such as CFQ7TTC0LH18:0001", skuId),
                orNull(row.cell("segment")),
                row.number("seat_cap"),
                row.number("minimum_seats"),
                row.number("minimum_seats_three_years"),
                status(row),
                row.parts("equivalents"),
                row.parts("includes"),
                orNull(row.cell("variant_of")),
                List.of(),
                orNull(row.cell("source")));
        products.putIfAbsent(partNumber, product);
        rows.putIfAbsent(partNumber, row);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static SaleStatus status(CsvTable.Row row) {
        String text = row.cell("status");
        if (text.isEmpty()) {
            return SaleStatus.UNKNOWN;
        }
        Optional<SaleStatus> status = SaleStatus.of(text);
        if (status.isEmpty()) {
            row.problem("status", "found '" + text + "', expected current, end-of-sale or retired");
        }
        return status.orElse(SaleStatus.UNKNOWN);
    }

    private List<String> ids(CsvTable.Row row, String column, Pattern pattern, String expected, String owner) {
        List<String> ids = new ArrayList<>();
        for (String id : row.parts(column)) {
            String canonical = Catalog.canonicalId(id);
            if (!pattern.matcher(canonical).matches()) {
                row.problem(column, "found '" + id + "', expected " + expected);
                continue;
            }
            identify(row, column, canonical, owner);
            ids.add(canonical);
        }
        return ids;
    }

    private void identify(CsvTable.Row row, String column, String id, String owner) {
        String other = idOwners.putIfAbsent(id, owner);
        if (other == null) {
            idLines.put(id, row.line());
        } else if (!other.equals(owner) || column.equals("sku_id")) {
            row.problem(
                    column,
                    "found '" + id + "' again, expected each id once; it stands first in line " + idLines.get(id));
        }
    }

    private void checkReferences(Product product) {
        CsvTable.Row row = rows.get(product.partNumber());
        for (String partNumber : product.equivalents()) {
            checkReference(row, "equivalents", partNumber);
        }
        for (String partNumber : product.includes()) {
            checkReference(row, "includes", partNumber);
            Product included = products.get(partNumber);
            if (included != null && includes(included, product, new HashSet<>())) {
                problem(
                        row,
                        "includes",
                        "found '" + partNumber + "', which includes " + product.partNumber()
                                + " itself, expected a product that gives less");
            }
        }
        if (product.variantOf() != null) {
            checkReference(row, "variant_of", product.variantOf());
            Product base = products.get(product.variantOf());
            if (base != null && base.variantOf() != null) {
                problem(
                        row,
                        "variant_of",
                        "found '" + base.partNumber() + "', which is a variant of " + base.variantOf()
                                + " itself, expected " + base.variantOf());
            }
        }
    }

    private boolean includes(Product product, Product wanted, Set<String> seen) {
        return product.equals(wanted)
                || (seen.add(product.partNumber())
                        && product.includes().stream()
                                .map(products::get)
                                .anyMatch(included -> included != null && includes(included, wanted, seen)));
    }

    private void checkReference(CsvTable.@Nullable Row row, String column, String partNumber) {
        if (!products.containsKey(partNumber)) {
            problem(row, column, "found '" + partNumber + "', expected the part number of a product of this table");
        }
    }

    private static void problem(CsvTable.@Nullable Row row, String column, String reason) {
        if (row != null) {
            row.problem(column, reason);
        }
    }
}
