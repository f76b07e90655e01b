package org.migrationadvisor.input.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the same thing once, with its first place and how often it was found. */
public final class Warnings {

    /** So many different things are told apart, lest a file of nothing else fill the memory. */
    private static final int MAX = 1000;

    private static final String OTHERS = "other things";

    private final Map<What, Found> found = new LinkedHashMap<>();

    private record What(String column, String found) {}

    private static final class Found {
        private final Place first;
        private final String expected;
        private long count;

        Found(Place first, String expected) {
            this.first = first;
            this.expected = expected;
        }
    }

    public void add(Place place, String column, String what, String expected) {
        What told = new What(column, what);
        if (found.size() < MAX || found.containsKey(told)) {
            found.computeIfAbsent(told, key -> new Found(place, expected)).count++;
        } else {
            String others = "what the warnings before say (too many to tell apart)";
            found.computeIfAbsent(new What("others", OTHERS), key -> new Found(place, others)).count++;
        }
    }

    /** All of them, in the order in which they came up. */
    public List<Warning> toList() {
        List<Warning> warnings = new ArrayList<>(found.size());
        found.forEach((what, times) -> {
            String count = times.count == 1 ? "" : " (" + times.count + " times)";
            String reason = "found " + what.found() + count + ", expected " + times.expected;
            warnings.add(new Warning(
                    new RowProblem(times.first.file(), times.first.line(), what.column(), reason), times.count));
        });
        return warnings;
    }
}
