package org.migrationadvisor.workbench.gaps;

import java.util.List;

/**
 * A fact of the search with the values it can have.
 *
 * @param second whether it is a fact of the customer's second subscription and of those after it
 * @param choices the values; the first is that of the plain customer
 */
record Axis(RawFact fact, boolean second, List<Choice> choices) {
    Axis {
        choices = List.copyOf(choices);
    }

    /** The name in messages. */
    String name() {
        return second ? "second " + fact.key() : fact.key();
    }
}
