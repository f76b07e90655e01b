package org.migrationadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the tables against Microsoft's published list, where it lies beside the project. */
class PublishedDataTest {
    private static final Path FOLDER = Path.of("../shared/data/licensing");
    private static final Path LIST = FOLDER.resolve("Product names and service plan identifiers for licensing.csv");
    private static final Path MOVES = FOLDER.resolve("moves-by-family.csv");

    private final Catalog catalog = Catalogs.ofTheRules();

    @BeforeEach
    void needTheFolder() {
        assumeTrue(Files.exists(LIST), "the published list is not here");
    }

    private static LicensingList list() throws IOException {
        return LicensingList.read(new CatalogFile(LIST.getFileName().toString(), Files.readString(LIST)));
    }

    @Test
    void theWholeListIsReadWithoutAProblem() throws IOException {
        LicensingList list = list();

        assertThat(list.problems()).isEmpty();
        assertThat(list.rows()).isEqualTo(5_457);
        assertThat(list.products()).hasSize(569);
    }

    @Test
    void theProductsOfTheTablesAreThoseOfTheList() throws IOException {
        Map<String, Product> listed =
                list().products().stream().collect(Collectors.toMap(Product::skuId, product -> product));

        assertThat(catalog.products()).allSatisfy(product -> {
            Product same = listed.get(product.skuId());
            if (same == null) {
                assertThat(product.source()).contains("not in the licensing list of December 2025");
            } else {
                assertThat(product.partNumber()).isEqualTo(same.partNumber());
                assertThat(product.name()).isEqualTo(same.name());
                assertThat(product.plans()).containsExactlyInAnyOrderElementsOf(same.plans());
            }
        });
    }

    @Test
    void theMovesGiveThePublishedVerdictsByFamily() throws IOException {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(MOVES)) {
            for (NamedCsvRecord row : reader) {
                expected.computeIfAbsent(
                                row.getField("FromStringId") + " " + row.getField("ToStringId"),
                                unused -> new TreeSet<>())
                        .add(row.getField("Verdict") + " " + row.getField("FromPlan") + " " + row.getField("ToPlan"));
            }
        }

        assertThat(expected).hasSize(7);
        expected.forEach((move, verdicts) -> {
            String[] offers = move.split(" ", -1);
            assertThat(verdicts(offers[0], offers[1])).as(move).isEqualTo(verdicts);
        });
    }

    private Set<String> verdicts(String from, String to) {
        Map<Verdict, String> names = Map.of(
                Verdict.LOST, "lost",
                Verdict.DOWNGRADED, "downgrade",
                Verdict.UPGRADED, "upgrade",
                Verdict.GAINED, "gained");
        return catalog
                .compare(Catalogs.product(catalog, from), Catalogs.product(catalog, to), Catalogs.AS_OF)
                .changes()
                .stream()
                .filter(change -> names.containsKey(change.verdict()))
                .filter(change -> change.certain() || change.verdict() == Verdict.LOST)
                .map(change -> names.get(change.verdict())
                        + (change.from() == null ? " -" : " " + change.from().name())
                        + (change.to() == null ? " -" : " " + change.to().name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
