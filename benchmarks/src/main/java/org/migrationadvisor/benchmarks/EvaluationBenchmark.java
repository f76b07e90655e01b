package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.migrationadvisor.Advice;
import org.migrationadvisor.FactsOf;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Customers per second, from facts to what the rules recommend. Every thread works through the same customers on its
 * own, and a JVM that times one program runs no other, as no real process would.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EvaluationBenchmark {
    static final int CUSTOMERS = 5_000;

    private static final int TOGETHER = 32;

    /** The customers and their facts. */
    @State(Scope.Thread)
    public static class Given {

        /** The rules folder; the empty text means the bundled rules, for which there is no hand-written program. */
        @Param("")
        public String rules;

        private RulesFolder folder;
        private Rulebook rulebook;
        private List<Customer> customers;
        private List<List<Object>> facts;

        /** Loads the rules and makes the facts. */
        @Setup
        public void load() throws IOException {
            folder = rules.isEmpty() ? RulesFolder.bundled() : RulesFolder.read(Path.of(rules));
            rulebook = Rulebook.load(folder);
            customers = customers();
            FactsOf factsOf = new FactsOf(rulebook);
            facts = customers.stream()
                    .map(customer -> factsOf.customer(customer, ListGenerator.AS_OF))
                    .toList();
        }

        private static List<Customer> customers() throws IOException {
            Path list = Files.createTempFile("benchmark", ".csv");
            try {
                new ListGenerator(1).write(CUSTOMERS * 3L, false, list);
                return CustomerLists.read(List.of(Source.of(list))).customers();
            } finally {
                Files.delete(list);
            }
        }
    }

    /** The rules as Drools itself compiles them. */
    @State(Scope.Thread)
    public static class Stock {
        private StockDrools drools;
        private KieContainerSessionsPool pool;
        private List<List<Object>> facts;

        /** Compiles the rules and fills the facts of Drools. */
        @Setup
        public void load(Given given) {
            drools = new StockDrools(given.folder);
            pool = drools.pool();
            facts = given.facts.stream().map(drools::facts).toList();
        }
    }

    /** The whole advisor. */
    @State(Scope.Thread)
    public static class Advisor {
        private MigrationAdvisor advisor;

        /** Loads the rules. */
        @Setup
        public void load(Given given) {
            advisor = MigrationAdvisor.load(given.folder);
        }
    }

    /**
     * Compares how much all programs find.
     *
     * @throws IllegalStateException if one finds more or less than stock Drools with a session per customer
     */
    static void requireSameCounts(String rules) throws IOException {
        EvaluationBenchmark programs = new EvaluationBenchmark();
        Given given = new Given();
        given.rules = rules;
        given.load();
        Stock stock = new Stock();
        stock.load(given);
        Advisor advisor = new Advisor();
        advisor.load(given);
        int expected = programs.stockNewSession(stock);
        requireSame("stock Drools with pooled sessions", expected, programs.stockPooled(stock));
        requireSame("the advisor's rules", expected, programs.rules(given));
        requireSame("the advisor's rules, each customer alone", expected, programs.rulesAlone(given));
        requireSame("the advisor", expected, programs.advice(given, advisor));
        if (!rules.isEmpty()) {
            requireSame("hand-written rules", expected, programs.handWritten(given));
        }
    }

    private static void requireSame(String who, int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException(who + ": found " + found + " recommendations, expected the " + expected
                    + " of stock Drools with a session per customer");
        }
    }

    private static <T> int sum(List<T> all, ToIntFunction<T> count) {
        int sum = 0;
        for (T each : all) {
            sum += count.applyAsInt(each);
        }
        return sum;
    }

    /** Stock Drools as its manual says: a new session for each customer. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int stockNewSession(Stock stock) {
        return sum(stock.facts, each -> stock.drools.evaluate(each).size());
    }

    /** Stock Drools with sessions from a pool. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int stockPooled(Stock stock) {
        return sum(stock.facts, each -> stock.drools.evaluate(stock.pool, each).size());
    }

    /** The advisor's rules, many customers together. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int rules(Given given) {
        int found = 0;
        for (int i = 0; i < given.facts.size(); i += TOGETHER) {
            List<List<Object>> some = given.facts.subList(i, Math.min(i + TOGETHER, given.facts.size()));
            found += sum(given.rulebook.evaluate(some), List::size);
        }
        return found;
    }

    /** The advisor's rules, each customer alone, as for a book that is not proved to keep customers apart. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int rulesAlone(Given given) {
        return sum(
                given.facts,
                each -> given.rulebook.evaluate(List.of(each)).get(0).size());
    }

    /** The whole advice: offers resolved, rules, dates, messages, order, readiness. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int advice(Given given, Advisor ours) {
        return sum(
                ours.advisor
                        .advise(given.customers.stream(), ListGenerator.AS_OF)
                        .toList(),
                (Advice each) -> each.recommendations().size());
    }

    /** The same rules as plain Java. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int handWritten(Given given) {
        return sum(given.facts, each -> HandWrittenRules.apply(each).size());
    }
}
