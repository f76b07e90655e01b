package org.migrationadvisor.rulebook.semantics;

import org.jspecify.annotations.Nullable;

/** A checked expression, ready to be read from facts. */
@FunctionalInterface
public interface Evaluator {

    /**
     * The value; null if a fact that it needs is unknown.
     *
     * @param self the fact of the pattern that the expression stands in; null outside a pattern
     * @param others the facts and results of the other conditions that the expression names, in its own order
     */
    @Nullable
    Object of(@Nullable Object self, @Nullable Object[] others);
}
