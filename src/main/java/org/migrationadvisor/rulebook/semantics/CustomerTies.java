package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * Finds out whether all facts that a rule joins belong to one customer. Only then may facts of many customers share an
 * evaluation: a rule that lacks a join would mix them.
 */
public final class CustomerTies {

    private CustomerTies() {}

    /** The rules that are not proved to keep to one customer, in their order. */
    public static List<RuleDefinition> unproved(List<RuleDefinition> rules) {
        return rules.stream().filter(rule -> !untied(rule).isEmpty()).toList();
    }

    /** The patterns that no {@code customer == ...} ties to a pattern before them, in their order. */
    public static List<Pattern> untied(RuleDefinition rule) {
        List<Pattern> untied = new ArrayList<>();
        Set<Integer> before = new HashSet<>();
        for (RuleDefinition.Condition condition : rule.conditions()) {
            for (Pattern pattern : patterns(condition)) {
                if (!before.isEmpty() && !isTied(pattern, before)) {
                    untied.add(pattern);
                }
                before.add(pattern.slot());
            }
        }
        return untied;
    }

    /** The patterns of a condition: itself, those inside {@code not} or {@code exists}, or that of {@code accumulate}. */
    public static List<Pattern> patterns(RuleDefinition.Condition condition) {
        if (condition instanceof Pattern pattern) {
            return List.of(pattern);
        }
        if (condition instanceof RuleDefinition.Group group) {
            return group.patterns();
        }
        return List.of(((RuleDefinition.Accumulate) condition).pattern());
    }

    private static boolean isTied(Pattern pattern, Set<Integer> before) {
        return pattern.constraints().stream().anyMatch(constraint -> equalsCustomer(constraint, pattern, before));
    }

    /** Whether the constraint is an equality of customers between the pattern's fact and one before it. */
    private static boolean equalsCustomer(Constraint constraint, Pattern pattern, Set<Integer> before) {
        if (constraint.join() == null || constraint.join().slots().size() != 1) {
            return false;
        }
        int slot = constraint.join().slots().get(0);
        String own = pattern.type().javaType() == CustomerFact.class ? "this" : "this.customer";
        String text = constraint.text();
        boolean sides = text.equals("(" + own + " == #" + slot + ")")
                || text.equals("(" + own + " == #" + slot + ".customer)")
                || text.equals("(#" + slot + " == " + own + ")")
                || text.equals("(#" + slot + ".customer == " + own + ")");
        return sides && before.contains(slot);
    }
}
