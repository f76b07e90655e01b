package org.migrationadvisor.workbench.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.NamedFacts;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;

/** Reads the facts that cases give: the customer and its subscriptions. */
final class CaseFacts {
    private final SourceFile file;
    private final FactTable fields;
    private final Problems problems;

    /** @param fields the fields that facts can have */
    CaseFacts(SourceFile file, FactTable fields, Problems problems) {
        this.fields = fields;
        this.file = file;
        this.problems = problems;
    }

    /**
     * The customer of a case.
     *
     * @param entries what the case says
     * @param given what all cases of the file start from
     * @return empty if anything is wrong with it, which has then been told
     */
    Optional<Customer> customer(Map<String, Yaml.Entry> entries, Map<String, Yaml.Entry> given) {
        Map<String, NamedFacts.Text> customer = facts(given.get("customer"));
        customer.putAll(facts(entries.get("customer")));
        Map<String, NamedFacts.Text> base = facts(given.get("subscription"));
        base.putAll(facts(entries.get("subscription")));
        List<Map<String, NamedFacts.Text>> subscriptions = new ArrayList<>();
        Yaml.Entry several = entries.get("subscriptions");
        if (several == null) {
            subscriptions.add(base);
        } else {
            for (Yaml.Entry each : several.items()) {
                Map<String, NamedFacts.Text> facts = new LinkedHashMap<>(base);
                facts.putAll(facts(each));
                subscriptions.add(facts);
            }
        }
        List<org.migrationadvisor.input.row.RowProblem> found = new ArrayList<>();
        Optional<Customer> read = NamedFacts.customer(file.name(), customer, subscriptions, fields, found);
        found.forEach(problem -> tell(problem, entries, given));
        return read;
    }

    /** Tells a problem at the value that it is about. */
    private void tell(
            org.migrationadvisor.input.row.RowProblem problem,
            Map<String, Yaml.Entry> entries,
            Map<String, Yaml.Entry> given) {
        int lineStart = file.lineStart((int) problem.line());
        Span span = Stream.of(entries, given)
                .flatMap(section -> Stream.of("customer", "subscription", "subscriptions")
                        .map(section::get)
                        .filter(Objects::nonNull))
                .flatMap(facts -> facts.items().stream())
                .filter(Yaml.Entry::isMapping)
                .flatMap(facts -> facts.entries().stream())
                .filter(fact -> fact.name().equals(problem.column())
                        && file.line(fact.span().start()) == problem.line())
                .map(Yaml.Entry::span)
                .findFirst()
                .orElse(new Span(lineStart, lineStart + 1));
        problems.error(ProblemKind.WRONG_VALUE, file, span, problem.column() + ": " + problem.reason(), null);
    }

    private Map<String, NamedFacts.Text> facts(Yaml.@Nullable Entry entry) {
        Map<String, NamedFacts.Text> facts = new LinkedHashMap<>();
        if (entry != null) {
            for (Yaml.Entry fact : entry.entries()) {
                String text = fact.text();
                if (text != null) {
                    facts.put(
                            fact.name(),
                            new NamedFacts.Text(text, file.line(fact.span().start())));
                }
            }
        }
        return facts;
    }
}
