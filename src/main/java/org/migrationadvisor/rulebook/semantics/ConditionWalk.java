package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Condition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Group;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** Tries facts on the conditions of a rule that concludes something, in the order of the file. Serves one walk. */
final class ConditionWalk {

    /** The facts that a walk tries. */
    interface Facts {
        /**
         * Those that a pattern may match.
         *
         * @param matched the facts matched so far, by slot
         */
        List<?> of(Pattern pattern, @Nullable Object[] matched);

        /** Whether it is not known if there are more. */
        boolean mayBeMore(Pattern pattern);

        /** Whether a condition that is unknown makes what follows unknown; else it is taken not to hold. */
        boolean keepUnknown();
    }

    /** What is asked once a pattern has matched. */
    private interface Rest {
        @Nullable
        Boolean holds(boolean certain);
    }

    private static final Rest NOTHING = certain -> true;

    private final RuleDefinition rule;
    private final Facts facts;
    private final Consumer<@Nullable Object[]> matches;
    private final @Nullable Object[] matched;

    /** @param matches takes the facts by slot, each time that all conditions hold */
    ConditionWalk(RuleDefinition rule, Facts facts, Consumer<@Nullable Object[]> matches) {
        this.rule = rule;
        this.facts = facts;
        this.matches = matches;
        this.matched = new @Nullable Object[rule.slots()];
    }

    /** Whether the conditions hold for any facts; null where that is not known. */
    @Nullable
    Boolean holds() {
        return from(0, true);
    }

    private @Nullable Boolean from(int index, boolean certain) {
        if (index == rule.conditions().size()) {
            if (certain) {
                matches.accept(matched);
            }
            return true;
        }
        Condition condition = rule.conditions().get(index);
        if (condition instanceof Pattern pattern) {
            return matches(pattern, certain, false, sure -> from(index + 1, sure));
        }
        Boolean holds = condition instanceof Group group
                ? group(group)
                : condition instanceof Lookup lookup ? found(lookup) : accumulated((Accumulate) condition);
        return Boolean.FALSE.equals(holds) ? holds : and(holds, from(index + 1, certain && holds != null));
    }

    private @Nullable Boolean matches(Pattern pattern, boolean certain, boolean onceIsEnough, Rest rest) {
        Boolean any = facts.mayBeMore(pattern) ? null : (Boolean) false;
        for (Object candidate : facts.of(pattern, matched)) {
            matched[pattern.slot()] = candidate;
            Boolean own = hold(pattern.constraints(), candidate);
            if (!Boolean.FALSE.equals(own)) {
                any = or(any, and(own, rest.holds(certain && own != null)));
            }
            if (onceIsEnough && Boolean.TRUE.equals(any)) {
                break;
            }
        }
        matched[pattern.slot()] = null;
        return any;
    }

    private @Nullable Boolean group(Group group) {
        Rest rest = NOTHING;
        for (int i = group.patterns().size() - 1; i >= 0; i--) {
            Pattern pattern = group.patterns().get(i);
            Rest behind = rest;
            rest = certain -> matches(pattern, certain, true, behind);
        }
        Boolean some = rest.holds(false);
        return some == null ? null : (Boolean) (some != group.negated());
    }

    private @Nullable Boolean found(Lookup lookup) {
        Boolean found = lookup.isFound(matched);
        return (found == null && !facts.keepUnknown()) ? (Boolean) false : found;
    }

    private Boolean accumulated(Accumulate accumulate) {
        Pattern pattern = accumulate.pattern();
        List<@Nullable Object> values = new ArrayList<>();
        for (Object candidate : facts.of(pattern, matched)) {
            matched[pattern.slot()] = candidate;
            if (Boolean.TRUE.equals(hold(pattern.constraints(), candidate))) {
                values.add(
                        accumulate.argument() == null
                                ? candidate
                                : accumulate.argument().of(candidate, matched));
            }
        }
        matched[pattern.slot()] = null;
        Optional<Object> result = Accumulation.of(accumulate.function(), values);
        matched[accumulate.slot()] = result.orElse(null);
        return result.isPresent() && Boolean.TRUE.equals(hold(accumulate.constraints(), null));
    }

    private @Nullable Boolean hold(List<Constraint> constraints, @Nullable Object self) {
        Boolean all = true;
        for (Constraint constraint : constraints) {
            Boolean holds = (Boolean) constraint.reading().of(self, matched);
            if (holds == null && facts.keepUnknown()) {
                all = null;
            } else if (!Boolean.TRUE.equals(holds)) {
                return false;
            }
        }
        return all;
    }

    /** True where both are, false where one is false, else unknown. */
    static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return (a == null || b == null) ? null : (Boolean) true;
    }

    /** True where one is, false where both are false, else unknown. */
    static @Nullable Boolean or(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
            return true;
        }
        return (a == null || b == null) ? null : (Boolean) false;
    }
}
