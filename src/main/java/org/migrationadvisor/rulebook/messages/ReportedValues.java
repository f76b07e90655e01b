package org.migrationadvisor.rulebook.messages;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a rule read, by name and in the rule's order. Immutable; the names are shared by everything that the
 * rule finds.
 */
public final class ReportedValues extends AbstractMap<String, Object> {
    private final List<String> names;
    private final Object[] values;

    /**
     * @param names unmodifiable, each once
     * @param values as many; the caller keeps no reference to them
     */
    ReportedValues(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int at = name == null ? -1 : names.indexOf(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name != null && names.contains(name);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(names.get(next), values[next++]);
        }
    }
}
