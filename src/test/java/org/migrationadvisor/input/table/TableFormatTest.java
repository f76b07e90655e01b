package org.migrationadvisor.input.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.BillingCycle;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Segment;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.Lists;
import org.migrationadvisor.input.row.DateOrder;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.source.ListException;

class TableFormatTest {

    private static final String CONTOSO = "7a1f0a4e-0001-4c11-9d00-0000000000a1";

    @ParameterizedTest
    @CsvSource({
        "customers.csv, csv",
        "bam-customers.csv, bam-customers",
        "bam-subscriptions.csv, bam-subscriptions",
        "bam-schedule.csv, bam-subscriptions",
        "bam-ncesubscriptions.csv, bam-ncesubscriptions",
        "insights.tsv, insights",
        "recon-legacy.csv, reconciliation-legacy",
        "recon-nce.csv, reconciliation-nce",
        "portal-customers.csv, portal-customers",
        "portal-subscriptions.csv, portal-subscriptions",
        "admin-center-licenses.csv, admin-center-licenses"
    })
    void a_table_is_known_by_its_header(String file, String format) {
        assertThat(Lists.read(Lists.tenant("t-1"), file).files().get(0).recognised())
                .extracting(kind -> kind.format().code())
                .containsExactly(format);
    }

    @Test
    void the_migration_tool_lists_customers() {
        assertThat(Lists.read("bam-customers.csv").customers())
                .extracting(Customer::id, Customer::name, Customer::domain, Customer::relationship)
                .containsExactly(
                        tuple(CONTOSO, "Contoso GmbH", "contoso.com", Relationship.UNKNOWN),
                        tuple(
                                "7a1f0a4e-0003-4c11-9d00-0000000000a3",
                                "Fabrikam",
                                "fabrikam.com",
                                Relationship.UNKNOWN));
    }

    @Test
    void the_migration_tool_lists_legacy_subscriptions_with_their_target_and_schedule() {
        CustomerList list = Lists.read("bam-subscriptions.csv", "bam-schedule.csv");

        assertThat(list.rejected()).isEmpty();
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .containsExactly(
                        Subscription.builder("5b000000-0000-4000-8000-000000000001")
                                .program(Program.CSP_LEGACY)
                                .offer(new Offer(null, "Office 365 E3"))
                                .seats(10)
                                .endDate(LocalDate.of(2026, 12, 1))
                                .term(Term.ANNUAL)
                                .billingCycle(BillingCycle.MONTHLY)
                                .autoRenew(Answer.YES)
                                .targetOffer(new Offer("CFQ7TTC0LF8S:0002:CFQ7TTC0KSVV", null))
                                .targetSeats(12)
                                .targetProvisionedOn(LocalDate.of(2026, 11, 25))
                                .build(),
                        Subscription.builder("5b000000-0000-4000-8000-000000000004")
                                .program(Program.CSP_LEGACY)
                                .offer(new Offer(null, "Visio"))
                                .seats(1)
                                .endDate(LocalDate.of(2026, 12, 1))
                                .term(Term.MONTHLY)
                                .billingCycle(BillingCycle.MONTHLY)
                                .autoRenew(Answer.NO)
                                .baseSubscriptionId("5b000000-0000-4000-8000-000000000001")
                                .build());
    }

    @Test
    void the_migration_tool_lists_new_commerce_subscriptions() {
        assertThat(Lists.read("bam-ncesubscriptions.csv").customers())
                .flatExtracting(Customer::subscriptions)
                .containsExactly(Subscription.builder("5b000000-0000-4000-8000-000000000002")
                        .program(Program.CSP)
                        .offer(new Offer("CFQ7TTC0LH18:0001:CFQ7TTC0K971", "Microsoft 365 Business Basic"))
                        .seats(3)
                        .endDate(LocalDate.of(2027, 1, 13))
                        .term(Term.ANNUAL)
                        .billingCycle(BillingCycle.ANNUAL)
                        .build());
    }

