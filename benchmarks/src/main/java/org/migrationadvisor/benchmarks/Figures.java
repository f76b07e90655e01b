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

    private double median() {
        int seen = 0;
        for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen * 2 > count) {
                return entry.getKey();
            }
        }
        return Double.NaN;
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
