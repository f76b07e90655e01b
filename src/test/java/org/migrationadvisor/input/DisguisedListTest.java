package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.row.DateOrder;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.Source;

/**
 * A list says the same however it is packed, encoded and laid out, and whatever its file is called. The lists are those
 * of the test data, and the published samples where a copy of them lies beside the project.
 */
class DisguisedListTest {

    private static final Path SAMPLES = Path.of("../shared/data");
    private static final Set<String> FOLDERS = Set.of("bam", "graph", "partner-center-rest", "reconciliation");

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> lists_say_the_same_in_every_disguise() {
        return Stream.of(
                        "customers.csv",
                        "bam-customers.csv",
                        "bam-subscriptions.csv",
                        "bam-ncesubscriptions.csv",
                        "bam-schedule.csv",
                        "insights.tsv",
                        "recon-legacy.csv",
                        "recon-nce.csv",
                        "portal-customers.csv",
                        "portal-subscriptions.csv",
                        "admin-center-licenses.csv",
                        "customers.json",
                        "customers.jsonl",
                        "graph-skus.json",
                        "graph-subscriptions.json",
                        "pc-analytics.json",
                        "pc-customers.json",
                        "pc-migration-eligibility.json",
                        "pc-offer-and-sku.json",
                        "pc-provisioning-status.json",
                        "pc-subscribed-skus.json",
                        "pc-subscriptions.json",
                        "pc-transfer-eligibility.json")
                .map(Lists::path)
                .flatMap(DisguisedListTest::tests);
    }

    @TestFactory
    Stream<DynamicTest> published_samples_say_the_same_in_every_disguise() throws IOException {
        if (!Files.isDirectory(SAMPLES)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> FOLDERS.contains(String.valueOf(file.getName(file.getNameCount() - 2))))
                    .filter(file -> !file.endsWith("assignLicense-request.json"))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(DisguisedListTest::tests);
        }
    }

    private static Stream<DynamicTest> tests(Path list) {
        boolean table = !list.toString().contains(".json");
        return Stream.concat(Disguises.ofTexts(), table ? Disguises.ofTables() : Stream.of())
                .map(disguise -> DynamicTest.dynamicTest(
                        list.getFileName() + " as " + disguise.name(), () -> assertSame(list, disguise)));
    }

    private static void assertSame(Path list, Disguises.Disguise disguise) throws IOException {
        CustomerList plain = read(Source.of(list));
        byte[] disguised = disguise.of().apply(Files.readAllBytes(list));
        Path misnamed = Files.write(folder.resolve("list.pdf"), disguised);

        for (Source source :
                List.of(Source.of(misnamed), Source.of(Source.STANDARD_INPUT, new ByteArrayInputStream(disguised)))) {
            CustomerList found = read(source);
            assertThat(facts(found)).isEqualTo(facts(plain));
            assertThat(found.rows()).isEqualTo(plain.rows());
            assertThat(found.rejected()).hasSameSizeAs(plain.rejected());
            assertThat(found.warnings()).hasSameSizeAs(plain.warnings());
        }
    }

    /** A GUID inside of a longer id is left as the list writes it. */
    private static List<String> facts(CustomerList list) {
        return list.customers().stream()
                .map(Customer::toString)
                .map(text -> Disguises.GUID.matcher(text).replaceAll(guid -> guid.group()
                        .toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static CustomerList read(Source source) {
        return CustomerLists.read(
                List.of(source),
                new ReadOptions(
                        null, null, DateOrder.MDY, "T-1", Set.of(), FactTable.STANDARD, offer -> Optional.empty()));
    }
}
