package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.BillingCycle;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;

/** What cancelling would cost is part of the advice, for each currency by itself. */
class AdviceTotalsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static Subscription.Builder original(String id, String currency) {
        return Subscription.builder(id)
                .program(Program.EA)
                .offer(new Offer("SPE_E3", null))
                .status(Status.ACTIVE)
                .seats(10)
                .unitPrice(new BigDecimal("36.50"))
                .currency(currency)
                .endDate(AS_OF.plusDays(100));
    }

    private static List<CurrencyTotal> totals(Subscription... subscriptions) {
        Customer customer = Customer.builder("c").subscriptions(subscriptions).build();
        return MigrationAdvisor.bundled().advise(customer, AS_OF).totals();
    }

    @Test
    void paid_and_committed_are_added_up_for_each_currency() {
        List<CurrencyTotal> totals = totals(
                original("s1", "EUR").billingCycle(BillingCycle.MONTHLY).build(),
                original("s2", "USD").build(),
                original("s3", "EUR").paidThrough(AS_OF.plusDays(100)).build());

        assertThat(totals)
                .containsExactly(
                        new CurrencyTotal("EUR", new BigDecimal("1320.00"), new BigDecimal("1080.00")),
                        new CurrencyTotal("USD", new BigDecimal("0.00"), new BigDecimal("1200.00")));
        assertThatThrownBy(() -> totals.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void what_no_recommendation_names_does_not_count() {
        assertThat(totals(
                        original("near", "EUR").endDate(AS_OF.plusDays(30)).build(),
                        original("own", "EUR").program(Program.CSP).build(),
                        original("trial", "EUR").status(Status.TRIAL).build(),
                        original("free", "EUR").unitPrice(BigDecimal.ZERO).build(),
                        original("no-currency", "EUR").currency(null).build()))
                .isEmpty();
    }
}
