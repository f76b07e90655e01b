package org.migrationadvisor.workbench.explain;

import java.util.Objects;
import org.migrationadvisor.rulebook.trace.ConditionTrace;

/**
 * What would have to change for a condition to hold.
 *
 * @param condition a condition that failed
 * @param need what it found and what it needs, such as {@code 31 days left; needed: at most 30 (nearExpiryDays); so from
 *     2026-11-21 on}
 */
public record NeededChange(ConditionTrace condition, String need) {
    public NeededChange {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(need, "need");
    }
}
