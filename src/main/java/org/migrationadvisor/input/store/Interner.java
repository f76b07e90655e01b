package org.migrationadvisor.input.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things that many rows share, such as the names of files and columns, by number. */
final class Interner<T> {
    private final List<T> all = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();
    private @Nullable T last;
    private int lastNumber;

    int number(T thing) {
        if (thing != last) {
            Integer known = numbers.get(thing);
            lastNumber = known == null ? add(thing) : known;
            last = thing;
        }
        return lastNumber;
    }

    private int add(T thing) {
        int number = all.size();
        all.add(thing);
        numbers.put(thing, number);
        return number;
    }

    T get(long number) {
        return all.get((int) number);
    }
}
