package org.migrationadvisor.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/** Figures of several rounds. */
final class Figures {
    private final TreeMap<Double, Integer> counts = new TreeMap<>();
    private int count;

    void add(double figure) {
        counts.merge(figure, 1, Integer::sum);
        count++;
    }

    /** The figure in the middle; of an even number the mean of both in the middle. */
    private double median() {
        return (at((count - 1) / 2) + at(count / 2)) / 2;
    }

    private double at(int place) {
        int seen = 0;
        for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen > place) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("no figure " + place + " among " + count);
    }

    /** Prints minimum, median and maximum in columns. */
    static void print(Map<String, Figures> figures, String format) {
        System.out.printf("%-40s %12s %12s %12s%n", "", "min", "median", "max");
        figures.forEach((name, each) -> System.out.printf(
                "%-40s %12s %12s %12s%n",
                name,
                format.formatted(each.counts.firstKey()),
                format.formatted(each.median()),
                format.formatted(each.counts.lastKey())));
    }
}
