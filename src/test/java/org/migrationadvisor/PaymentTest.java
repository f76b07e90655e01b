package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.facts.BillingCycle;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** What of a subscription's rest is paid for, what is committed, who acts on it, and when the first one ends. */
class PaymentTest {
    private static FactAssembler assembler;

    @BeforeAll
    static void products() {
        assembler = new FactAssembler(Rulebook.load(RulesFolder.bundled()));
    }

    private static SubscriptionFact fact(Subscription.Builder subscription, LocalDate asOf) {
        Customer customer =
                Customer.builder("c").subscriptions(subscription.build()).build();
        return (SubscriptionFact) assembler.facts(customer, asOf).get(1);
    }

    private static Subscription.Builder running() {
        return Subscription.builder("s")
                .status(Status.ACTIVE)
                .seats(10)
                .unitPrice(new BigDecimal("36.50"))
                .currency("EUR");
    }

    private static <E extends Enum<E> & Coded> E known(Class<E> type, String code) {
        return Coded.find(type, code).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # term, billing, paid through, end,      as of,      paid, committed
            P1Y, annual,    ,           2027-03-31, 2026-11-20, 131,  0
            P3Y, triennial, ,           2028-03-31, 2026-11-20, 497,  0
            P1Y, triennial, ,           2027-03-31, 2026-11-20, 0,    131
            P1M, annual,    ,           2026-12-10, 2026-11-20, 0,    20
            unknown, annual, ,          2027-03-31, 2026-11-20, 0,    131
            P1Y, unknown,   ,           2027-03-31, 2026-11-20, 0,    131
            P1Y, one-time,  ,           2027-03-31, 2026-11-20, 0,    131
            P1Y, none,      ,           2027-03-31, 2026-11-20, 0,    131

            P1Y, monthly,   ,           2027-03-31, 2026-11-20, 10,   121
            P1Y, monthly,   ,           2027-03-31, 2026-11-30, 0,    121
            P1Y, monthly,   ,           2027-03-31, 2026-12-01, 30,   90
            P1Y, monthly,   ,           2026-11-29, 2026-11-20, 9,    0
            P1Y, monthly,   ,           2026-11-30, 2026-11-20, 10,   0
            P1Y, monthly,   ,           2026-12-01, 2026-11-20, 10,   1
            P3Y, monthly,   ,           2028-06-30, 2028-02-01, 28,   122
            P3Y, monthly,   ,           2028-06-30, 2028-02-29, 0,    122
            unknown, monthly, ,         2027-03-31, 2027-02-10, 18,   31

            P3Y, annual,    ,           2028-03-31, 2026-03-30, 1,    731
            P3Y, annual,    ,           2028-03-31, 2026-03-31, 0,    731
            P3Y, annual,    ,           2028-03-31, 2026-04-01, 364,  366
            P3Y, annual,    ,           2028-03-31, 2027-03-31, 0,    366
            P3Y, annual,    ,           2028-03-31, 2027-04-01, 365,  0
            P3Y, annual,    ,           2028-03-31, 2028-03-31, 0,    0
            P3Y, annual,    ,           2028-03-31, 2025-04-01, 364,  731
            P3Y, annual,    ,           2028-03-31, 2025-03-31, 0,    1096
            P3Y, annual,    ,           2027-02-28, 2026-02-28, 0,    365
            P3Y, annual,    ,           2027-02-27, 2025-02-27, 0,    730
            P3Y, annual,    ,           2027-02-27, 2025-02-28, 364,  365

            P1Y, unknown,   2026-12-31, 2027-03-31, 2026-11-20, 41,   90
            P1Y, unknown,   2026-11-21, 2027-03-31, 2026-11-20, 1,    130
            P1Y, unknown,   2026-11-20, 2027-03-31, 2026-11-20, 0,    131
            P1Y, unknown,   2026-11-19, 2027-03-31, 2026-11-20, 0,    131
            P1Y, unknown,   2027-03-31, 2027-03-31, 2026-11-20, 131,  0
            P1Y, unknown,   2027-04-01, 2027-03-31, 2026-11-20, 131,  0
            P1Y, annual,    2026-12-31, 2027-03-31, 2026-11-20, 41,   90
            P1Y, monthly,   2026-12-31, 2027-03-31, 2026-11-20, 41,   90
            """)
    void days_are_paid_as_the_list_or_an_upfront_billing_says(
            String term,
            String billing,
            @Nullable LocalDate paidThrough,
            LocalDate end,
            LocalDate asOf,
            int paid,
            int committed) {
        SubscriptionFact fact = fact(
                running()
                        .term(known(Term.class, term))
                        .billingCycle(known(BillingCycle.class, billing))
                        .paidThrough(paidThrough)
                        .endDate(end),
                asOf);

        assertThat(fact.paidDays()).isEqualTo(paid);
        assertThat(fact.committedDays()).isEqualTo(committed);
        assertThat(fact.paidValue()).isEqualTo(paid == 0 ? null : new BigDecimal(paid * 12 + ".00"));
        assertThat(fact.committedValue()).isEqualTo(committed == 0 ? null : new BigDecimal(committed * 12 + ".00"));
    }

    @ParameterizedTest
    @CsvSource({"expired", "disabled", "deleted", "trial"})
    void nothing_is_paid_or_committed_of_what_has_ended_or_is_a_trial(String status) {
        SubscriptionFact fact = fact(
                running()
                        .status(known(Status.class, status))
                        .billingCycle(BillingCycle.MONTHLY)
                        .endDate(LocalDate.of(2027, 3, 31)),
                LocalDate.of(2026, 11, 20));

        assertThat(fact.paidDays()).isNull();
        assertThat(fact.committedDays()).isNull();
        assertThat(fact.paidValue()).isNull();
        assertThat(fact.committedValue()).isNull();
    }

    @Test
    void nothing_is_said_of_days_without_an_end_or_after_it() {
        LocalDate asOf = LocalDate.of(2026, 11, 20);

        assertThat(fact(running(), asOf).paidDays()).isNull();
        assertThat(fact(running().endDate(asOf.minusDays(1)), asOf).committedDays())
                .isNull();
        assertThat(fact(running().endDate(asOf), asOf).committedDays()).isZero();
    }

    @Test
    void there_is_no_amount_without_price_seats_and_currency_or_where_it_is_nothing() {
        LocalDate asOf = LocalDate.of(2026, 11, 20);
        LocalDate end = asOf.plusDays(100);

        assertThat(fact(running().endDate(end), asOf).committedValue()).isEqualTo("1200.00");
        assertThat(fact(running().endDate(end).unitPrice(null), asOf).committedValue())
                .isNull();
        assertThat(fact(running().endDate(end).seats(null), asOf).committedValue())
                .isNull();
        assertThat(fact(running().endDate(end).currency(null), asOf).committedValue())
                .isNull();
        assertThat(fact(running().endDate(end).unitPrice(BigDecimal.ZERO), asOf).committedValue())
                .isNull();
        assertThat(fact(running().endDate(end).seats(0), asOf).committedValue()).isNull();
        assertThat(fact(
                                running()
                                        .endDate(end)
                                        .unitPrice(new BigDecimal("0.0001"))
                                        .seats(1),
                                asOf)
                        .committedValue())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "P3Y, 2028-03-31, 2019-01-01, 2025-04-01",
        "P1Y, 2028-02-29, , 2027-03-01",
        "P1M, 2026-11-30, , 2026-11-01",
        "P1M, 2027-02-28, , 2027-02-01",
        "unknown, 2028-03-31, 2019-01-01, 2019-01-01",
        "unknown, 2028-03-31, , ",
        "P1Y, , 2019-01-01, "
    })
    void the_present_term_starts_after_the_end_less_the_term(
            String term, LocalDate end, LocalDate start, LocalDate expected) {
        SubscriptionFact fact =
                fact(running().term(known(Term.class, term)).endDate(end).startDate(start), LocalDate.of(2026, 11, 20));

        assertThat(fact.termStart()).isEqualTo(expected);
    }

    @Test
    void an_end_beyond_all_calendars_has_no_term() {
        SubscriptionFact fact = fact(running().term(Term.ANNUAL).endDate(LocalDate.MAX), LocalDate.of(2026, 11, 20));

        assertThat(fact.termStart()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "other-csp, source-partner",
        "csp-legacy, partner",
        "csp, partner",
        "web-direct, customer",
        "ea, customer",
        "syndication, customer",
        "unknown, customer"
    })
    void whoever_sells_the_original_acts_on_it_or_else_the_customer(String program, String owner) {
        SubscriptionFact fact = fact(running().program(known(Program.class, program)), LocalDate.of(2026, 11, 20));

        assertThat(fact.owner()).isEqualTo(owner);
    }

    @Test
    void the_first_end_is_that_of_the_originals_still_to_be_provisioned() {
        LocalDate asOf = LocalDate.of(2026, 11, 20);
        Customer.Builder customer = Customer.builder("c");

        assertThat(firstEnd(customer, asOf)).isNull();
        assertThat(firstEnd(
                        customer.subscriptions(
                                ends("own", asOf.plusDays(1))
                                        .program(Program.CSP)
                                        .build(),
                                ends("there", asOf.plusDays(2))
                                        .targetProvisionedOn(asOf)
                                        .build(),
                                ends("planned", asOf.plusDays(5))
                                        .targetProvisionedOn(asOf.plusDays(1))
                                        .build(),
                                ends("unknown", null).build(),
                                ends("open", asOf.plusDays(4))
                                        .program(Program.UNKNOWN)
                                        .build(),
                                ends("later", asOf.plusDays(6)).build()),
                        asOf))
                .isEqualTo(asOf.plusDays(4));
        assertThat(firstEnd(customer.subscriptions(ends("unknown", null).build()), asOf))
                .isNull();
    }

    private static Subscription.Builder ends(String id, @Nullable LocalDate end) {
        return Subscription.builder(id).program(Program.EA).endDate(end);
    }

    private static @Nullable LocalDate firstEnd(Customer.Builder customer, LocalDate asOf) {
        return ((CustomerFact) assembler.facts(customer.build(), asOf).get(0)).firstEndDate();
    }
}
