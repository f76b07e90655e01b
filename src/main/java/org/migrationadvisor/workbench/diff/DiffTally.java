package org.migrationadvisor.workbench.diff;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.migrationadvisor.Readiness;

/** Counts of a comparison. Not thread-safe. */
public final class DiffTally {

    /** From one readiness to another. */
    public record Move(Readiness before, Readiness after) {}

    private final Map<String, Map<AdviceChange.Kind, Long>> codes = new LinkedHashMap<>();
    private final Map<Move, Long> moves = new LinkedHashMap<>();
    private long customers;
    private long changed;

    /** @param order the codes in the order in which they are to be listed */
    DiffTally(Set<String> order) {
        order.forEach(code -> codes.put(code, new EnumMap<>(AdviceChange.Kind.class)));
    }

    void add(CustomerDiff diff) {
        customers++;
        if (!diff.isChanged()) {
            return;
        }
        changed++;
        if (diff.before() != diff.after()) {
            moves.merge(new Move(diff.before(), diff.after()), 1L, Long::sum);
        }
        for (AdviceChange change : diff.changes()) {
            codes.computeIfAbsent(change.recommendation().code(), code -> new EnumMap<>(AdviceChange.Kind.class))
                    .merge(change.kind(), 1L, Long::sum);
        }
    }

    /** How many customers the list has. */
    public long customers() {
        return customers;
    }

    /** How many of them are told something else. */
    public long changed() {
        return changed;
    }

    /** The codes of which there are changes. */
    public Map<String, Map<AdviceChange.Kind, Long>> codes() {
        Map<String, Map<AdviceChange.Kind, Long>> counted = new LinkedHashMap<>(codes);
        counted.values().removeIf(Map::isEmpty);
        return Collections.unmodifiableMap(counted);
    }

    /** How many recommendations were added, removed or changed. */
    public long count(AdviceChange.Kind kind) {
        return codes.values().stream()
                .mapToLong(counts -> counts.getOrDefault(kind, 0L))
                .sum();
    }

    /** How many customers went from one readiness to another. */
    public Map<Move, Long> moves() {
        return Collections.unmodifiableMap(moves);
    }
}
