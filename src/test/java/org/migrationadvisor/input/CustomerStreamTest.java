package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.input.store.Rejections;
import org.migrationadvisor.input.store.RowStore;

/** A list is read the same whether its rows fit into memory or not. */
class CustomerStreamTest {
    private static final String HEADER =
            "customer_id,customer_name,relationship,subscription_id,program,seats,end_date,unit_price,offer_id\n";
    private static final String[] ENDS = {"2026-12-31", "", "soon", "2027-01-31"};
    private static final String[] RELATIONSHIPS = {"none", "accepted", "", "who knows"};

    @TempDir
    private Path folder;

    private Source list(String name, List<String> rows) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, HEADER + String.join("", rows));
        return Source.of(file);
    }

    /** Rows with broken ones, double subscriptions, and facts that contradict each other. */
    private static List<String> rows(int count, long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("c%d,Name %d,%s,s%d,ea,%d,%s,%d.50,SPE_E3%n"
                    .formatted(
                            random.nextInt(count / 3),
                            random.nextInt(3),
                            RELATIONSHIPS[random.nextInt(RELATIONSHIPS.length)],
                            random.nextInt(4),
                            random.nextInt(50) - 1,
                            ENDS[random.nextInt(ENDS.length)],
                            random.nextInt(90)));
        }
        return rows;
    }

    private static CustomerList read(List<Source> sources, long bytesInMemory) {
        try (CustomerStream stream = CustomerStream.open(
                sources,
                ReadOptions.defaults(),
                (rows, rejected, share) -> {},
                new RowStore(FactTable.STANDARD, bytesInMemory),
                new Rejections(bytesInMemory))) {
            List<Customer> customers = new ArrayList<>();
            stream.forEachRemaining(customers::add);
            List<RejectedRow> rejected = new ArrayList<>();
            stream.rejected(rejected::add);
            assertThat(stream.rejectedSoFar()).isEqualTo(rejected.size());
            ListReport report = stream.report();
            return new CustomerList(customers, rejected, report.warnings(), report.rows(), report.files());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 2_000, 20_000, 150_000})
    void rowsThatDoNotFitIntoMemoryMakeTheSameCustomers(int bytesInMemory) throws IOException {
        List<Source> sources = List.of(list("a.csv", rows(600, 1)), list("b.csv", rows(300, 2)));
        CustomerList expected = CustomerLists.read(sources);
        CustomerList found = read(sources, bytesInMemory);

        assertThat(found).isEqualTo(expected);
        assertThat(expected.rejected()).hasSizeGreaterThan(200);
        assertThat(expected.warnings()).hasSizeGreaterThan(50);
    }

    @Test
    void longStandardInputIsReadAgain() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 60_000; i++) {
            text.append("c%d,%s,none,s1,ea,%d,2026-12-31,1.50,SPE_E3%n".formatted(i % 50_000, "Name ".repeat(10), i));
        }

        CustomerList list = Lists.readText(text.toString());

        assertThat(list.customers()).hasSize(50_000);
        assertThat(list.rejected()).hasSize(10_000);
        assertThat(list.rejected().get(0).original()).startsWith("c0,").contains(",50000,");
    }

    @Test
    void filesOfOtherFormatsWaitOnTheDiskToo() {
        List<Source> sources = Arrays.stream(new String[] {"customers.json", "customers.csv", "contradictions.csv"})
                .map(name -> Source.of(Lists.path(name)))
                .toList();

        assertThat(read(sources, 1)).isEqualTo(CustomerLists.read(sources));
    }

    @Test
    void theOrderOfTheRowsOnlyDecidesWhichOfTwoIsTaken() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add("c%03d,Name,none,s%d,ea,%d,2026-12-31,1.50,SPE_E3%n".formatted(i / 3, i % 3, i));
        }
        List<Customer> sorted = read(List.of(list("sorted.csv", rows)), 10_000).customers();

        Collections.shuffle(rows, new Random(3));

        assertThat(read(List.of(list("shuffled.csv", rows)), 10_000).customers())
                .isEqualTo(sorted)
                .hasSize(167);
    }
}
