package org.migrationadvisor.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's list "Product names and service plan identifiers for licensing": one row for each product and service
 * plan. Every edition is read; rows that cannot be used are left out and told. Immutable.
 */
public final class LicensingList {
    private static final String NAME = "product_display_name";
    private static final String PART_NUMBER = "string_id";
    private static final String SKU_ID = "guid";
    private static final String PLAN = "service_plan_name";
    private static final String PLAN_ID = "service_plan_id";
    private static final String PLAN_TITLE = "service_plans_included_friendly_names";
    private static final List<String> NEEDED = List.of(NAME, PART_NUMBER, SKU_ID, PLAN);

    /** The columns by the letters and digits of their headers, of all editions and of the table on the web page. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("productdisplayname", NAME),
            Map.entry("productname", NAME),
            Map.entry("stringid", PART_NUMBER),
            Map.entry("skupartnumber", PART_NUMBER),
            Map.entry("guid", SKU_ID),
            Map.entry("skuid", SKU_ID),
            Map.entry("serviceplanname", PLAN),
            Map.entry("serviceplansincluded", PLAN),
            Map.entry("serviceplanid", PLAN_ID),
            Map.entry("serviceplansincludedfriendlynames", PLAN_TITLE),
            Map.entry("serviceplanfriendlyname", PLAN_TITLE));

    private final CatalogFile file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> planSpellings = new HashMap<>();
    private final Map<String, String> planTitles = new TreeMap<>();
    private final List<CatalogException.Problem> problems = new ArrayList<>();
    private final List<Product> products;
    private long rows;

    private LicensingList(CatalogFile file) {
        this.file = file;
        readRows();
        if (entries.isEmpty()) {
            problem(1, "row", "found no row with a product, expected some");
            throw new CatalogException(problems);
        }
        this.products = entries.values().stream().map(this::product).toList();
    }

    /** A product as its rows come. */
    private static final class Entry {
        private final String skuId;
        private final String partNumber;
        private final String name;
        private final List<String> planKeys = new ArrayList<>();

        Entry(String skuId, String partNumber, String name) {
            this.skuId = skuId;
            this.partNumber = partNumber;
            this.name = name;
        }
    }

    /**
     * Reads the list.
     *
     * @throws CatalogException if it is no such list: it has not the columns, or no row that can be used
     */
    public static LicensingList read(CatalogFile file) {
        return new LicensingList(file);
    }

    /** The products in the list's order; unmodifiable. */
    public List<Product> products() {
        return products;
    }

    /** The rows that were left out, with the reason; unmodifiable. */
    public List<CatalogException.Problem> problems() {
        return List.copyOf(problems);
    }

    /** How many rows the list has, without its header. */
    public long rows() {
        return rows;
    }

    /** What the list says, the same for each way of writing it down. */
    public String content() {
        return products.stream()
                .map(product ->
                        String.join("\t", product.skuId(), product.partNumber(), product.name(), product.plans() + ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** What plans are called, by their names. */
    Map<String, String> planTitles() {
        return planTitles;
    }

    private void problem(long line, String column, String reason) {
        problems.add(new CatalogException.Problem(file.name(), line, column, reason));
    }

    private void readRows() {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<String, Integer> header = null;
            for (CsvRecord row : reader) {
                if (header == null) {
                    header = header(row);
                } else if (row.getFieldCount() > 1 || !clean(row.getField(0)).isEmpty()) {
                    rows++;
                    row(row, header);
                }
            }
        } catch (CsvParseException broken) {
            problem(1, "row", "found CSV that cannot be read: " + broken.getMessage());
            throw new CatalogException(problems);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private Map<String, Integer> header(CsvRecord row) {
        Map<String, Integer> header = new HashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String letters = row.getField(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            String column = COLUMNS.get(letters);
            if (column != null) {
                header.putIfAbsent(column, i);
            }
        }
        List<String> missing =
                NEEDED.stream().filter(column -> !header.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            problem(
                    1,
                    String.join(", ", missing),
                    "found no such column, expected Microsoft's list of product names and service plan identifiers"
                            + " with Product_Display_Name, String_Id, GUID, Service_Plan_Name, Service_Plan_Id");
            throw new CatalogException(problems);
        }
        return header;
    }

    private void row(CsvRecord row, Map<String, Integer> header) {
        long line = row.getStartingLineNumber();
        String skuId = Catalog.canonicalId(cell(row, header, SKU_ID));
        String partNumber = cell(row, header, PART_NUMBER);
        String name = cell(row, header, NAME);
        if (!OffersTable.GUID.matcher(skuId).matches()) {
            problem(line, SKU_ID, "found '" + skuId + "', expected a GUID; the row is left out");
            return;
        }
        if (partNumber.isEmpty() || name.isEmpty()) {
            String column = name.isEmpty() ? NAME : PART_NUMBER;
            problem(line, column, "found nothing, expected a text; the row is left out");
            return;
        }
        Entry entry = entries.computeIfAbsent(skuId, key -> new Entry(skuId, partNumber, name));
        String plan = cell(row, header, PLAN);
        if (!plan.isEmpty()) {
            plan(entry, plan, cell(row, header, PLAN_ID), cell(row, header, PLAN_TITLE));
        }
    }

    /** A plan is the same by its GUID, however its name is spelled. */
    private void plan(Entry entry, String plan, String planId, String title) {
        String key = planId.isEmpty() ? plan.toLowerCase(Locale.ROOT) : Catalog.canonicalId(planId);
        if (!entry.planKeys.contains(key)) {
            entry.planKeys.add(key);
        }
        planSpellings.computeIfAbsent(key, unused -> new TreeMap<>()).merge(plan, 1, Integer::sum);
        if (!title.isEmpty()) {
            planTitles.putIfAbsent(plan, title);
        }
    }

    private static String cell(CsvRecord row, Map<String, Integer> header, String column) {
        Integer at = header.get(column);
        return at == null || at >= row.getFieldCount() ? "" : clean(row.getField(at));
    }

    private static String clean(String cell) {
        return Catalog.singleBlanks(cell);
    }

    private Product product(Entry entry) {
        TreeSet<String> plans = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        entry.planKeys.forEach(key -> plans.add(spelling(planSpellings.get(key), key)));
        return Product.listed(
                entry.skuId, entry.partNumber, entry.name, List.copyOf(plans), "the licensing list " + file.name());
    }

    /** The spelling that most products have. */
    private static String spelling(@Nullable Map<String, Integer> spellings, String otherwise) {
        String best = otherwise;
        int most = 0;
        if (spellings != null) {
            for (Map.Entry<String, Integer> each : spellings.entrySet()) {
                if (each.getValue() > most) {
                    best = each.getKey();
                    most = each.getValue();
                }
            }
        }
        return best;
    }
}
