package org.migrationadvisor.workbench.gaps;

import java.util.BitSet;
import java.util.Collection;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;

/** Which axes can change whether a rule holds: those of the facts from which the fields in its conditions are made. */
final class Reads {
    private final DecisionSpace space;

    Reads(DecisionSpace space) {
        this.space = space;
    }

    BitSet axes(Collection<RuleDefinition> rules) {
        BitSet axes = new BitSet();
        rules.forEach(rule -> axes.or(axes(rule)));
        return axes;
    }

    BitSet axes(RuleDefinition rule) {
        BitSet axes = new BitSet();
        boolean several = joinsSubscriptions(rule);
        if (several) {
            axes.set(space.index(RawFact.SUBSCRIPTIONS, false));
        }
        for (Condition condition : FieldUse.allConditions(rule)) {
            for (Property field : condition.fields()) {
                add(field, several, axes);
            }
        }
        return axes;
    }

    private void add(Property field, boolean several, BitSet axes) {
        Collection<RawFact> made = space.facts().of(field);
        if (made == null) {
            return;
        }
        boolean ofAll = several || made.contains(RawFact.SUBSCRIPTIONS);
        for (RawFact fact : made) {
            axes.set(space.index(fact, false));
            if (ofAll && fact.ofSubscription()) {
                axes.set(space.index(fact, true));
            }
        }
    }

    private static boolean joinsSubscriptions(RuleDefinition rule) {
        long patterns = CustomerTies.patterns(rule).stream()
                .filter(pattern -> pattern.type().javaType() == SubscriptionFact.class)
                .count();
        return patterns > 1
                || !FieldUse.accumulates(rule).isEmpty()
                || !RuleReads.allDefinitions(rule).stream().allMatch(Definition::isOwn);
    }
}
