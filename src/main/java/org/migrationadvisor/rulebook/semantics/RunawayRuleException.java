package org.migrationadvisor.rulebook.semantics;

/** Thrown when rules hold or combine facts far more often than advice for them can need. The message names the rule. */
public final class RunawayRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String MEND = "\nMaybe a pattern of the rule lacks its join, such as `customer == $customer`";
    private static final String MORE_HEAP = "\nThe limit follows the memory: with java -Xmx it can be more";

    /**
     * @param rule the rule that held most often
     * @param held how often it held
     * @param limit how often all rules together may
     * @param ofHeap whether a larger heap raises the limit
     */
    public RunawayRuleException(RuleDefinition rule, int held, int limit, boolean ofHeap) {
        super(place(rule) + " held " + held + " times, and all rules together more than the limit of " + limit
                + ", for one evaluation" + MEND + (ofHeap ? MORE_HEAP : ""));
    }

    private static String place(RuleDefinition rule) {
        return rule.file().name() + ":" + rule.line() + ": rule " + rule.id();
    }

    /**
     * @param rule the rule that combined facts when the limit was reached
     * @param limit how many combinations of facts all rules together may look at
     * @param ofHeap whether a larger heap raises the limit
     */
    public RunawayRuleException(RuleDefinition rule, long limit, boolean ofHeap) {
        super(place(rule) + " combined facts more than " + limit + " times for one evaluation" + MEND
                + (ofHeap ? MORE_HEAP : ""));
    }
}
