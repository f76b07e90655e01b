package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the same thing once, with its first place and how often it was found. */
final class Warnings {

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

    void add(Place place, String column, String what, String expected) {
        found.computeIfAbsent(new What(column, what), key -> new Found(place, expected)).count++;
    }

    /** All of them, in the order in which they came up. */
    List<Warning> toList() {
        List<Warning> warnings = new ArrayList<>(found.size());
        found.forEach((what, times) -> {
            String count = times.count == 1 ? "" : " " + times.count + " times";
            String reason = "found " + what.found() + count + ", expected " + times.expected;
            warnings.add(new Warning(
                    new Problem(times.first.file(), times.first.line(), what.column(), reason), times.count));
        });
        return warnings;
    }
}
