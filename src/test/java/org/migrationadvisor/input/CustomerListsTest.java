package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.migrationadvisor.input.row.Warning;

class CustomerListsTest {

    private static final Subscription E3 = Subscription.builder("s-100")
            .program(Program.WEB_DIRECT)
            .offer(new Offer("SPE_E3", "Microsoft 365 E3"))
            .seats(25)
            .assignedSeats(22)
            .status(Status.ACTIVE)
            .startDate(LocalDate.of(2025, 12, 1))
            .endDate(LocalDate.of(2026, 11, 30))
            .term(Term.ANNUAL)
            .billingCycle(BillingCycle.ANNUAL)
            .autoRenew(Answer.NO)
            .unitPrice(new BigDecimal("33.5"))
            .currency("EUR")
            .targetOffer(new Offer("SPE_E5", "Microsoft 365 E5"))
            .targetSeats(30)
            .targetProvisionedOn(LocalDate.of(2026, 11, 25))
            .build();

    private static final Subscription VISIO = Subscription.builder("s-101")
            .program(Program.OTHER_CSP)
            .offer(new Offer("VISIOCLIENT", "Visio Plan 2"))
            .seats(3)
            .assignedSeats(3)
            .status(Status.SUSPENDED)
            .startDate(LocalDate.of(2026, 10, 14))
            .endDate(LocalDate.of(2026, 11, 13))
            .term(Term.MONTHLY)
            .billingCycle(BillingCycle.MONTHLY)
            .baseSubscriptionId("s-100")
            .unitPrice(new BigDecimal("12"))
            .currency("EUR")
            .build();

    private static final Subscription OFFICE = Subscription.builder("s-300")
            .program(Program.EA)
            .offer(new Offer("ENTERPRISEPACK", "Office 365 E3"))
            .seats(400)
            .status(Status.ACTIVE)
            .startDate(LocalDate.of(2024, 7, 1))
            .endDate(LocalDate.of(2027, 6, 30))
            .term(Term.TRIENNIAL)
            .billingCycle(BillingCycle.ANNUAL)
            .autoRenew(Answer.YES)
            .build();

    private static final List<Customer> CUSTOMERS = List.of(
            Customer.builder("c-contoso")
                    .name("Contoso, Ltd.")
                    .domain("contoso.com")
                    .country("DE")
                    .segment(Segment.COMMERCIAL)
                    .relationship(Relationship.ACCEPTED)
                    .agreementAccepted(Answer.YES)
                    .subscriptions(E3, VISIO)
                    .build(),
            Customer.builder("c-fabrikam")
                    .name("Fabrikam Zürich")
                    .domain("fabrikam.ch")
                    .country("CH")
                    .segment(Segment.NONPROFIT)
                    .relationship(Relationship.INVITED)
                    .agreementAccepted(Answer.NO)
                    .subscriptions(OFFICE)
                    .build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customers.csv",
                "customers-bom.csv",
                "customers-semicolon-windows-1252.csv",
                "customers-tab-utf16.txt",
                "customers.json",
                "customers-array.json",
                "customers.jsonl"
            })
    void the_same_list_gives_the_same_customers_in_every_format(String file) {
        CustomerList list = Lists.read(file);

        assertThat(list.customers()).isEqualTo(CUSTOMERS);
        assertThat(list.rejected()).isEmpty();
        assertThat(list.warnings()).isEmpty();
        assertThat(list.rows()).isEqualTo(3);
    }

    @Test
    void the_order_of_the_rows_does_not_matter() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Lists.path("contradictions.csv")));
        String header = lines.remove(0);
        List<Customer> expected = Lists.read("contradictions.csv").customers();

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(lines, new Random(seed));
            String shuffled = header + "\n" + String.join("\n", lines);
            assertThat(Lists.readText(shuffled).customers()).as(shuffled).isEqualTo(expected);
        }
    }

    @Test
    void rows_that_contradict_each_other_leave_deciding_facts_unknown_and_the_first_name_by_alphabet() {
        CustomerList list = Lists.read("contradictions.csv");

        assertThat(list.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.name()).isEqualTo("Acme");
            assertThat(customer.country()).isEqualTo("DE");
            assertThat(customer.relationship()).isEqualTo(Relationship.UNKNOWN);
            assertThat(customer.subscriptions())
                    .extracting(Subscription::id)
                    .containsExactly("s-1", "s-2", "s-3", "s-4");
        });
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "contradictions.csv:4: customer_name: found 'Contoso Ltd' for customer 'c-1' but 'Contoso' at"
                                + " contradictions.csv:2, expected the same value in all its rows (taken as 'Acme')",
                        "contradictions.csv:4: relationship: found 'accepted' for customer 'c-1' but 'invited' at"
                                + " contradictions.csv:2, expected the same value in all its rows (taken as unknown)");
    }

    @Test
    void a_value_outside_its_list_is_unknown_and_warned_of_once_with_its_count() {
        CustomerList list = Lists.read("odd-values.csv");

        assertThat(list.rejected()).isEmpty();
        assertThat(list.customers().get(0).relationship()).isEqualTo(Relationship.UNKNOWN);
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "odd-values.csv:1: seat: found an unknown column, expected seats",
                        "odd-values.csv:1: Notes: found an unknown column, expected a known column such as customer_id",
                        "odd-values.csv:2: relationship: found 'acepted' (2 times), expected one of none, invited,"
                                + " accepted, unknown",
                        "odd-values.csv:2: auto_renew: found 'maybe', expected one of yes, no, unknown",
                        "odd-values.csv:3: status: found 'sleeping', expected one of active, trial, suspended,"
                                + " expired, disabled, deleted, unknown",
                        "odd-values.csv:4: status: found 'acepted', expected one of active, trial, suspended,"
                                + " expired, disabled, deleted, unknown");
        assertThat(list.warnings()).extracting(Warning::count).containsExactly(1L, 1L, 2L, 1L, 1L, 1L);
    }

    @Test
    void a_subscription_of_several_files_is_one_and_the_output_says_so() {
        CustomerList list = Lists.read("customers.csv", "contradictions.csv", "customers.jsonl");

        assertThat(list.customers())
                .containsAll(CUSTOMERS)
                .extracting(Customer::id)
                .containsExactly("c-1", "c-contoso", "c-fabrikam");
        assertThat(list.rows()).isEqualTo(10);
        assertThat(list.rejected()).isEmpty();
        assertThat(Lists.warnings(list))
                .contains(
                        "customers.jsonl:3: subscriptionId: found a subscription that customers.csv has too (3 times),"
                                + " expected the same one (joined by subscription id)");
    }

    @Test
    void standard_input_is_named_as_such_and_left_open() {
        CustomerList list = Lists.readText("customer_id,subscription_id,seats\nc-1,s-1,many\n");

        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:2: seats: found 'many', expected a whole number of 0 or more");
    }
}
