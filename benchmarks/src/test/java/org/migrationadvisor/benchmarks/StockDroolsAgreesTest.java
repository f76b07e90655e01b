package org.migrationadvisor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.FactsOf;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.messages.Finding;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** Rule files are DRL: Drools' own compiler takes them, and finds with them what the advisor finds. */
class StockDroolsAgreesTest {
    private static final int CUSTOMERS = 2_000;

    @TempDir
    private Path folder;

    private List<Customer> customers() throws IOException {
        Path list = folder.resolve("list.csv");
        new ListGenerator(2).write(CUSTOMERS * 3L, false, list);
        List<Customer> customers = CustomerLists.read(List.of(Source.of(list))).customers();
        Files.delete(list);
        Customer without = Customer.builder("without").build();
        return Stream.concat(Stream.of(without), customers.stream()).toList();
    }

    private static List<String> found(List<Finding> findings) {
        return findings.stream()
                .map(each -> {
                    SubscriptionFact subscription = each.subscription();
                    String id = subscription == null ? each.customer().id() : subscription.id();
                    return each.code().code() + " " + id + " " + each.actFrom() + " " + each.actBy();
                })
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> found(StockDrools stock, List<Object> facts) {
        return stock.evaluate(stock.facts(facts)).stream()
                .map(each -> each.code() + " " + stock.id(each.fact()) + " " + each.actFrom() + " " + each.actBy())
                .distinct()
                .sorted()
                .toList();
    }

    private static void requireSame(RulesFolder rules, List<Customer> customers) {
        Rulebook rulebook = Rulebook.load(rules);
        StockDrools stock = new StockDrools(rules);
        FactsOf factsOf = new FactsOf(rulebook);
        List<List<Object>> facts = customers.stream()
                .map(customer -> factsOf.customer(customer, ListGenerator.AS_OF))
                .toList();
        List<List<Finding>> ours = rulebook.evaluate(facts);
        long all = 0;
        for (int i = 0; i < facts.size(); i++) {
            assertThat(found(ours.get(i))).as(customers.get(i).id()).isEqualTo(found(stock, facts.get(i)));
            all += ours.get(i).size();
        }
        assertThat(all).isGreaterThan(customers.size());
    }

    @Test
    void theBundledRulesMeanTheSame() throws IOException {
        requireSame(RulesFolder.bundled(), customers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "../src/test/resources/org/migrationadvisor/apart"})
    void otherRulesMeanTheSame(String rules) throws IOException {
        requireSame(RulesFolder.read(Path.of(rules)), customers());
    }

    @Test
    void theHandWrittenRulesMeanTheSame() throws IOException {
        Rulebook rulebook = Rulebook.load(RulesFolder.read(Path.of("rules")));
        FactsOf factsOf = new FactsOf(rulebook);
        for (Customer customer : customers()) {
            List<Object> facts = factsOf.customer(customer, ListGenerator.AS_OF);

            List<String> found = HandWrittenRules.apply(handWritten(rulebook, facts)).stream()
                    .map(each -> each.rule().code + " "
                            + (each.subscription() == null
                                    ? customer.id()
                                    : each.subscription().id())
                            + " " + each.actFrom() + " " + each.actBy())
                    .distinct()
                    .sorted()
                    .toList();

            assertThat(found)
                    .as(customer.id())
                    .isEqualTo(found(rulebook.evaluate(List.of(facts)).get(0)));
        }
    }

    /** The same facts, the customer first, as the hand-written rules know them. */
    private static List<Object> handWritten(Rulebook rulebook, List<Object> facts) {
        HandWrittenFact.Customer customer =
                (HandWrittenFact.Customer) handWritten(HandWrittenFact.Customer.class, rulebook, facts.get(0), null);
        return facts.stream()
                .map(fact -> fact == facts.get(0)
                        ? (Object) customer
                        : handWritten(HandWrittenFact.class, rulebook, fact, customer))
                .toList();
    }

    private static Object handWritten(
            Class<? extends Record> type, Rulebook rulebook, Object fact, HandWrittenFact.Customer customer) {
        FactType fields = rulebook.facts().stream()
                .filter(each -> each.isInstance(fact))
                .findFirst()
                .orElseThrow();
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(part -> part.getType() == HandWrittenFact.Customer.class
                        ? customer
                        : fields.property(part.getName()).reader().apply(fact))
                .toArray();
        try {
            return type.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
