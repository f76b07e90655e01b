package org.migrationadvisor.workbench.explain;

import java.util.List;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.trace.ConclusionTrace;
import org.migrationadvisor.rulebook.trace.ConditionTrace;

/** Why the definitions that a condition reads hold, or do not. */
final class ConclusionAccounts {

    private ConclusionAccounts() {}

    /** The account of one rule for each definition that the condition reads. */
    static List<RuleAccount> of(ConditionTrace condition) {
        return condition.conclusions().stream().map(ConclusionAccounts::account).toList();
    }

    private static RuleAccount account(ConclusionTrace trace) {
        List<NeededChange> changes = trace.attempt().conditions().stream()
                .filter(ConditionTrace::failed)
                .map(condition -> new NeededChange(condition, Needs.of(condition)))
                .toList();
        String id = trace.subject() instanceof SubscriptionFact subscription ? subscription.id() : null;
        return new RuleAccount(trace.rule(), id, trace.attempt(), changes);
    }
}
