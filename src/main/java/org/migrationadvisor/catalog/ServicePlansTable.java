package org.migrationadvisor.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code service-plans.csv}: the names of the service plans of each product. */
final class ServicePlansTable {
    private static final List<String> COLUMNS = List.of("part_number", "plans", "source");
    private static final List<String> REQUIRED = List.of("part_number", "plans");

    private ServicePlansTable() {}

    /**
     * The plans by part number.
     *
     * @param products the part numbers of the offers table
     */
    static Map<String, List<String>> read(
            CatalogFile file, Set<String> products, List<CatalogException.Problem> problems) {
        Map<String, List<String>> plans = new HashMap<>();
        for (CsvTable.Row row : new CsvTable(file, problems).rows(COLUMNS, REQUIRED)) {
            String partNumber = row.required("part_number", "the part number of a product");
            row.required("plans", "the names of service plans, separated by |");
            if (!partNumber.isEmpty() && !products.contains(partNumber)) {
                row.problem(
                        "part_number",
                        "found '" + partNumber + "', expected the part number of a product in offers.csv");
            }
            if (plans.putIfAbsent(partNumber, row.parts("plans")) != null) {
                row.problem("part_number", "found '" + partNumber + "' again, expected each product once");
            }
        }
        return plans;
    }
}
