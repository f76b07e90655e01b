package org.migrationadvisor.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code offers.csv}, telling all problems at once. */
final class OffersTable {
    private static final List<String> COLUMNS = List.of(
            "sku_id",
            "part_number",
            "name",
            "other_names",
            "legacy_offer_ids",
            "new_commerce_ids",
            "seat_cap",
            "status",
            "source");
    private static final List<String> REQUIRED = List.of("sku_id", "part_number", "name");
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NEW_COMMERCE = Pattern.compile("cfq7[0-9a-z]{8}:[0-9a-z]{4}");
    private static final Set<String> STATUSES = Set.of("", "current", "end-of-sale", "retired");

    private final String file;
    private final List<CatalogException.Problem> problems = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final Map<String, Product> byId = new HashMap<>();
    private final Map<String, Long> idLines = new HashMap<>();
    private final Map<String, List<Product>> byName = new HashMap<>();

    OffersTable(String file) {
        this.file = file;
    }

    Catalog read(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            List<String> header = null;
            for (CsvRecord row : reader) {
                if (header == null) {
                    header = header(row);
                } else {
                    product(header, row);
                }
            }
            if (header == null) {
                problem(1, "row", "found an empty table, expected a header and a row for each product");
            }
        } catch (CsvParseException broken) {
            problem(1, "row", "found CSV that cannot be read: " + broken.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!problems.isEmpty()) {
            throw new CatalogException(file, problems);
        }
        return new Catalog(products, byId, byName);
    }

    private void problem(long line, String column, String reason) {
        problems.add(new CatalogException.Problem(line, column, reason));
    }

    private List<String> header(CsvRecord row) {
        Set<String> seen = new HashSet<>();
        for (String name : row.getFields()) {
            if (!COLUMNS.contains(name)) {
                problem(1, name, "found an unknown column, expected some of " + String.join(", ", COLUMNS));
            } else if (!seen.add(name)) {
                problem(1, name, "found the column again, expected each once");
            }
        }
        for (String name : REQUIRED) {
            if (!seen.contains(name)) {
                problem(1, name, "found no such column, expected it");
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogException(file, problems);
        }
        return row.getFields();
    }

    private void product(List<String> header, CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            problem(line, "row", "found " + row.getFieldCount() + " cells, expected " + header.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.getField(i).strip());
        }
        String skuId = Catalog.canonicalId(cells.getOrDefault("sku_id", ""));
        String partNumber = cells.getOrDefault("part_number", "");
        String name = cells.getOrDefault("name", "");
        if (!GUID.matcher(skuId).matches()) {
            problem(line, "sku_id", "found '" + skuId + "', expected a GUID");
        }
        if (partNumber.isEmpty()) {
            problem(line, "part_number", "found nothing, expected the part number");
        }
        if (name.isEmpty()) {
            problem(line, "name", "found nothing, expected the display name");
        }
        if (!cells.getOrDefault("seat_cap", "").matches("|[1-9][0-9]{0,6}")) {
            problem(line, "seat_cap", "found '" + cells.get("seat_cap") + "', expected a whole number or nothing");
        }
        if (!STATUSES.contains(cells.getOrDefault("status", ""))) {
            problem(line, "status", "found '" + cells.get("status") + "', expected current, end-of-sale or retired");
        }
        Product product = new Product(skuId, partNumber, name);
        products.add(product);
        identify(product, line, "sku_id", skuId);
        identify(product, line, "part_number", Catalog.canonicalId(partNumber));
        for (String id : parts(cells.get("legacy_offer_ids"))) {
            identify(product, line, "legacy_offer_ids", checked(line, "legacy_offer_ids", id, GUID, "a GUID"));
        }
        for (String id : parts(cells.get("new_commerce_ids"))) {
            String expected = "product:sku such as CFQ7TTC0LH18:0001";
            identify(product, line, "new_commerce_ids", checked(line, "new_commerce_ids", id, NEW_COMMERCE, expected));
        }
        name(product, name);
        parts(cells.get("other_names")).forEach(other -> name(product, other));
    }

    private String checked(long line, String column, String id, Pattern pattern, String expected) {
        String canonical = Catalog.canonicalId(id);
        if (!pattern.matcher(canonical).matches()) {
            problem(line, column, "found '" + id + "', expected " + expected);
        }
        return canonical;
    }

    private static List<String> parts(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? List.of() : List.of(cell.split("\\s*\\|\\s*"));
    }

    private void identify(Product product, long line, String column, String id) {
        Product other = byId.putIfAbsent(id, product);
        if (other == null) {
            idLines.put(id, line);
        } else if (!other.equals(product) || column.equals("sku_id")) {
            problem(
                    line,
                    column,
                    "found '" + id + "' again, expected each id once; it stands first in line " + idLines.get(id));
        }
    }

    private void name(Product product, String name) {
        List<Product> found = byName.computeIfAbsent(Catalog.canonicalName(name), key -> new ArrayList<>());
        if (!found.contains(product)) {
            found.add(product);
        }
    }
}
