package org.migrationadvisor.rulebook.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Evaluator;

/**
 * Tells which shapes a fact of one type has. Rules ask much the same of their facts, so each condition is answered at
 * most once for a fact, however many rules have it, and a shape with one that failed is passed over at a glance: sets
 * of conditions are bits.
 */
final class ShapeFinder {
    private static final @Nullable Object[] NO_OTHERS = {};

    private final Evaluator[] conditions;
    private final int words;
    private final long[] asked;
    private final int[] numbers;

    /** @param shapes the numbers of shapes by the places of their conditions */
    ShapeFinder(List<Evaluator> conditions, Map<BitSet, Integer> shapes) {
        this.conditions = conditions.toArray(new Evaluator[0]);
        this.words = (conditions.size() + Long.SIZE - 1) / Long.SIZE;
        this.numbers = new int[shapes.size()];
        this.asked = new long[numbers.length * words];
        int shape = 0;
        for (Map.Entry<BitSet, Integer> entry : shapes.entrySet()) {
            long[] bits = entry.getKey().toLongArray();
            System.arraycopy(bits, 0, asked, shape * words, bits.length);
            numbers[shape++] = entry.getValue();
        }
    }

    /** The numbers of the fact's shapes. */
    int[] shapesOf(Object fact) {
        long[] holding = new long[words];
        long[] failing = new long[words];
        int[] found = new int[numbers.length];
        int count = 0;
        for (int shape = 0; shape < numbers.length; shape++) {
            if (has(fact, shape * words, holding, failing)) {
                found[count++] = numbers[shape];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean has(Object fact, int shape, long[] holding, long[] failing) {
        for (int word = 0; word < words; word++) {
            if ((asked[shape + word] & failing[word]) != 0) {
                return false;
            }
        }
        for (int word = 0; word < words; word++) {
            long open = asked[shape + word] & ~holding[word];
            while (open != 0) {
                int bit = Long.numberOfTrailingZeros(open);
                if (!Boolean.TRUE.equals(conditions[word * Long.SIZE + bit].of(fact, NO_OTHERS))) {
                    failing[word] |= 1L << bit;
                    return false;
                }
                holding[word] |= 1L << bit;
                open &= open - 1;
            }
        }
        return true;
    }
}
