package org.migrationadvisor.rulebook.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * Proves for a rule that all facts it joins belong to one customer. Only then may facts of many customers share a
 * session: a rule that lacks a join would mix them.
 */
final class Isolation {

    private Isolation() {}

    /** The rules of which it cannot be proved, in their order. */
    static List<RuleDefinition> unproved(List<RuleDefinition> rules) {
        return rules.stream().filter(rule -> !proved(rule)).toList();
    }

    private static boolean proved(RuleDefinition rule) {
        Set<Integer> tied = new HashSet<>();
        for (RuleDefinition.Condition condition : rule.conditions()) {
            for (Pattern pattern : patterns(condition)) {
                if (!tied.isEmpty() && !tiedTo(pattern, tied)) {
                    return false;
                }
                tied.add(pattern.slot());
            }
        }
        return true;
    }

    private static List<Pattern> patterns(RuleDefinition.Condition condition) {
        if (condition instanceof Pattern pattern) {
            return List.of(pattern);
        }
        if (condition instanceof RuleDefinition.Group group) {
            return group.patterns();
        }
        return List.of(((RuleDefinition.Accumulate) condition).pattern());
    }

    private static boolean tiedTo(Pattern pattern, Set<Integer> tied) {
        List<Constraint> constraints = new ArrayList<>(pattern.constraints());
        return constraints.stream().anyMatch(constraint -> equalsCustomer(constraint, pattern, tied));
    }

    /** Whether the constraint is an equality of customers between the pattern's fact and one that is tied already. */
    private static boolean equalsCustomer(Constraint constraint, Pattern pattern, Set<Integer> tied) {
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
        return sides && tied.contains(slot);
    }
}
