package org.migrationadvisor.rulebook.engine;

import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;

/** A rule that held, with the facts for which it did. */
public final class Match {
    private final RuleDefinition rule;
    private final int number;
    private final int customer;
    private final @Nullable Object[] facts;

    Match(RuleDefinition rule, int number, int customer, @Nullable Object[] facts) {
        this.rule = rule;
        this.number = number;
        this.customer = customer;
        this.facts = facts;
    }

    public RuleDefinition rule() {
        return rule;
    }

    /** The rule's place among the rules of the engine, counted from 0. */
    public int ruleNumber() {
        return number;
    }

    /** The number of the customer that it is about among those evaluated together, counted from 0. */
    public int customer() {
        return customer;
    }

    /** The fact or result in a slot; null for those inside {@code not} and {@code exists}. */
    public @Nullable Object fact(int slot) {
        return facts[slot];
    }

    /** Reads an expression of the rule's consequence. */
    public @Nullable Object read(RuleDefinition.Reading reading) {
        return reading.of(null, facts);
    }
}
