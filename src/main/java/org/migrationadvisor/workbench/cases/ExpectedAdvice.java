package org.migrationadvisor.workbench.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.workbench.explain.Explainer;
import org.migrationadvisor.workbench.explain.RuleAccount;

/** Compares what a case expects with the advice that was found. */
final class ExpectedAdvice {
    private final RuleCase ruleCase;
    private final Advice advice;
    private final Rulebook rulebook;
    private final List<Mismatch> mismatches = new ArrayList<>();

    /** A difference, with what to give an account of should anybody ask. */
    private record Mismatch(
            String about, String expected, String found, int line, Function<Explainer, Stream<RuleAccount>> accounts) {}

    ExpectedAdvice(RuleCase ruleCase, Advice advice, Rulebook rulebook) {
        this.ruleCase = ruleCase;
        this.advice = advice;
        this.rulebook = rulebook;
        codes();
        rules();
        if (!ruleCase.defined().isEmpty()) {
            CaseConclusions conclusions = new CaseConclusions(ruleCase, rulebook);
            ruleCase.defined().forEach(each -> defined(each, conclusions.given(each.field())));
        }
        if (ruleCase.readiness() != null && ruleCase.readiness() != advice.readiness()) {
            different(
                    "readiness",
                    ruleCase.readiness().code(),
                    advice.readiness().code(),
                    ruleCase.line(),
                    explainer -> Stream.of());
        }
        ruleCase.expected().forEach(this::details);
    }

    boolean isEmpty() {
        return mismatches.isEmpty();
    }

    List<Difference> differences() {
        if (mismatches.isEmpty()) {
            return List.of();
        }
        Explainer explainer = new Explainer(rulebook, ruleCase.customer(), ruleCase.asOf());
        return mismatches.stream()
                .map(each -> new Difference(
                        each.about(),
                        each.expected(),
                        each.found(),
                        each.line(),
                        each.accounts().apply(explainer).toList()))
                .toList();
    }

    private void different(
            String about, String expected, String found, int line, Function<Explainer, Stream<RuleAccount>> accounts) {
        mismatches.add(new Mismatch(about, expected, found, line, accounts));
    }

    private void codes() {
        Set<String> found = set(advice.recommendations(), Recommendation::code);
        if (ruleCase.exactly() != null) {
            sets("codes", new TreeSet<>(ruleCase.exactly()), found, ExpectedAdvice::whyNoCode, this::whyCode);
        }
        ruleCase.atLeast().stream()
                .filter(code -> !found.contains(code))
                .forEach(code -> different(
                        "codes", code, shown(found), ruleCase.line(), explainer -> whyNoCode(explainer, code)));
        ruleCase.none().stream()
                .filter(found::contains)
                .forEach(code -> different(
                        "codes", "no " + code, shown(found), ruleCase.line(), explainer -> whyCode(explainer, code)));
    }

    private void rules() {
        if (ruleCase.fires() == null) {
            return;
        }
        Set<String> ofFile = rulebook.allRules().stream()
                .filter(rule -> rule.file().name().equals(CaseBook.ruleFile(ruleCase.file())))
                .map(RuleDefinition::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = Syntax.isDefinitions(ruleCase.file())
                ? new CaseConclusions(ruleCase, rulebook).concluding()
                : set(advice.recommendations(), Recommendation::ruleId);
        found.retainAll(ofFile);
        sets(
                "rules",
                new TreeSet<>(ruleCase.fires()),
                found,
                (explainer, rule) -> explainer.account(rule, null).stream(),
                (explainer, rule) -> explainer.firings(rule).stream());
    }

    private void defined(RuleCase.Defined expected, List<CaseConclusions.Given> given) {
        if (given.isEmpty()) {
            different("defined", expected.field(), "no such fact", expected.line(), explainer -> Stream.of());
        }
        for (CaseConclusions.Given each : given) {
            if (!each.text().equals(expected.value())) {
                String of = given.size() == 1 ? "" : " of " + each.subscriptionId();
                different(
                        "defined " + expected.field() + of,
                        expected.value(),
                        each.text(),
                        expected.line(),
                        explainer -> each.definition().rules().stream()
                                .flatMap(rule -> explainer.account(rule.id(), each.subscriptionId()).stream()));
            }
        }
    }

    /** Gives an account for a rule or code. */
    private interface Why {
        Stream<RuleAccount> accounts(Explainer explainer, String name);
    }

    private static Stream<RuleAccount> whyNoCode(Explainer explainer, String code) {
        return explainer.nearest(code, null).stream();
    }

    private Stream<RuleAccount> whyCode(Explainer explainer, String code) {
        return set(
                        advice.recommendations().stream()
                                .filter(each -> each.code().equals(code))
                                .toList(),
                        Recommendation::ruleId)
                .stream()
                .flatMap(rule -> explainer.firings(rule).stream());
    }

    private void sets(String about, Set<String> expected, Set<String> found, Why whyNot, Why why) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> surplus = new TreeSet<>(found);
        surplus.removeAll(expected);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            different(
                    about,
                    shown(expected),
                    shown(found),
                    ruleCase.line(),
                    explainer -> Stream.concat(
                            missing.stream().flatMap(name -> whyNot.accounts(explainer, name)),
                            surplus.stream().flatMap(name -> why.accounts(explainer, name))));
        }
    }

    private void details(RuleCase.Expected expected) {
        List<List<Mismatch>> nearestFirst = advice.recommendations().stream()
                .filter(each -> each.code().equals(expected.code()))
                .filter(each -> expected.subscriptionId() == null
                        || expected.subscriptionId().equals(each.subscriptionId()))
                .map(each -> details(expected, each))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        if (nearestFirst.isEmpty()) {
            String of = expected.subscriptionId() == null ? "" : " for " + expected.subscriptionId();
            different(
                    "codes",
                    expected.code() + of,
                    shown(set(advice.recommendations(), Recommendation::code)),
                    expected.line(),
                    explainer -> explainer.nearest(expected.code(), known(expected.subscriptionId())).stream());
        } else {
            mismatches.addAll(nearestFirst.get(0));
        }
    }

    /** The id of a subscription if the customer has it. */
    private @Nullable String known(@Nullable String subscriptionId) {
        return ruleCase.customer().subscriptions().stream()
                .map(Subscription::id)
                .filter(id -> id.equals(subscriptionId))
                .findFirst()
                .orElse(null);
    }

    private static List<Mismatch> details(RuleCase.Expected expected, Recommendation found) {
        List<Mismatch> mismatches = new ArrayList<>();
        expected.details().forEach((name, text) -> {
            String value = detail(found, name);
            if (value == null || !plainBlanks(text).equals(plainBlanks(value))) {
                mismatches.add(new Mismatch(
                        expected.code() + " " + name,
                        text,
                        Objects.requireNonNullElse(value, "nothing"),
                        expected.line(),
                        explainer -> Stream.of()));
            }
        });
        return mismatches;
    }

    /** The no-break spaces inside numbers and money look like blanks, and cases are typed with blanks. */
    private static String plainBlanks(String text) {
        return text.replace('\u00A0', ' ');
    }

    private static @Nullable String detail(Recommendation found, String name) {
        return switch (name) {
            case "actor" -> found.actor().code();
            case "actFrom" -> found.actFrom() == null ? "none" : found.actFrom().toString();
            case "actBy" -> found.actBy() == null ? "none" : found.actBy().toString();
            case "message" -> found.message();
            default -> value(found.values().get(name.substring("values.".length())));
        };
    }

    private static @Nullable String value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }

    private static Set<String> set(List<Recommendation> recommendations, Function<Recommendation, String> name) {
        return recommendations.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
