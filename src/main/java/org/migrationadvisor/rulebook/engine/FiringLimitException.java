package org.migrationadvisor.rulebook.engine;

import org.migrationadvisor.rulebook.semantics.RuleDefinition;

/** Thrown when the rules hold far more often than advice for the facts at hand can need. */
public final class FiringLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FiringLimitException(RuleDefinition rule, int held, int limit) {
        super(rule.file().name() + ":" + rule.line() + ": rule " + rule.id() + " held " + held
                + " times, and all rules together more than the limit of " + limit
                + ", for one evaluation\nMaybe a pattern of the rule lacks its join, such as `customer == $customer`");
    }
}
