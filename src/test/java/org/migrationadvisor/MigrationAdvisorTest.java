package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;

class MigrationAdvisorTest {
    private static final MigrationAdvisor ADVISOR = MigrationAdvisor.bundled();

    private static final Customer CUSTOMER = Customer.builder("c1")
            .relationship(Relationship.ACCEPTED)
            .subscriptions(Subscription.builder("s1")
                    .program(Program.EA)
                    .offer(new Offer("SPE_E3", null))
                    .seats(25)
                    .status(Status.ACTIVE)
                    .endDate(LocalDate.of(2026, 12, 21))
                    .build())
            .build();

    @Test
    void eachRecommendationKnowsWhereItComesFrom() {
        Advice advice = ADVISOR.advise(CUSTOMER, AS_OF);

        assertThat(advice.asOf()).isEqualTo(AS_OF);
        assertThat(advice.rules()).isEqualTo(ADVISOR.fingerprint()).matches("[0-9a-f]{64}");
        Recommendation wait = advice.recommendations().stream()
                .filter(each -> each.code().equals("WAIT_FOR_EXPIRY"))
                .findFirst()
                .orElseThrow();
        assertThat(wait.subscriptionId()).isEqualTo("s1");
        assertThat(wait.ruleId()).isEqualTo("TIM-010");
        assertThat(wait.ruleFile()).isEqualTo("timing/expiry.drl");
        assertThat(wait.ruleLine()).isEqualTo(5);
        assertThat(wait.source()).isEqualTo("Moving license-based services customers to CSP (2018), step 3");
        assertThat(wait.values()).containsEntry("daysToEnd", 31).containsEntry("nearExpiryDays", 30);
        assertThat(wait.actFrom()).isEqualTo("2026-11-21");
    }

    @Test
    void adviceCannotBeChanged() {
        Advice advice = ADVISOR.advise(CUSTOMER, AS_OF);

        assertThat(advice.recommendations()).isUnmodifiable();
        assertThat(advice.recommendations().get(0).values()).isUnmodifiable();
    }

    @Test
    void withoutADateAdviceIsForTodayInUtc() {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        LocalDate asOf = ADVISOR.advise(CUSTOMER).asOf();

        assertThat(asOf).isBetween(before, LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void manyCustomersAreAdvisedAsEachOfThemAlone() {
        List<Customer> customers = GeneratedCustomers.of(2_000, 1).toList();

        List<Advice> together = ADVISOR.advise(customers.stream(), AS_OF).toList();

        assertThat(together)
                .isEqualTo(customers.stream()
                        .map(customer -> ADVISOR.advise(customer, AS_OF))
                        .toList());
    }

    @Test
    void twoThreadsGetWhatOneGets() throws Exception {
        List<Customer> customers = GeneratedCustomers.of(10_000, 2).toList();
        List<Advice> expected = ADVISOR.advise(customers.stream(), AS_OF).toList();
        Callable<List<Advice>> all =
                () -> ADVISOR.advise(customers.stream(), AS_OF).toList();

        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<Advice>> future : threads.invokeAll(List.of(all, all))) {
                assertThat(future.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aStreamIsReadOnlyAsFarAsAdviceIsAskedFor() {
        AtomicInteger read = new AtomicInteger();
        Stream<Customer> endless = Stream.generate(() -> {
            read.incrementAndGet();
            return CUSTOMER;
        });

        List<Advice> advice = ADVISOR.advise(endless, AS_OF).limit(3).toList();

        assertThat(advice).hasSize(3);
        assertThat(read.get()).isLessThan(1_000);
    }

    @Test
    void adviceDoesNotDependOnTheOrderOfTheSubscriptions() {
        Subscription a = Subscription.builder("a").program(Program.EA).build();
        Subscription b = Subscription.builder("b").program(Program.OPEN).build();

        assertThat(ADVISOR.advise(Customer.builder("c").subscriptions(a, b).build(), AS_OF)
                        .recommendations())
                .isEqualTo(
                        ADVISOR.advise(Customer.builder("c").subscriptions(b, a).build(), AS_OF)
                                .recommendations());
    }

    @Test
    void bundledRulesAreThoseOfTheRulesFolder() throws Exception {
        assertThat(MigrationAdvisor.load(Path.of("rules")).fingerprint()).isEqualTo(ADVISOR.fingerprint());
    }

    @Test
    @SuppressWarnings("NullAway")
    void argumentsThatAreMissingAreNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> ADVISOR.advise(CUSTOMER, null))
                .withMessage("asOf");
        assertThatNullPointerException()
                .isThrownBy(() -> ADVISOR.advise((Customer) null, AS_OF))
                .withMessage("customer");
    }

    @Test
    void anOfferIsCalledByItsProductAndByWhatWasGivenIfThatIsAnotherName() {
        assertThat(ADVISOR.title(new Offer("05E9A617-0261-4CEE-BB44-138D3EF5D965", null)))
                .isEqualTo("Microsoft 365 E3");
        assertThat(ADVISOR.title(new Offer("05e9a617-0261-4cee-bb44-138d3ef5d965", "SPE_E3")))
                .isEqualTo("Microsoft 365 E3");
        assertThat(ADVISOR.title(new Offer(null, "office 365 business premium")))
                .isEqualTo("Microsoft 365 Business Standard (\"office 365 business premium\")");
        assertThat(ADVISOR.title(new Offer("NOPE", "Microsoft 365 E3"))).isEqualTo("Microsoft 365 E3");
        assertThat(ADVISOR.title(new Offer("NOPE", null))).isEqualTo("NOPE");
        assertThat(ADVISOR.title(Offer.UNKNOWN)).isEmpty();
    }

    @Test
    void aLanguageWithoutTextsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADVISOR.inLanguage("tlh"))
                .withMessageStartingWith("language: found 'tlh', expected one of ");
    }
}
