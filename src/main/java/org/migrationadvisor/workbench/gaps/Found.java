package org.migrationadvisor.workbench.gaps;

import java.util.Arrays;

/** Inputs for which something was found: how many, and the one nearest to the plain customer. */
final class Found {
    private final int[] nearest;
    private final long count;

    private Found(int[] nearest, long count) {
        this.nearest = nearest;
        this.count = count;
    }

    static Found of(int[] input) {
        return new Found(input.clone(), 1);
    }

    int[] nearest() {
        return nearest.clone();
    }

    long count() {
        return count;
    }

    int distance() {
        return DecisionSpace.distance(nearest);
    }

    /** Both together; which of two equally near inputs is kept does not depend on their order. */
    Found and(Found other) {
        int nearer = Integer.compare(distance(), other.distance());
        boolean mine = nearer == 0 ? Arrays.compare(nearest, other.nearest) <= 0 : nearer < 0;
        return new Found(mine ? nearest : other.nearest, count + other.count);
    }
}
