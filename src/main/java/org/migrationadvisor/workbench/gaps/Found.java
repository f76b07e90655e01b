package org.migrationadvisor.workbench.gaps;

import java.util.Arrays;

/** Inputs for which something was found: how many, and the one nearest to the plain customer. Not thread-safe. */
final class Found {
    private int[] nearest = {};
    private int distance = Integer.MAX_VALUE;
    private long count;

    int[] nearest() {
        return nearest.clone();
    }

    long count() {
        return count;
    }

    int distance() {
        return distance;
    }

    /** Adds an input, which is {@code far} from the plain customer. */
    void add(int[] input, int far) {
        count++;
        keepNearer(input, far);
    }

    void add(Found other) {
        count += other.count;
        keepNearer(other.nearest, other.distance);
    }

    /** Which of two equally near inputs is kept does not depend on their order. */
    private void keepNearer(int[] input, int far) {
        if (far < distance || (far == distance && Arrays.compare(input, nearest) < 0)) {
            nearest = input.clone();
            distance = far;
        }
    }
}
