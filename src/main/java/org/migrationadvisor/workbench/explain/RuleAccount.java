package org.migrationadvisor.workbench.explain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.trace.Attempt;

/**
 * Why a rule fired, or did not.
 *
 * @param rule the rule
 * @param subscriptionId the subscription that it was tried on; null if it is about the customer, or reached none
 * @param attempt how its conditions fared
 * @param changes for each condition that failed, what would have to change; empty if the rule fired
 */
public record RuleAccount(
        RuleDefinition rule, @Nullable String subscriptionId, Attempt attempt, List<NeededChange> changes) {

    public RuleAccount {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(attempt, "attempt");
        changes = List.copyOf(changes);
    }

    public boolean fired() {
        return attempt.held();
    }

    /** The file and line of the rule. */
    public String place() {
        return rule.file().name() + ":" + rule.line();
    }
}
