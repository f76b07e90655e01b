package org.migrationadvisor.rulebook.semantics;

/** Thrown when rules hold far more often than advice for the facts at hand can need. The message names the rule. */
public final class RunawayRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param rule the rule that held most often
     * @param held how often it held
     * @param limit how often all rules together may
     */
    public RunawayRuleException(RuleDefinition rule, int held, int limit) {
        super(rule.file().name() + ":" + rule.line() + ": rule " + rule.id() + " held " + held
                + " times, and all rules together more than the limit of " + limit
                + ", for one evaluation\nMaybe a pattern of the rule lacks its join, such as `customer == $customer`");
    }
}
