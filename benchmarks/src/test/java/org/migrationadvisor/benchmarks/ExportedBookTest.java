package org.migrationadvisor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.FactsOf;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.messages.Finding;

/** What is exported is the same book: stock Drools finds with it what the advisor finds. */
class ExportedBookTest {
    private static final int CUSTOMERS = 2_000;

    @TempDir
    private Path folder;

    private List<Customer> customers() throws IOException {
        Path list = folder.resolve("list.csv");
        new ListGenerator(3).write(CUSTOMERS * 3L, false, list);
        return Stream.concat(
                        Stream.of(Customer.builder("without").build()),
                        CustomerLists.read(List.of(Source.of(list))).customers().stream())
                .toList();
    }

    private static List<String> found(List<Finding> findings, List<Object> facts) {
        Map<Object, Integer> numbers = numbers(facts);
        return findings.stream()
                .map(each -> each.rule().id() + " " + each.code().code() + " "
                        + numbers.get(each.subscription() == null ? each.customer() : each.subscription()) + " "
                        + each.actFrom() + " " + each.actBy()
                        + (each.rule().recommended().actor() == null ? "" : " " + each.actor()))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> found(ExportedBook book, List<Object> facts, Rulebook rulebook) {
        List<Object> copies = book.facts(facts);
        Map<Object, Integer> numbers = numbers(copies);
        return book.evaluate(copies).stream()
                .map(each -> each.rule() + " " + each.code() + " " + numbers.get(each.about()) + " " + each.actFrom()
                        + " " + each.actBy() + (namesActor(rulebook, each.rule()) ? " " + each.actor() : ""))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean namesActor(Rulebook rulebook, String id) {
        return rulebook.rules().stream()
                .anyMatch(rule -> rule.id().equals(id) && rule.recommended().actor() != null);
    }

    private static Map<Object, Integer> numbers(List<Object> facts) {
        Map<Object, Integer> numbers = new IdentityHashMap<>();
        facts.forEach(fact -> numbers.put(fact, numbers.size()));
        return numbers;
    }

    private static void requireSame(Rulebook rulebook, List<Customer> customers) {
        ExportedBook exported = new ExportedBook(rulebook);
        FactsOf factsOf = new FactsOf(rulebook);
        List<List<Object>> facts = customers.stream()
                .map(customer -> factsOf.customer(customer, ListGenerator.AS_OF))
                .toList();
        List<List<Finding>> ours = rulebook.evaluate(facts);
        for (int i = 0; i < facts.size(); i++) {
            assertThat(found(exported, facts.get(i), rulebook))
                    .as(customers.get(i).id())
                    .isEqualTo(found(ours.get(i), facts.get(i)));
        }
        assertThat(ours.stream().mapToInt(List::size).sum()).isGreaterThan(customers.size());
    }

    @Test
    void theBundledRulesGiveTheSameAdvice() throws IOException {
        requireSame(Rulebook.load(RulesFolder.bundled()), customers());
    }

    @Test
    void rulesWithJoinsOfEveryKindGiveTheSameAdvice() throws IOException {
        Path book = Path.of("../src/test/resources/org/migrationadvisor/apart");
        requireSame(Rulebook.load(RulesFolder.read(book)), customers());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ExportedBookTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyKindOfConditionMeansTheSame() throws IOException {
        String rules = text("/every-condition.drl");
        RulesFolder book = RulesFolder.read(Path.of("../src/test/resources/org/migrationadvisor/apart"))
                .with("apart/apart.drl", rules)
                .with("definitions/every-definition.drl", text("/every-definition.drl"))
                .with("policy.yaml", """
                        nearExpiryDays: 3
                        premiumOffers: [ SPE_E3, SPE_E5 ]
                        contracts: [ ea, mpsa ]
                        """);
        requireSame(Rulebook.load(book), customers());
    }
}
