package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things that many rows share, such as the names of files and columns, by number. */
final class SharedThings<T> {
    private final List<T> all = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();
    private @Nullable T last;
    private int lastNumber;

    int number(T thing) {
        if (thing != last) {
            lastNumber = numbers.computeIfAbsent(thing, key -> {
                all.add(key);
                return all.size() - 1;
            });
            last = thing;
        }
        return lastNumber;
    }

    T get(long number) {
        return all.get((int) number);
    }
}
