package org.migrationadvisor.workbench.gaps;

import org.jspecify.annotations.Nullable;

/** A value that a fact can have in the search. */
sealed interface Choice {

    /** A value; null is unknown. */
    record Fixed(@Nullable Object value) implements Choice {}

    /** A number of days or seats behind another fact of the same subscription, or before it; unknown where that is. */
    record Relative(RawFact base, int offset) implements Choice {}
}