    @Test
    void of_the_months_of_insights_the_latest_counts() {
        assertThat(Lists.read("insights.tsv").customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .name("Contoso GmbH")
                        .country("DE")
                        .segment(Segment.COMMERCIAL)
                        .subscriptions(Subscription.builder("5b000000-0000-4000-8000-00000000000a")
                                .program(Program.EA)
                                .offer(new Offer(null, "Microsoft 365 E3"))
                                .seats(25)
                                .status(Status.ACTIVE)
                                .startDate(LocalDate.of(2025, 12, 1))
                                .endDate(LocalDate.of(2026, 11, 30))
                                .autoRenew(Answer.YES)
                                .build())
                        .build());
    }

    @Test
    void the_charges_of_a_legacy_subscription_are_one_subscription_with_the_seats_of_the_latest_period() {
        CustomerList list = Lists.read(Lists.dateOrder(DateOrder.MDY), "recon-legacy.csv");

        assertThat(list.warnings()).isEmpty();
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .containsExactly(Subscription.builder("5b000000-0000-4000-8000-000000000001")
                        .program(Program.CSP_LEGACY)
                        .offer(new Offer("031c9e47-4802-4248-838e-778fb1d2cc05", "Office 365 Business Premium"))
                        .seats(12)
                        .startDate(LocalDate.of(2026, 2, 13))
                        .endDate(LocalDate.of(2027, 2, 28))
                        .billingCycle(BillingCycle.MONTHLY)
                        .build());
    }

    @Test
    void seats_are_unknown_where_the_latest_period_cannot_be_told() {
        CustomerList list = Lists.read("recon-legacy.csv");

        assertThat(Lists.subscription(list, "5b000000-0000-4000-8000-000000000001")
                        .seats())
                .isNull();
        assertThat(Lists.warnings(list))
                .containsExactly("recon-legacy.csv:4: Quantity: found '12' for subscription"
                        + " '5b000000-0000-4000-8000-000000000001' but '10' at recon-legacy.csv:2, expected the same"
                        + " value in all its rows (taken as unknown)");
    }

    @Test
    void usage_and_one_time_lines_of_new_commerce_are_skipped_and_counted() {
        CustomerList list = Lists.read("recon-nce.csv");

        assertThat(list.rejected()).isEmpty();
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .containsExactly(Subscription.builder("5b000000-0000-4000-8000-000000000002")
                        .program(Program.CSP)
                        .offer(new Offer("CFQ7TTC0LH18:0001", "Microsoft 365 Business Basic"))
                        .seats(4)
                        .startDate(LocalDate.of(2026, 1, 14))
                        .endDate(LocalDate.of(2027, 1, 13))
                        .term(Term.ANNUAL)
                        .build());
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "recon-nce.csv:4: MeterDescription: found a usage line, expected a line of a license-based"
                                + " subscription (skipped)",
                        "recon-nce.csv:5: TermAndBillingCycle: found a one-time line, expected a line of a license-based"
                                + " subscription (skipped)");
        assertThat(list.files().get(0).skipped()).isEqualTo(2);
        assertThat(list.rows()).isEqualTo(2);
    }

    @Test
    void the_portal_lists_customers_and_the_subscriptions_of_one() {
        CustomerList list = Lists.read("portal-subscriptions.csv", "portal-customers.csv");

        assertThat(list.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.relationship()).isEqualTo(Relationship.ACCEPTED);
            assertThat(customer.subscriptions())
                    .extracting(Subscription::status)
                    .containsExactly(Status.ACTIVE, Status.DISABLED);
        });
    }

    @Test
    void the_admin_center_lists_products_by_name() {
        assertThat(Lists.read(Lists.tenant(CONTOSO), "admin-center-licenses.csv")
                        .customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::id, Subscription::seats, Subscription::assignedSeats, Subscription::endDate)
                .containsExactly(
                        tuple("sku:Microsoft 365 E3", 25, 22, LocalDate.of(2026, 11, 30)),
                        tuple("sku:Visio Plan 2", 2, 1, LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_format_that_is_forced_must_have_its_columns() {
        ListException refused = catchThrowableOfType(
                ListException.class, () -> Lists.read(Lists.format(ListFormat.BAM_CUSTOMERS), "customers.csv"));

        assertThat(Lists.shortened(String.valueOf(refused.getMessage())))
                .startsWith("customers.csv:1: found the columns ")
                .contains(", expected TenantId, CompanyName among them, as in a customers of the NCE Bulk Migration"
                        + " Tool");
    }
}
