package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.merge.CustomerAssembler;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.Source;

/** A customer of more rows than can be held at once is refused row by row; up to that, work grows with the rows. */
@Tag("attack")
class CrowdedCustomerAttackTest {
    private static final int MOST = CustomerAssembler.MOST_ROWS;
    private static final String HEADER = "customer_id,subscription_id,program,seats,offer_id\n";

    @TempDir
    private Path folder;

    private static String list(int rows, IntFunction<String> row) {
        return HEADER + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining());
    }

    private static String row(String customer, int subscription) {
        return customer + ",s" + subscription + ",ea,1,SPE_E3\n";
    }

    /** Part of a list as Microsoft Graph gives it, of one tenant that it does not name. */
    private static String graph(int items, IntFunction<String> item) {
        return IntStream.range(0, items).mapToObj(item).collect(Collectors.joining(",\n", "{\"value\": [\n", "\n]}\n"));
    }

    @Test
    @DisplayName("large lists: a row more of one customer than can be held")
    void oneRowTooManyRejectsAllRowsOfTheCustomerAndNoOther() {
        String text = list(MOST + 1, i -> row("c1", i)) + row("c0", 1) + row("c2", 1);

        CustomerList found = Lists.readText(text);

        assertThat(found.customers()).extracting(Customer::id).containsExactly("c0", "c2");
        assertThat(found.rejected()).hasSize(MOST + 1);
        assertThat(found.rejected().get(0).original()).isEqualTo("c1,s0,ea,1,SPE_E3");
        assertThat(found.rejected().get(MOST).message())
                .isEqualTo("<stdin>:20002: customer_id: found more than 20,000 rows of customer 'c1', expected at most"
                        + " that many; no advice is given on this customer, so check that the column holds the id of a"
                        + " customer");
        assertThat(found.files().get(0).subscriptions()).isEqualTo(2);
        assertThat(found.files().get(0).rejected()).isEqualTo(MOST + 1L);
    }

    @Test
    @DisplayName("large lists: a list of nothing but too many rows of one customer")
    void aListOfOneCustomerOfTooManyRowsHasNoCustomer() {
        assertThat(Lists.readText(list(MOST + 1, i -> row("c1", i))).customers())
                .isEmpty();
    }

    @Test
    @DisplayName("large lists: as many rows of one customer as can be held, each twice")
    void rowsThatAreThereTwiceDoNotCount() {
        CustomerList found = Lists.readText(list(2 * MOST, i -> row("c1", i % MOST)));

        assertThat(found.customers()).singleElement().satisfies(customer -> assertThat(customer.subscriptions())
                .hasSize(MOST));
        assertThat(found.rejected()).hasSize(MOST);
    }

    @Test
    @DisplayName("large lists: too many rows of a tenant that only the option names")
    void rowsWhoseCustomerTheOptionNamesAreRejectedToo() {
        String text = graph(
                MOST + 1,
                i -> "{\"skuId\": \"05e9a617-0261-4cee-bb44-138d3ef5d965\", \"skuPartNumber\": \"SPE_E3\","
                        + " \"commerceSubscriptionId\": \"s" + i + "\", \"id\": \"s" + i
                        + "\", \"totalLicenses\": 5, \"status\": \"Enabled\"}");

        CustomerList found = Lists.readText(Lists.tenant("t1"), text);

        assertThat(found.customers()).isEmpty();
        assertThat(found.rejected()).hasSize(MOST + 1);
        assertThat(found.rejected().get(0).message())
                .contains(
                        "found more than 20,000 rows of one customer, expected at most that many; no advice is given");
    }

    @Test
    @DisplayName("large lists: a long name that many subscriptions of a JSON customer would repeat")
    void aCustomerWhoseLongTextsWouldBeRepeatedOftenIsOneRejectedRow() {
        String subscriptions =
                IntStream.range(0, 10_000).mapToObj(i -> "{\"seats\": -1}").collect(Collectors.joining(", "));
        String text = "[{\"customerId\": \"c1\", \"customerName\": \"" + "x".repeat(100_000)
                + "\", \"subscriptions\": [" + subscriptions + "]}, {\"customerId\": \"c2\"}]";

        CustomerList found = Lists.readText(text);

        assertThat(found.customers()).extracting(Customer::id).containsExactly("c2");
        assertThat(Lists.rejections(found))
                .containsExactly(
                        "<stdin>:1: row: found a customer of whom 10,000 subscriptions would repeat 1,000,360,000"
                                + " characters, expected at most 16,777,216");
    }

    @Test
    @DisplayName("large lists: many rows that can be joined by their SKU only")
    void rowsAreJoinedBySkuWithoutSearchingForIt() throws IOException {
        int rows = 2_000;
        AtomicInteger lookups = new AtomicInteger();
        Set<String> asked = new HashSet<>();
        ReadOptions options = new ReadOptions(null, null, null, "t1", Set.of(), FactTable.STANDARD, offer -> {
            lookups.incrementAndGet();
            asked.add(String.valueOf(offer.id()));
            return Optional.empty();
        });
        String own = "customer_id,subscription_id,program,seats,offer_id\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "t1,s" + i + ",ea,1," + sku(i) + "\n")
                        .collect(Collectors.joining());
        String skus = graph(
                rows,
                i -> "{\"skuId\": \"" + sku(i) + "\", \"skuPartNumber\": \"SPE_E3\", \"consumedUnits\": 1,"
                        + " \"prepaidUnits\": {\"enabled\": 1}, \"capabilityStatus\": \"Enabled\"}");

        List<Source> sources = List.of(
                Source.of(Files.writeString(folder.resolve("own.csv"), own)),
                Source.of(Files.writeString(folder.resolve("skus.json"), skus)));

        CustomerList found = CustomerLists.read(sources, options);

        assertThat(found.customers()).singleElement().satisfies(customer -> assertThat(customer.subscriptions())
                .hasSize(rows)
                .allSatisfy(
                        subscription -> assertThat(subscription.assignedSeats()).isEqualTo(1)));
        assertThat(asked).hasSizeGreaterThanOrEqualTo(rows);
        assertThat(lookups.get()).isLessThan(20 * rows);
    }

    private static String sku(int number) {
        return "%08d-0261-4cee-bb44-138d3ef5d965".formatted(number);
    }
}
