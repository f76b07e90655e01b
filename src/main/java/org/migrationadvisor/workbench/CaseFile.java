package org.migrationadvisor.workbench;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Coded;
import org.migrationadvisor.Customer;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.input.NamedFacts;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Suggestion;
import org.migrationadvisor.rulebook.syntax.Yaml;

/** Reads a {@code .cases.yaml} file: what every case starts from under {@code given}, then the {@code cases}. */
final class CaseFile {
    private static final List<String> SECTIONS = List.of("given", "cases");
    private static final List<String> GIVEN = List.of("asOf", "policy", "customer", "subscription");
    private static final List<String> CASE = List.of(
            "name",
            "asOf",
            "policy",
            "customer",
            "subscription",
            "subscriptions",
            "exactly",
            "atLeast",
            "none",
            "fires",
            "readiness",
            "expect");
    private static final List<String> EXPECT = List.of("code", "subscription", "actFrom", "actBy", "message", "values");

    private final SourceFile file;
    private final Problems problems;

    private CaseFile(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The cases of a file without those that cannot be read, which have then been told. */
    static List<RuleCase> read(SourceFile file, Problems problems) {
        return new CaseFile(file, problems).cases();
    }

    private List<RuleCase> cases() {
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root == null) {
            return List.of();
        }
        Map<String, Yaml.Entry> sections = root.entries(SECTIONS);
        Yaml.Entry givenEntry = sections.get("given");
        Map<String, Yaml.Entry> given = givenEntry == null ? Map.of() : givenEntry.entries(GIVEN);
        Yaml.Entry list = sections.get("cases");
        if (list == null || !list.isList()) {
            problems.error(
                    ProblemKind.WRONG_TYPE,
                    file,
                    new Span(0, 1),
                    "found no list of cases, expected `cases:` with `- name: ...`",
                    null);
            return List.of();
        }
        List<RuleCase> cases = new ArrayList<>();
        for (Yaml.Entry item : list.items()) {
            RuleCase ruleCase = ruleCase(item, given);
            if (ruleCase != null) {
                cases.add(ruleCase);
            }
        }
        return cases;
    }

    private @Nullable RuleCase ruleCase(Yaml.Entry item, Map<String, Yaml.Entry> given) {
        Map<String, Yaml.Entry> entries = item.entries(CASE);
        Yaml.Entry nameEntry = entries.get("name");
        String name = nameEntry == null ? null : nameEntry.text();
        if (name == null) {
            item.wrong(
                    ProblemKind.MISSING_VALUE, "found a case without a name, expected `name:` with a sentence", null);
            return null;
        }
        if (!asksForSomething(entries)) {
            item.wrong(
                    ProblemKind.MISSING_VALUE,
                    "found a case that expects nothing, expected one of exactly, atLeast, none, fires, readiness, expect",
                    null);
            return null;
        }
        LocalDate asOf = date(entries.getOrDefault("asOf", given.get("asOf")));
        Optional<Customer> customer = customer(entries, given);
        if (asOf == null || customer.isEmpty()) {
            return null;
        }
        Map<String, String> policy = new LinkedHashMap<>();
        facts(given.get("policy")).forEach((key, text) -> policy.put(key, text.text()));
        facts(entries.get("policy")).forEach((key, text) -> policy.put(key, text.text()));
        return new RuleCase(
                name,
                file.name(),
                file.line(item.span().start()),
                asOf,
                policy,
                customer.get(),
                entries.containsKey("exactly") ? texts(entries.get("exactly")) : null,
                texts(entries.get("atLeast")),
                texts(entries.get("none")),
                entries.containsKey("fires") ? texts(entries.get("fires")) : null,
                readiness(entries.get("readiness")),
                expected(entries.get("expect")));
    }

    private static boolean asksForSomething(Map<String, Yaml.Entry> entries) {
        return List.of("exactly", "atLeast", "none", "fires", "readiness", "expect").stream()
                .anyMatch(entries::containsKey);
    }

    private @Nullable LocalDate date(Yaml.@Nullable Entry entry) {
        if (entry == null) {
            problems.error(
                    ProblemKind.MISSING_VALUE,
                    file,
                    new Span(0, 1),
                    "found no `asOf`, expected a date such as 2026-11-20 under `given`",
                    null);
            return null;
        }
        String text = entry.text();
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            entry.wrong(ProblemKind.WRONG_VALUE, "found `" + text + "`, expected a date such as 2026-11-20", null);
            return null;
        }
    }

    private Optional<Customer> customer(Map<String, Yaml.Entry> entries, Map<String, Yaml.Entry> given) {
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
        List<org.migrationadvisor.input.Problem> found = new ArrayList<>();
        Optional<Customer> read = NamedFacts.customer(file.name(), customer, subscriptions, found);
        for (org.migrationadvisor.input.Problem problem : found) {
            int start = file.lineStart((int) problem.line());
            problems.error(
                    ProblemKind.WRONG_VALUE,
                    file,
                    new Span(start, start + 1),
                    problem.column() + ": " + problem.reason(),
                    null);
        }
        return read;
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

    private static List<String> texts(Yaml.@Nullable Entry entry) {
        List<String> texts = new ArrayList<>();
        if (entry != null) {
            for (Yaml.Entry item : entry.items()) {
                String text = item.text();
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static @Nullable Readiness readiness(Yaml.@Nullable Entry entry) {
        String text = entry == null ? null : entry.text();
        if (entry == null || text == null) {
            return null;
        }
        Optional<Readiness> readiness = Coded.find(Readiness.class, text);
        if (readiness.isEmpty()) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found `" + text + "`, expected one of " + Coded.codes(Readiness.class),
                    Suggestion.didYouMean(
                            text, List.of(Coded.codes(Readiness.class).split(", "))));
        }
        return readiness.orElse(null);
    }

    private static List<RuleCase.Expected> expected(Yaml.@Nullable Entry entry) {
        List<RuleCase.Expected> expected = new ArrayList<>();
        if (entry != null) {
            for (Yaml.Entry item : entry.items()) {
                RuleCase.Expected one = oneExpected(item);
                if (one != null) {
                    expected.add(one);
                }
            }
        }
        return expected;
    }

    private static RuleCase.@Nullable Expected oneExpected(Yaml.Entry item) {
        Map<String, Yaml.Entry> entries = item.entries(EXPECT);
        Yaml.Entry code = entries.get("code");
        String codeText = code == null ? null : code.text();
        if (codeText == null) {
            item.wrong(ProblemKind.MISSING_VALUE, "found no `code`, expected the code of the recommendation", null);
            return null;
        }
        Map<String, String> details = new LinkedHashMap<>();
        for (String name : List.of("actFrom", "actBy", "message")) {
            Yaml.Entry detail = entries.get(name);
            String text = detail == null ? null : detail.text();
            if (text != null) {
                details.put(name, text);
            }
        }
        Yaml.Entry values = entries.get("values");
        if (values != null) {
            values.entries().forEach(value -> details.put("values." + value.name(), String.join(", ", texts(value))));
        }
        Yaml.Entry subscription = entries.get("subscription");
        return new RuleCase.Expected(
                codeText,
                subscription == null ? null : subscription.text(),
                details,
                item.file().line(item.span().start()));
    }
}
