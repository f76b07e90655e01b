package org.migrationadvisor.rulebook.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the conditions of a rule fared for one choice of facts.
 *
 * @param conditions all conditions of the rule in the order of the file, each constraint of a pattern by itself; the
 *     same number for every attempt of a rule
 * @param subject the fact that the rule would recommend something for; null if no condition reached it
 */
public record Attempt(
        List<ConditionTrace> conditions, @Nullable Object subject) {

    /** The nearest to a match comes first: by conditions held in order, then by conditions failed. */
    static final Comparator<Attempt> NEAREST_FIRST =
            Comparator.comparingInt(Attempt::heldInOrder).reversed().thenComparing(Attempt::failures);

    public Attempt {
        conditions = List.copyOf(conditions);
    }

    /** Whether every condition held, so that the rule fires. */
    public boolean held() {
        return conditions.stream().allMatch(ConditionTrace::held);
    }

    /** The first condition that did not hold. */
    public Optional<ConditionTrace> firstFailed() {
        return conditions.stream().filter(ConditionTrace::failed).findFirst();
    }

    /** How many conditions held before the first that did not. */
    public int heldInOrder() {
        return (int) conditions.stream().takeWhile(ConditionTrace::held).count();
    }

    /** How many conditions failed, the first and those that could still be asked after it. */
    public long failures() {
        return conditions.stream().filter(ConditionTrace::failed).count();
    }
}
