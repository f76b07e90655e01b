package org.migrationadvisor.workbench.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/** Reads a {@code .cases.yaml} file: what every case starts from under {@code given}, then the {@code cases}. */
public final class CaseFile {
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
            "defined",
            "readiness",
            "expect");
    private static final List<String> EXPECT =
            List.of("code", "subscription", "actor", "actFrom", "actBy", "message", "values");

    private final SourceFile file;
    private final CaseWords words;
    private final Problems problems;
    private final CaseFacts facts;
    private final Map<String, Integer> names = new HashMap<>();

    private CaseFile(SourceFile file, CaseWords words, Problems problems) {
        this.file = file;
        this.words = words;
        this.problems = problems;
        this.facts = new CaseFacts(file, words.fields(), problems);
    }

    /** The cases of a file without those that cannot be read, which have then been told. */
    public static List<RuleCase> read(SourceFile file, CaseWords words, Problems problems) {
        return new CaseFile(file, words, problems).cases();
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
        if (nameEntry != null && !isNew(nameEntry, name)) {
            return null;
        }
        if (!asksForSomething(entries)) {
            boolean misspelt = entries.size() < item.entries().size();
            if (!misspelt) {
                item.wrong(
                        ProblemKind.MISSING_VALUE,
                        "found a case that expects nothing, expected one of exactly, atLeast, none, fires, defined, readiness,"
                                + " expect",
                        null);
            }
            return null;
        }
        LocalDate asOf = date(entries.getOrDefault("asOf", given.get("asOf")));
        Optional<Customer> customer = facts.customer(entries, given);
        if (asOf == null || customer.isEmpty()) {
            return null;
        }
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.putAll(policy(given.get("policy")));
        policy.putAll(policy(entries.get("policy")));
        if (!words.loads(policy, entries.getOrDefault("policy", given.get("policy")))) {
            return null;
        }
        return new RuleCase(
                name,
                file.name(),
                file.line(item.span().start()),
                asOf,
                policy,
                customer.get(),
                entries.containsKey("exactly") ? codes(entries.get("exactly")) : null,
                codes(entries.get("atLeast")),
                codes(entries.get("none")),
                entries.containsKey("fires") ? rules(entries.get("fires")) : null,
                defined(entries.get("defined")),
                readiness(entries.get("readiness")),
                expected(entries.get("expect")));
    }

    private boolean isNew(Yaml.Entry nameEntry, String name) {
        int line = file.line(nameEntry.span().start());
        Integer first = names.putIfAbsent(name, line);
        if (first != null) {
            nameEntry.wrong(
                    ProblemKind.DUPLICATE_NAME,
                    "found the name `" + name + "` again, expected each name once; it stands first in line " + first,
                    "say what is different in this case");
        }
        return first == null;
    }

    private Map<String, Object> policy(Yaml.@Nullable Entry entry) {
        Map<String, Object> policy = new LinkedHashMap<>();
        if (entry != null) {
            for (Yaml.Entry value : entry.entries()) {
                Object text = value.isList() ? texts(value) : value.text();
                if (text != null && words.isPolicyValue(value)) {
                    policy.put(value.name(), text);
                }
            }
        }
        return policy;
    }

    private List<String> codes(Yaml.@Nullable Entry entry) {
        return known(entry, words::isCode);
    }

    private List<String> rules(Yaml.@Nullable Entry entry) {
        return known(entry, item -> words.isRuleBeside(file, item));
    }

    private List<RuleCase.Defined> defined(Yaml.@Nullable Entry entry) {
        List<RuleCase.Defined> defined = new ArrayList<>();
        if (entry != null) {
            for (Yaml.Entry each : entry.entries()) {
                String text = each.text();
                if (text != null && words.isDefined(each)) {
                    defined.add(new RuleCase.Defined(
                            each.name(), text, file.line(each.span().start())));
                }
            }
        }
        return defined;
    }

    private static List<String> known(Yaml.@Nullable Entry entry, Predicate<Yaml.Entry> isKnown) {
        List<String> texts = new ArrayList<>();
        if (entry != null) {
            entry.items().stream().filter(isKnown).forEach(item -> texts.add(Objects.requireNonNull(item.text())));
        }
        return texts;
    }

    private static boolean asksForSomething(Map<String, Yaml.Entry> entries) {
        return List.of("exactly", "atLeast", "none", "fires", "defined", "readiness", "expect").stream()
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

    private List<RuleCase.Expected> expected(Yaml.@Nullable Entry entry) {
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

    private RuleCase.@Nullable Expected oneExpected(Yaml.Entry item) {
        Map<String, Yaml.Entry> entries = item.entries(EXPECT);
        Yaml.Entry code = entries.get("code");
        String codeText = code == null ? null : code.text();
        if (code == null || codeText == null) {
            item.wrong(ProblemKind.MISSING_VALUE, "found no `code`, expected the code of the recommendation", null);
            return null;
        }
        if (!words.isCode(code)) {
            return null;
        }
        Map<String, String> details = new LinkedHashMap<>();
        for (String name : List.of("actor", "actFrom", "actBy", "message")) {
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
