package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Customer;
import org.migrationadvisor.FactsOf;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.Source;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.RulesFolder;
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
 * own. The counts of all yardsticks are compared before anything is timed.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EvaluationBenchmark {
    static final int CUSTOMERS = 5_000;

    private static final int TOGETHER = 64;

    /** The customers and all who evaluate them. */
    @State(Scope.Thread)
    public static class Work {

        /** The rules folder; the empty text means the bundled rules, for which there is no hand-written program. */
        @Param("")
        public String rules;

        private Rulebook rulebook;
        private MigrationAdvisor advisor;
        private StockDrools stock;
        private KieContainerSessionsPool pool;
        private List<Customer> customers;
        private List<List<Object>> facts;
        private List<List<Object>> stockFacts;

        /** Loads everything and compares the counts. */
        @Setup
        public void load() throws IOException {
            RulesFolder folder = rules.isEmpty() ? RulesFolder.bundled() : RulesFolder.read(Path.of(rules));
            rulebook = Rulebook.load(folder);
            advisor = MigrationAdvisor.load(folder);
            stock = new StockDrools(folder);
            pool = stock.pool();
            customers = customers();
            FactsOf factsOf = new FactsOf(rulebook);
            facts = customers.stream()
                    .map(customer -> factsOf.customer(customer, ListGenerator.AS_OF))
                    .toList();
            stockFacts = facts.stream().map(stock::facts).toList();
            int expected = stockNewSession();
            requireSame("stock Drools with pooled sessions", expected, stockPooled());
            requireSame("the advisor's rules", expected, rulesTogether());
            requireSame("the advisor", expected, advice());
            if (!rules.isEmpty()) {
                requireSame("hand-written rules", expected, handWritten());
            }
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

        private static void requireSame(String who, int expected, int found) {
            if (expected != found) {
                throw new IllegalStateException(who + ": found " + found + " recommendations, expected the " + expected
                        + " of stock Drools with a session per customer");
            }
        }

        int stockNewSession() {
            return sum(stockFacts, each -> stock.evaluate(each).size());
        }

        int stockPooled() {
            return sum(stockFacts, each -> stock.evaluate(pool, each).size());
        }

        int rulesTogether() {
            int found = 0;
            for (int i = 0; i < facts.size(); i += TOGETHER) {
                List<List<Object>> some = facts.subList(i, Math.min(i + TOGETHER, facts.size()));
                found += sum(rulebook.evaluate(some), List::size);
            }
            return found;
        }

        int rulesAlone() {
            return sum(facts, each -> rulebook.evaluate(List.of(each)).get(0).size());
        }

        int advice() {
            return sum(
                    advisor.advise(customers.stream(), ListGenerator.AS_OF).toList(),
                    (Advice each) -> each.recommendations().size());
        }

        int handWritten() {
            return sum(facts, each -> HandWrittenRules.apply(each).size());
        }

        private static <T> int sum(List<T> all, ToIntFunction<T> count) {
            int sum = 0;
            for (T each : all) {
                sum += count.applyAsInt(each);
            }
            return sum;
        }
    }

    /** Stock Drools as its manual says: a new session for each customer. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int stockNewSession(Work work) {
        return work.stockNewSession();
    }

    /** Stock Drools with sessions from a pool. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int stockPooled(Work work) {
        return work.stockPooled();
    }

    /** The advisor's rules, many customers together. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int rules(Work work) {
        return work.rulesTogether();
    }

    /** The advisor's rules, each customer alone, as for a book that is not proved to keep customers apart. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int rulesAlone(Work work) {
        return work.rulesAlone();
    }

    /** The whole advice: offers resolved, rules, dates, messages, order, readiness. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int advice(Work work) {
        return work.advice();
    }

    /** The same rules as plain Java. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int handWritten(Work work) {
        return work.handWritten();
    }
}
