package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Segment;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.messages.Finding;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** Advice for a customer is the same whether others are evaluated with it or not, whatever the rules. */
class EvaluationModesTest {
    private static final int BOOKS = 120;
    private static final int RULES = 4;

    private static RulesFolder folder() throws IOException {
        return RulesFolder.read(Path.of("src/test/resources/org/migrationadvisor/apart"));
    }

    private static Rulebook generated(long seed) throws IOException {
        return Rulebook.load(folder().with("apart/apart.drl", GeneratedRules.of(seed, RULES)));
    }

    /** Customers with so few different values that joins find something. */
    private static List<Customer> customers(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 12)
                .mapToObj(number -> Customer.builder("c" + number)
                        .country(maybe(random, "DE", "FR"))
                        .relationship(any(random, Relationship.values()))
                        .segment(any(random, Segment.EDUCATION, Segment.UNKNOWN))
                        .subscriptions(IntStream.range(0, random.nextInt(5))
                                .mapToObj(id -> subscription(random, "s" + id))
                                .toList())
                        .build())
                .toList();
    }

    private static Subscription subscription(Random random, String id) {
        return Subscription.builder(id)
                .program(any(random, Program.EA, Program.CSP, Program.UNKNOWN))
                .offer(new Offer("SPE_E3", null))
                .seats(maybe(random, 1, 2, 5))
                .assignedSeats(maybe(random, 1, 2))
                .targetSeats(maybe(random, 2))
                .status(any(random, Status.ACTIVE, Status.EXPIRED, Status.UNKNOWN))
                .endDate(maybe(random, AS_OF.plusDays(2), AS_OF.plusDays(9), AS_OF.minusDays(1)))
                .baseSubscriptionId(maybe(random, "s0", "s1"))
                .build();
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** One of the values, or unknown. */
    @SafeVarargs
    private static <T> @Nullable T maybe(Random random, T... values) {
        int chosen = random.nextInt(values.length + 1);
        return chosen == values.length ? null : values[chosen];
    }

    private static List<List<Object>> facts(Rulebook rulebook, List<Customer> customers) {
        FactAssembler facts = new FactAssembler(rulebook);
        return customers.stream().map(customer -> facts.facts(customer, AS_OF)).toList();
    }

    /** The findings as {@link NaiveEvaluator} names them. */
    private static Set<String> named(List<Finding> findings, List<Object> facts) {
        return findings.stream()
                .map(finding -> {
                    SubscriptionFact subscription = finding.subscription();
                    Object subject = subscription == null ? finding.customer() : subscription;
                    return finding.rule().id() + " " + facts.indexOf(subject);
                })
                .collect(Collectors.toSet());
    }

    @Test
    void madeUpRulesFindForEachCustomerWhatTheyMeanForItAlone() throws IOException {
        int together = 0;
        int findings = 0;
        for (long seed = 0; seed < BOOKS; seed++) {
            Rulebook rulebook = generated(seed);
            List<List<Object>> facts = facts(rulebook, customers(seed));

            List<List<Finding>> found = rulebook.evaluate(facts);

            for (int i = 0; i < facts.size(); i++) {
                List<Object> own = facts.get(i);
                assertThat(named(found.get(i), own))
                        .as("book %d, customer %d", seed, i)
                        .isEqualTo(NaiveEvaluator.evaluate(rulebook.rules(), own))
                        .isEqualTo(named(rulebook.evaluate(List.of(own)).get(0), own));
                findings += found.get(i).size();
            }
            together += rulebook.rulesNotKeptApart().isEmpty() ? 1 : 0;
        }
        assertThat(together).as("books that keep customers apart").isBetween(BOOKS / 4, BOOKS * 3 / 4);
        assertThat(findings).as("findings").isGreaterThan(BOOKS * 12);
    }

    @Test
    void whatIsProvedToKeepCustomersApartMeansTheSameForAllFactsAtOnce() throws IOException {
        int proved = 0;
        int mixed = 0;
        for (long seed = 0; seed < BOOKS; seed++) {
            Rulebook rulebook = generated(seed);
            List<List<Object>> facts = facts(rulebook, customers(seed).subList(0, 5));
            List<Object> all = facts.stream().flatMap(List::stream).toList();
            for (RuleDefinition rule : rulebook.rules()) {
                Set<Object> alone = facts.stream()
                        .flatMap(own -> NaiveEvaluator.subjects(rule, own).stream())
                        .collect(Collectors.toSet());
                Set<Object> together = NaiveEvaluator.subjects(rule, all);
                if (CustomerTies.untied(rule).isEmpty()) {
                    proved++;
                    assertThat(together).as("book %d, rule %s", seed, rule.id()).isEqualTo(alone);
                } else {
                    mixed += together.equals(alone) ? 0 : 1;
                }
            }
        }
        assertThat(proved).as("rules that keep customers apart").isGreaterThan(BOOKS * RULES / 2);
        assertThat(mixed).as("rules that would mix customers").isGreaterThan(BOOKS * RULES / 40);
    }

    @Test
    void oneUnjoinedRuleIsNamedAndChangesNoAdvice() throws IOException {
        String unjoined = """

                rule "BAD-010 A customer beside somebody's large subscription"
                    @source( "Test" )
                when
                    $customer : Customer( )
                    exists Subscription( seats > 4 )
                then
                    recommend( CHECK_CUSTOMER, $customer );
                end
                """;
        MigrationAdvisor apart = MigrationAdvisor.load(folder().with("apart/apart.drl", tied()));
        MigrationAdvisor advisor = MigrationAdvisor.load(folder().with("apart/apart.drl", tied() + unjoined));
        Customer large = Customer.builder("large")
                .subscriptions(Subscription.builder("s").seats(5).build())
                .build();
        Customer small = Customer.builder("small")
                .subscriptions(Subscription.builder("s").seats(4).build())
                .build();

        assertThat(apart.rulesNotKeptApart()).isEmpty();
        assertThat(advisor.rulesNotKeptApart()).extracting(RuleInfo::id).containsExactly("BAD-010");
        assertThat(advisor.advise(Stream.of(small, large, small), AS_OF))
                .extracting(advice -> advice.recommendations().stream()
                        .filter(each -> each.ruleId().equals("BAD-010"))
                        .count())
                .containsExactly(0L, 1L, 0L);
    }

    /** A book of one rule that keeps customers apart. */
    private static String tied() {
        return """
                package apart;

                rule "TIE-010 A customer beside a large subscription of its own"
                    @source( "Test" )
                when
                    $customer : Customer( )
                    exists Subscription( customer == $customer, seats > 4 )
                then
                    recommend( CHECK_CUSTOMER, $customer );
                end
                """;
    }

    @Test
    void adviceIsTheSameInAnyCompany() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            MigrationAdvisor advisor =
                    MigrationAdvisor.load(folder().with("apart/apart.drl", GeneratedRules.of(seed, RULES)));
            List<Customer> customers = new ArrayList<>(customers(seed));
            List<Advice> alone = customers.stream()
                    .map(customer -> advisor.advise(customer, AS_OF))
                    .toList();

            assertThat(advisor.advise(customers.stream(), AS_OF)).isEqualTo(alone);

            Collections.reverse(customers);
            assertThat(advisor.advise(customers.stream(), AS_OF)).containsExactlyInAnyOrderElementsOf(alone);
        }
    }

    @Test
    void whatIsEvaluatedAtTheSameTimeOnAnotherThreadChangesNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (long seed = 0; seed < 10; seed++) {
                MigrationAdvisor advisor =
                        MigrationAdvisor.load(folder().with("apart/apart.drl", GeneratedRules.of(seed, RULES)));
                List<List<Customer>> lists = List.of(customers(seed), customers(seed + BOOKS));
                List<List<Advice>> alone = lists.stream()
                        .map(list -> advisor.advise(list.stream(), AS_OF).toList())
                        .toList();
                List<Callable<Boolean>> same = IntStream.range(0, lists.size())
                        .<Callable<Boolean>>mapToObj(number -> () -> IntStream.range(0, 200)
                                .allMatch(time -> advisor.advise(lists.get(number).stream(), AS_OF)
                                        .toList()
                                        .equals(alone.get(number))))
                        .toList();

                for (Future<Boolean> each : threads.invokeAll(same)) {
                    assertThat(each.get()).as("book %d", seed).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCustomerThatComesTwiceIsAdvisedTwice() throws IOException {
        MigrationAdvisor advisor = MigrationAdvisor.load(folder());
        List<Customer> customers = customers(1);
        List<Customer> twice = new ArrayList<>(customers);
        twice.addAll(customers);

        List<Advice> advice = advisor.advise(twice.stream(), AS_OF).toList();

        assertThat(advice.subList(0, customers.size())).isEqualTo(advice.subList(customers.size(), twice.size()));
    }
}
