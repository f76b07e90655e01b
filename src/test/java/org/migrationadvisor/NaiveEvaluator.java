package org.migrationadvisor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** What rules mean, without an engine: every combination of facts is tried. */
final class NaiveEvaluator {
    private final List<?> facts;
    private final Set<Object> found = new HashSet<>();

    private NaiveEvaluator(List<?> facts) {
        this.facts = facts;
    }

    /** The ids of the rules that hold, each with the number of the fact it is about. */
    static Set<String> evaluate(List<RuleDefinition> rules, List<?> facts) {
        Set<String> named = new HashSet<>();
        rules.forEach(
                rule -> subjects(rule, facts).forEach(subject -> named.add(rule.id() + " " + facts.indexOf(subject))));
        return named;
    }

    /** The facts for which a rule holds. */
    static Set<Object> subjects(RuleDefinition rule, List<?> facts) {
        NaiveEvaluator evaluator = new NaiveEvaluator(facts);
        evaluator.conditions(rule, 0, new @Nullable Object[rule.slots()]);
        return evaluator.found;
    }

    private void conditions(RuleDefinition rule, int at, @Nullable Object[] slots) {
        if (at == rule.conditions().size()) {
            found.add(Objects.requireNonNull(slots[rule.subject()]));
            return;
        }
        RuleDefinition.Condition condition = rule.conditions().get(at);
        if (condition instanceof Pattern pattern) {
            for (Object fact : facts) {
                if (matches(pattern, fact, slots)) {
                    conditions(rule, at + 1, slots);
                }
            }
        } else if (condition instanceof RuleDefinition.Group group) {
            if (someMatch(group.patterns(), slots) != group.negated()) {
                conditions(rule, at + 1, slots);
            }
        } else if (condition instanceof RuleDefinition.Lookup lookup) {
            if (lookup.holds(slots)) {
                conditions(rule, at + 1, slots);
            }
        } else {
            RuleDefinition.Accumulate accumulate = (RuleDefinition.Accumulate) condition;
            Optional<Object> number = number(accumulate, slots);
            slots[accumulate.slot()] = number.orElse(null);
            if (number.isPresent() && accumulate.constraints().stream().allMatch(each -> holds(each, null, slots))) {
                conditions(rule, at + 1, slots);
            }
        }
    }

    private Optional<Object> number(RuleDefinition.Accumulate accumulate, @Nullable Object[] slots) {
        List<Object> matching = new ArrayList<>();
        for (Object fact : facts) {
            if (matches(accumulate.pattern(), fact, slots)) {
                matching.add(fact);
            }
        }
        RuleDefinition.Reading argument = accumulate.argument();
        if (argument == null) {
            return Optional.of(matching.size());
        }
        List<Integer> known = new ArrayList<>();
        for (Object fact : matching) {
            slots[accumulate.pattern().slot()] = fact;
            Integer value = (Integer) argument.of(null, slots);
            if (value != null) {
                known.add(value);
            }
        }
        int sum = known.stream().mapToInt(Integer::intValue).sum();
        return switch (accumulate.function()) {
            case "sum" -> Optional.of(sum);
            case "min" -> known.stream().min(Integer::compare).map(Object.class::cast);
            case "max" -> known.stream().max(Integer::compare).map(Object.class::cast);
            default ->
                known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BigDecimal(sum).divide(new BigDecimal(known.size()), MathContext.DECIMAL64));
        };
    }

    private boolean someMatch(List<Pattern> patterns, @Nullable Object[] slots) {
        if (patterns.isEmpty()) {
            return true;
        }
        return facts.stream()
                .anyMatch(fact -> matches(patterns.get(0), fact, slots)
                        && someMatch(patterns.subList(1, patterns.size()), slots));
    }

    private static boolean matches(Pattern pattern, Object fact, @Nullable Object[] slots) {
        if (!pattern.type().javaType().isInstance(fact)) {
            return false;
        }
        slots[pattern.slot()] = fact;
        return pattern.constraints().stream().allMatch(constraint -> holds(constraint, fact, slots));
    }

    private static boolean holds(Constraint constraint, @Nullable Object fact, @Nullable Object[] slots) {
        return Boolean.TRUE.equals(constraint.reading().of(fact, slots));
    }
}
