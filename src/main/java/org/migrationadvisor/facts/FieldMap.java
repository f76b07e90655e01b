package org.migrationadvisor.facts;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map by fields of one table, in the order of the table, as quick as an array. Not thread-safe. */
public final class FieldMap<V> extends AbstractMap<FactField, V> {
    private @Nullable FactField[] keys =
            new FactField[FactTable.STANDARD.fields().size()];
    private @Nullable Object[] values = new Object[keys.length];
    private int size;

    public FieldMap() {}

    public FieldMap(Map<FactField, ? extends V> other) {
        other.forEach(this::put);
    }

    @Override
    public int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only values of the type are put
    private @Nullable V at(int index) {
        return index < values.length ? (V) values[index] : null;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return key instanceof FactField field ? at(field.index()) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable V put(FactField field, V value) {
        int index = field.index();
        if (index >= values.length) {
            keys = Arrays.copyOf(keys, index + 8);
            values = Arrays.copyOf(values, index + 8);
        }
        V before = at(index);
        size += before == null ? 1 : 0;
        keys[index] = field;
        values[index] = value;
        return before;
    }

    @Override
    public void forEach(BiConsumer<? super FactField, ? super V> action) {
        for (int i = 0; i < keys.length; i++) {
            FactField key = keys[i];
            V value = at(i);
            if (key != null && value != null) {
                action.accept(key, value);
            }
        }
    }

    @Override
    public Set<Entry<FactField, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry<FactField, V>> iterator() {
                return new Entries();
            }
        };
    }

    /** Goes through the entries that are there. */
    private final class Entries implements Iterator<Entry<FactField, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            while (next < keys.length && keys[next] == null) {
                next++;
            }
            return next < keys.length;
        }

        @Override
        public Entry<FactField, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("found no further field");
            }
            FactField key = keys[next];
            V value = at(next++);
            if (key == null || value == null) {
                throw new IllegalStateException("field without a value");
            }
            return Map.entry(key, value);
        }
    }
}
