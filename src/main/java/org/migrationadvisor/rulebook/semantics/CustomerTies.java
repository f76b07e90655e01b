package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * Proves for a rule that all facts it looks at belong to one customer. Only then may facts of many customers share an
 * evaluation: a rule that lacks a join would mix them.
 *
 * <p>The proof: the first pattern takes a fact, which belongs to one customer. Each further one, in whatever condition
 * it stands, must have a constraint of its own that is an equality of customers, of their ids, or of the facts that
 * conclusions are about, with a fact that is tied already. A constraint that also holds otherwise, such as one side of {@code ||}, is no tie, and neither are
 * equal ids of subscriptions, which only differ within a customer.
 */
public final class CustomerTies {
    private final Map<Integer, FactType> before = new HashMap<>();

    private CustomerTies() {}

    /** The rules of which it cannot be proved, in their order. */
    public static List<RuleDefinition> unproved(List<RuleDefinition> rules) {
        return rules.stream().filter(rule -> !untied(rule).isEmpty()).toList();
    }

    /** The patterns that nothing ties to a pattern before them, in their order. */
    public static List<Pattern> untied(RuleDefinition rule) {
        CustomerTies ties = new CustomerTies();
        List<Pattern> untied = new ArrayList<>();
        for (RuleDefinition.Condition condition : rule.conditions()) {
            boolean first = condition instanceof Pattern && ties.before.isEmpty();
            patterns(condition).stream()
                    .filter(pattern -> !ties.tie(pattern, first))
                    .forEach(untied::add);
        }
        return untied;
    }

    /** The patterns of all conditions of a rule, in their order. */
    public static List<Pattern> patterns(RuleDefinition rule) {
        return rule.conditions().stream()
                .flatMap(condition -> patterns(condition).stream())
                .toList();
    }

    /**
     * The patterns of a condition: itself, those inside {@code not} or {@code exists}, or that of {@code accumulate}; none
     * of a row.
     */
    public static List<Pattern> patterns(RuleDefinition.Condition condition) {
        if (condition instanceof Pattern pattern) {
            return List.of(pattern);
        }
        if (condition instanceof RuleDefinition.Group group) {
            return group.patterns();
        }
        if (condition instanceof RuleDefinition.Lookup) {
            return List.of();
        }
        return List.of(((RuleDefinition.Accumulate) condition).pattern());
    }

    private boolean tie(Pattern pattern, boolean first) {
        boolean tied =
                first || pattern.constraints().stream().anyMatch(constraint -> equatesCustomers(constraint, pattern));
        before.put(pattern.slot(), pattern.type());
        return tied;
    }

    private boolean equatesCustomers(Constraint constraint, Pattern pattern) {
        if (!constraint.isJoin()) {
            return false;
        }
        String own = customer("this", pattern.type());
        String subject = subject("this", pattern.type());
        return before.entrySet().stream().anyMatch(entry -> {
            String fact = "#" + entry.getKey();
            String other = customer(fact, entry.getValue());
            return isEquality(constraint, own, other)
                    || isEquality(constraint, own + ".id", other + ".id")
                    || isEquality(constraint, subject, subject(fact, entry.getValue()));
        });
    }

    /** How the resolved text of a constraint names the customer of a fact. */
    private static String customer(String fact, FactType type) {
        Definition definition = type.definition();
        FactType about = definition == null ? type : definition.subject();
        return about.javaType() == CustomerFact.class ? subject(fact, type) : subject(fact, type) + ".customer";
    }

    /** How it names a fact or, for a conclusion, the fact that the conclusion is about. */
    private static String subject(String fact, FactType type) {
        Definition definition = type.definition();
        return definition == null ? fact : fact + "." + definition.subjectField();
    }

    private static boolean isEquality(Constraint constraint, String a, String b) {
        String text = constraint.text();
        return text.equals("(" + a + " == " + b + ")") || text.equals("(" + b + " == " + a + ")");
    }
}
