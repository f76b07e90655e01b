package org.migrationadvisor.rulebook.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.Definitions;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Concluded;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Group;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Proves that a definition gives one value where its declaration says that there is one. */
public final class ValueReview {
    private final Map<String, Object> policy;
    private final Problems problems;

    private ValueReview(Map<String, Object> policy, Problems problems) {
        this.policy = policy;
        this.problems = problems;
    }

    /**
     * Tells of definitions of which it cannot be proved.
     *
     * @param policy the values of the policy by name
     */
    public static void run(Definitions definitions, Map<String, Object> policy, Problems problems) {
        ValueReview review = new ValueReview(policy, problems);
        definitions.all().stream()
                .filter(each -> each.values().stream().anyMatch(value -> !value.isKey()))
                .forEach(review::run);
    }

    private void run(Definition definition) {
        List<RuleDefinition> rules = definition.rules();
        rules.forEach(rule -> values(definition, rule));
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!sayTheSame(rules.get(j), rules.get(i)) && !excludeEachOther(rules.get(j), rules.get(i))) {
                    tell(definition, rules.get(j), rules.get(i));
                    break;
                }
            }
        }
    }

    private void values(Definition definition, RuleDefinition rule) {
        Concluded concluded = rule.concluded();
        Set<Integer> single = singleSlots(rule);
        Syntax.Call conclude = (Syntax.Call) rule.syntax().consequence();
        Syntax.Call made = (Syntax.Call) conclude.arguments().get(0);
        for (int i = 0; i < concluded.values().size(); i++) {
            Definition.Value value = definition.values().get(i);
            if (!value.isKey() && !single.containsAll(concluded.values().get(i).slots())) {
                problems.error(
                        ProblemKind.AMBIGUOUS_DEFINITION,
                        rule.file(),
                        made.arguments().get(i + 1).span(),
                        "found a value for `" + value.name() + "` of which there can be several for one "
                                + definition.subject().name() + ", expected one",
                        "write `" + value.name() + " : ... @key` in the declaration of " + definition.name()
                                + ", or take it from the "
                                + definition.subject().name() + " itself");
            }
        }
    }

    private void tell(Definition definition, RuleDefinition first, RuleDefinition second) {
        String values = definition.values().stream()
                .filter(value -> !value.isKey())
                .map(value -> "`" + value.name() + "`")
                .collect(Collectors.joining(" and "));
        problems.error(
                ProblemKind.AMBIGUOUS_DEFINITION,
                second.file(),
                second.syntax().name().span(),
                "found rule " + second.id() + ", which can conclude " + definition.name() + " for the same "
                        + definition.subject().name() + " as rule " + first.id() + " in "
                        + first.file().name() + ":" + first.line() + ", expected one value for " + values,
                "add a condition that excludes those of " + first.id() + ", or write @key behind " + values
                        + " in the declaration");
    }

    private static boolean sayTheSame(RuleDefinition a, RuleDefinition b) {
        List<Reading> first = a.concluded().values();
        List<Reading> second = b.concluded().values();
        return IntStream.range(0, first.size()).allMatch(i -> {
            Object value = constant(first.get(i));
            return value != null && value.equals(constant(second.get(i)));
        });
    }

    private static @Nullable Object constant(Reading reading) {
        return reading.slots().isEmpty() ? reading.of(null, new Object[0]) : null;
    }

    private boolean excludeEachOther(RuleDefinition a, RuleDefinition b) {
        return a.conditions().stream()
                        .anyMatch(one -> b.conditions().stream().anyMatch(other -> isOpposite(one, other)))
                || ConditionSearch.isEmpty(Stream.concat(ofSubject(a).stream(), ofSubject(b).stream())
                        .toList());
    }

    /** Whether one says that there are such facts and the other that there are none. */
    private static boolean isOpposite(RuleDefinition.Condition one, RuleDefinition.Condition other) {
        return one instanceof Group a
                && other instanceof Group b
                && a.negated() != b.negated()
                && a.patterns().stream()
                        .map(CoverReview::texts)
                        .toList()
                        .equals(b.patterns().stream().map(CoverReview::texts).toList());
    }

    /** The conditions of a rule that are about the one subject, and about its customer. */
    private List<Atom> ofSubject(RuleDefinition rule) {
        SharedSubjects shared = new SharedSubjects(rule, policy);
        return shared.topPatterns().stream()
                .filter(pattern -> pattern.slot() == rule.subject())
                .flatMap(pattern -> shared.alone(pattern).stream())
                .toList();
    }

    /** The slots in which there can be one fact or result only, once the subject is chosen. */
    static Set<Integer> singleSlots(RuleDefinition rule) {
        Set<Integer> single = new HashSet<>(Set.of(rule.subject()));
        boolean more = true;
        while (more) {
            more = false;
            for (RuleDefinition.Condition condition : rule.conditions()) {
                if (condition instanceof Pattern pattern) {
                    more |= single.addAll(namedBy(pattern, single));
                    if (isSingle(pattern, single)) {
                        more |= single.add(pattern.slot());
                    }
                } else if (condition instanceof Accumulate accumulate && isSingle(accumulate, single)) {
                    more |= single.add(accumulate.slot());
                }
            }
        }
        return single;
    }

    /** Whether a condition of a pattern says which fact it is. */
    private static boolean isSingle(Pattern pattern, Set<Integer> single) {
        Definition definition = pattern.type().definition();
        if (definition != null && definition.values().stream().anyMatch(Definition.Value::isKey)) {
            return false;
        }
        String own = definition == null ? "this" : "this." + definition.subjectField();
        return pattern.constraints().stream()
                .filter(Constraint::isJoin)
                .filter(constraint -> single.containsAll(constraint.reading().slots()))
                .anyMatch(constraint -> constraint.text().startsWith("(" + own + " == #")
                        || constraint.text().endsWith(" == " + own + ")"));
    }

    /** The slots of the facts that a single fact names, such as the customer of a subscription. */
    private static Set<Integer> namedBy(Pattern pattern, Set<Integer> single) {
        if (!single.contains(pattern.slot())) {
            return Set.of();
        }
        return pattern.constraints().stream()
                .filter(Constraint::isJoin)
                .flatMap(constraint -> constraint.reading().slots().stream()
                        .filter(slot -> constraint.text().startsWith("(#" + slot + " == this.")
                                || constraint.text().matches("\\(this\\.[\\w.]+ == #" + slot + "\\)")))
                .collect(Collectors.toSet());
    }

    private static boolean isSingle(Accumulate accumulate, Set<Integer> single) {
        Set<Integer> known = new HashSet<>(single);
        CustomerTies.patterns(accumulate).forEach(pattern -> known.add(pattern.slot()));
        return accumulate.pattern().constraints().stream()
                .allMatch(constraint -> known.containsAll(constraint.reading().slots()));
    }
}
