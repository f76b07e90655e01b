package org.migrationadvisor.catalog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers results of a costly function, but never more than so many: when it is full it starts anew. Thread-safe. */
final class BoundedCache<K, V> {
    private static final int MOST = 10_000;

    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final Function<K, V> function;

    BoundedCache(Function<K, V> function) {
        this.function = function;
    }

    V get(K key) {
        V known = values.get(key);
        if (known != null) {
            return known;
        }
        V value = function.apply(key);
        if (values.size() >= MOST) {
            values.clear();
        }
        values.put(key, value);
        return value;
    }
}
