package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.BillingCycle;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;
import org.migrationadvisor.input.row.DateOrder;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;

/** Reads the samples that Microsoft published, where a copy of them lies beside the project. */
class PublishedSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/data");
    private static final ReadOptions TENANT =
            new ReadOptions(null, null, DateOrder.MDY, "T-1", Set.of(), FactTable.STANDARD, offer -> Optional.empty());

    private static final String TWO_WAYS = "found '2/1/2019 0:00', expected a date in which day and month can be told"
            + " apart such as 2026-11-20, or --date-order dmy or mdy";

    @BeforeAll
    static void samplesAreThere() {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no published samples beside the project");
    }

    private static CustomerList read(String... names) {
        return CustomerLists.read(
                Arrays.stream(names)
                        .map(name -> Source.of(SAMPLES.resolve(name)))
                        .toList(),
                TENANT);
    }

    private static List<Subscription> subscriptions(CustomerList list) {
        assertThat(list.rejected()).isEmpty();
        return list.customers().stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .toList();
    }

    @Test
    void every_file_is_read_or_refused_with_its_line() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("licensing"))
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            ListException refused = catchThrowableOfType(
                    ListException.class, () -> CustomerLists.read(List.of(Source.of(file)), TENANT));
            boolean broken =
                    file.toString().contains("as-published") || file.toString().contains("assignLicense");
            assertThat(refused != null).as(file.toString()).isEqualTo(broken);
            if (refused != null) {
                assertThat(refused).hasMessageMatching("(?s).*:\\d+: found .* at column \\d+, expected .*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customers-of-indirect-reseller | 60: found ']' at column 5, expected a value
            offer-o365-business-premium | 4: found a line break or control character at column 103, expected a closing double quote, or \\n for a line break
            subscription-nce-expired-2021 | 67: found '"' at column 5, expected a comma or }
            transfer-eligibility | 21: found '{' at column 3, expected a comma or ]
            """)
    void broken_samples_are_refused_with_line_and_column(String name, String message) {
        String file = "partner-center-rest-as-published/" + name + ".as-published.txt";

        ListException refused = catchThrowableOfType(ListException.class, () -> read(file));

        assertThat(refused).hasMessageEndingWith(file + ":" + message);
    }

    @Test
    void customers_are_read() {
        assertThat(read("partner-center-rest/customer.json").customers())
                .containsExactly(Customer.builder("eebd1b55-5360-4438-a11d-5c06918c3014")
                        .name("1kl as kjk")
                        .domain("abcdefgh1234.ccsctp.net")
                        .country("US")
                        .relationship(Relationship.ACCEPTED)
                        .language("en-US")
                        .build());
        assertThat(read("partner-center-rest/customers-of-indirect-reseller.json")
                        .customers())
                .extracting(Customer::name)
                .containsExactly("Wingtip Toys1254789149", "FourthCoffee137");
        assertThat(read("partner-center-rest/customers-collection.json").rejected())
                .extracting(row -> row.problems().get(0).reason())
                .containsOnly("found the placeholder '<guid>', expected the id of the customer")
                .hasSize(2);
    }

    @Test
    void subscriptions_are_read() {
        assertThat(subscriptions(read("partner-center-rest/subscription-nce-expired-2021.json")))
                .containsExactly(Subscription.builder("a4c1340d-6911-4758-bba3-0c4c6007d161")
                        .program(Program.CSP)
                        .offer(new Offer("CFQ7TTC0LH18:0001:CFQ7TTC0K971", "Microsoft 365 Business Basic"))
                        .seats(15)
                        .status(Status.EXPIRED)
                        .startDate(LocalDate.of(2021, 1, 14))
                        .endDate(LocalDate.of(2022, 1, 13))
                        .term(Term.ANNUAL)
                        .billingCycle(BillingCycle.MONTHLY)
                        .autoRenew(Answer.NO)
                        .purchasedOn(LocalDate.of(2021, 1, 14))
                        .build());
        assertThat(subscriptions(read("partner-center-rest/subscriptions-collection-legacy-2015.json")))
                .containsExactly(Subscription.builder("83ef9d05-4169-4ef9-9657-0e86b1eab1de")
                        .program(Program.CSP_LEGACY)
                        .offer(new Offer("0cca44d6-68e9-4762-94ee-31ece98783b9", null))
                        .seats(1)
                        .status(Status.ACTIVE)
                        .startDate(LocalDate.of(2015, 11, 24))
                        .endDate(LocalDate.of(2016, 12, 12))
                        .autoRenew(Answer.NO)
                        .purchasedOn(LocalDate.of(2015, 11, 25))
                        .build());
        assertThat(subscriptions(read("partner-center-rest/subscription-legacy-addon-2017.json")))
                .containsExactly(Subscription.builder("968ba1cf-c146-4adf-a300-308dcf718eee")
                        .program(Program.CSP_LEGACY)
                        .offer(new Offer(
                                "2828be95-46ba-4f91-b2fd-0bef192ecf60",
                                "Exchange Online Archiving for Exchange Online"))
                        .seats(2)
                        .status(Status.ACTIVE)
                        .startDate(LocalDate.of(2017, 1, 25))
                        .endDate(LocalDate.of(2018, 2, 10))
                        .autoRenew(Answer.YES)
                        .baseSubscriptionId("1c2b75c1-74a5-472a-a729-7f8cefc477f9")
                        .purchasedOn(LocalDate.of(2017, 1, 25))
                        .build());
        assertThat(read("partner-center-rest/subscriptions-by-partner-2017.json")
                        .customers())
                .containsExactly(Customer.builder("c501c3c4-d776-40ef-9ecf-9cefb59442c1")
                        .subscriptions(Subscription.builder("42226ed6-070a-4e0f-b80c-4cdfb3e97aa7")
                                .program(Program.CSP_LEGACY)
                                .offer(new Offer("db2e705f-b82a-4024-a3d5-d88e12f2db35", "Intune Device"))
                                .seats(5)
                                .status(Status.ACTIVE)
                                .startDate(LocalDate.of(2017, 4, 10))
                                .endDate(LocalDate.of(2018, 5, 7))
                                .billingCycle(BillingCycle.MONTHLY)
                                .autoRenew(Answer.YES)
                                .purchasedOn(LocalDate.of(2017, 4, 10))
                                .build())
                        .build());
        assertThat(read("partner-center-rest/analytics-subscription.json").customers())
                .containsExactly(Customer.builder("76906668-27fc-4f5b-a35c-75a9823e13af")
                        .name("TESTORG65656565")
                        .country("US")
                        .subscriptions(Subscription.builder("4bf546b2-8998-4838-bee2-5f1bbe65a04f")
                                .offer(new Offer(null, "OFFICE 365 BUSINESS PREMIUM"))
                                .seats(2)
                                .status(Status.ACTIVE)
                                .startDate(LocalDate.of(2016, 2, 4))
                                .endDate(LocalDate.of(2019, 2, 10))
                                .billingCycle(BillingCycle.MONTHLY)
                                .autoRenew(Answer.YES)
                                .purchasedOn(LocalDate.of(2016, 2, 4))
                                .build())
                        .build());
    }

    @Test
    void offers_and_skus_bridge_to_licensing_skus() {
        CustomerList list = read(
                "partner-center-rest/sku-m365-business-basic-nce.json",
                "partner-center-rest/offer-o365-business-premium.json",
                "partner-center-rest/subscription-nce-expired-2021.json");

        assertThat(subscriptions(list))
                .extracting(subscription -> subscription.offer().id())
                .containsExactly("3b555118-da6a-4418-894f-7df1e2096870");
        assertThat(list.files()).extracting(FileReport::bridges).containsExactly(1L, 1L, 0L);
    }

    @Test
    void provisioning_and_eligibility_are_read() {
        assertThat(subscriptions(read("partner-center-rest/subscription-provisioning-status.json")))
                .extracting(Subscription::offer, Subscription::seats)
                .containsExactly(tuple(new Offer("6fd2c87f-b296-42f0-b197-1e91e994b900", null), 5));
        assertThat(subscriptions(read("partner-center-rest/transfer-eligibility.json")))
                .extracting(Subscription::status)
                .containsExactly(Status.UNKNOWN, Status.DELETED, Status.UNKNOWN, Status.SUSPENDED, Status.UNKNOWN);
        assertThat(subscriptions(read("partner-center-rest/migration-validate-eligible.json")))
                .extracting(Subscription::targetOffer)
                .containsExactly(new Offer("CFQ7TTC0LF8S:0002:CFQ7TTC0KSVV", null));
        assertThat(read("partner-center-rest/migration-validate-ineligible-code5.json")
                        .warnings())
                .extracting(warning -> warning.problem().column())
                .containsExactly("errors");
    }

    @Test
    void graph_is_read() {
        assertThat(subscriptions(read("graph/subscribedSkus-v1.0.json")))
                .extracting(Subscription::seats, Subscription::assignedSeats, Subscription::status)
                .containsExactly(tuple(25, 14, Status.ACTIVE), tuple(0, 14, Status.SUSPENDED));
        for (String file :
                List.of("graph/directory-subscriptions-v1.0.json", "graph/directory-subscriptions-old-ocp.json")) {
            assertThat(subscriptions(read(file)))
                    .containsExactly(Subscription.builder("f9c1ea2d-2c6e-4717-8c3b-7130812d70ba")
                            .offer(new Offer("0816ccb9-3785-4d19-bf78-6c53e2106509", "MyPartNumber"))
                            .seats(25)
                            .status(Status.ACTIVE)
                            .endDate(LocalDate.of(2023, 2, 1))
                            .purchasedOn(LocalDate.of(2023, 1, 1))
                            .build());
        }
    }

    @Test
    void a_reconciliation_file_is_read() {
        assertThat(subscriptions(read("reconciliation/recon-legacy-license-based.from-doc-table.csv")))
                .containsExactly(Subscription.builder("fb977ab5-test-test-test-24c8d9591708")
                        .program(Program.CSP_LEGACY)
                        .offer(new Offer("1017d7f3-6d7f-4bfa-bdd8-79bc8f104e0c", "Microsoft Office 365 (Plan E3)"))
                        .seats(2)
                        .startDate(LocalDate.of(2019, 2, 1))
                        .endDate(LocalDate.of(2019, 2, 1))
                        .billingCycle(BillingCycle.MONTHLY)
                        .build());
    }

    @Test
    void a_reconciliation_file_whose_dates_can_be_read_two_ways_says_what_to_do() {
        CustomerList list = CustomerLists.read(
                List.of(Source.of(SAMPLES.resolve("reconciliation/recon-legacy-license-based.from-doc-table.csv"))));

        assertThat(list.customers()).isEmpty();
        assertThat(list.rejected()).singleElement().satisfies(row -> assertThat(row.problems())
                .extracting(RowProblem::column, RowProblem::reason)
                .containsExactly(tuple("SubscriptionStartDate", TWO_WAYS), tuple("SubscriptionEndDate", TWO_WAYS)));
    }

    @Test
    void what_is_no_list_of_customers_is_refused() {
        assertThat(catchThrowableOfType(ListException.class, () -> read("graph/assignLicense-request.json")))
                .hasMessageEndingWith(
                        "json:1: found an object with 'addLicenses', 'removeLicenses' at column 1, expected"
                                + " an array of customers or {\"customers\": [...]}, or an object of Partner Center or Microsoft"
                                + " Graph");
        assertThat(catchThrowableOfType(ListException.class, () -> read("licensing/common-products.csv")))
                .hasMessageContaining("csv:1: found a list of products, expected a list of customers\nMaybe");
    }

    @Test
    void headers_of_tables_are_known() {
        assertThat(read(
                                "bam/bam-customers.header.csv",
                                "bam/bam-subscriptions-2022.header.csv",
                                "bam/bam-subscriptions-2024.header.csv",
                                "bam/bam-ncesubscriptions.header.csv",
                                "bam/insights-subscription-details.header.tsv")
                        .files())
                .flatExtracting(FileReport::recognised)
                .extracting(FileReport.Recognised::format)
                .containsExactly(
                        ListFormat.BAM_CUSTOMERS,
                        ListFormat.BAM_SUBSCRIPTIONS,
                        ListFormat.BAM_SUBSCRIPTIONS,
                        ListFormat.BAM_NCE_SUBSCRIPTIONS,
                        ListFormat.INSIGHTS);
    }
}
