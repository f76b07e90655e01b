package org.migrationadvisor.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;

/** The tables of the rules folder, and small ones. */
final class Catalogs {
    static final int SHORT_LIST_PERCENT = 50;
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static final Path RULES = Path.of("rules");

    private Catalogs() {}

    static Catalog ofTheRules() {
        return Catalog.read(
                file("offers.csv"), file("service-plans.csv"), file("workload-families.csv"), SHORT_LIST_PERCENT);
    }

    static Workloads workloads() {
        return Workloads.read(file("workload-families.csv"), new ArrayList<>());
    }

    static Product product(Catalog catalog, String id) {
        if (catalog.resolve(id, null) instanceof Resolution.Resolved resolved) {
            return resolved.product();
        }
        throw new AssertionError("no product " + id);
    }

    private static CatalogFile file(String name) {
        try {
            return new CatalogFile(name, Files.readString(RULES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
