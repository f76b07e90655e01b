package org.migrationadvisor.rulebook.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * Proves for a rule that all facts it looks at belong to one customer. Only then may facts of many customers share a
 * session: a rule that lacks a join would mix them.
 *
 * <p>The proof: the first pattern takes a fact, which belongs to one customer. Each further one, in whatever condition
 * it stands, must have a constraint of its own that is an equality of customers, or of their ids, with a fact that is
 * tied already. A constraint that also holds otherwise, such as one side of {@code ||}, is no tie, and neither are
 * equal ids of subscriptions, which only differ within a customer.
 */
final class Isolation {
    private final Map<Integer, Class<?>> tied = new HashMap<>();

    private Isolation() {}

    /** The rules of which it cannot be proved, in their order. */
    static List<RuleDefinition> unproved(List<RuleDefinition> rules) {
        return rules.stream().filter(rule -> !new Isolation().proves(rule)).toList();
    }

    private boolean proves(RuleDefinition rule) {
        return rule.conditions().stream().allMatch(this::keepsToTheCustomer);
    }

    private boolean keepsToTheCustomer(RuleDefinition.Condition condition) {
        if (condition instanceof Pattern pattern) {
            return tie(pattern, tied.isEmpty());
        }
        if (condition instanceof RuleDefinition.Group group) {
            return group.patterns().stream().allMatch(pattern -> tie(pattern, false));
        }
        return tie(((RuleDefinition.Accumulate) condition).pattern(), false);
    }

    private boolean tie(Pattern pattern, boolean first) {
        boolean proved = first || pattern.constraints().stream().anyMatch(each -> equatesCustomers(each, pattern));
        tied.put(pattern.slot(), pattern.type().javaType());
        return proved;
    }

    private boolean equatesCustomers(Constraint constraint, Pattern pattern) {
        if (!constraint.isJoin()) {
            return false;
        }
        String own = customer("this", pattern.type().javaType());
        return tied.entrySet().stream().anyMatch(entry -> {
            String other = customer("#" + entry.getKey(), entry.getValue());
            return isEquality(constraint, own, other) || isEquality(constraint, own + ".id", other + ".id");
        });
    }

    /** How the resolved text of a constraint names the customer of a fact. */
    private static String customer(String fact, Class<?> type) {
        return type == CustomerFact.class ? fact : fact + ".customer";
    }

    private static boolean isEquality(Constraint constraint, String a, String b) {
        String text = constraint.text();
        return text.equals("(" + a + " == " + b + ")") || text.equals("(" + b + " == " + a + ")");
    }
}
