package org.migrationadvisor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** What rules mean, without an engine: every combination of facts is tried. */
final class NaiveEvaluator {
    private final List<?> facts;
    private final Set<String> found = new HashSet<>();

    private NaiveEvaluator(List<?> facts) {
        this.facts = facts;
    }

    /** The ids of the rules that hold, each with the number of the fact it is about. */
    static Set<String> evaluate(List<RuleDefinition> rules, List<?> facts) {
        NaiveEvaluator evaluator = new NaiveEvaluator(facts);
        rules.forEach(rule -> evaluator.conditions(rule, 0, new @Nullable Object[rule.slots()]));
        return evaluator.found;
    }

    private void conditions(RuleDefinition rule, int at, @Nullable Object[] slots) {
        if (at == rule.conditions().size()) {
            found.add(rule.id() + " " + facts.indexOf(slots[rule.subject()]));
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
        } else {
            RuleDefinition.Accumulate accumulate = (RuleDefinition.Accumulate) condition;
            slots[accumulate.slot()] = (int) facts.stream()
                    .filter(fact -> matches(accumulate.pattern(), fact, slots))
                    .count();
            if (accumulate.constraints().stream().allMatch(each -> holds(each, null, slots))) {
                conditions(rule, at + 1, slots);
            }
        }
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
