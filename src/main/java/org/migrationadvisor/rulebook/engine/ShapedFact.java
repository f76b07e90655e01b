package org.migrationadvisor.rulebook.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A fact as the rule network sees it: with all that rules ask of it alone answered. */
final class ShapedFact {
    private final Object fact;
    private final int customer;
    private final int[] shapes;
    private final Evaluation evaluation;

    /**
     * @param fact the fact itself
     * @param customer the number of its customer among those evaluated together
     * @param shapes the numbers of the shapes it has
     * @param evaluation the evaluation it belongs to
     */
    ShapedFact(Object fact, int customer, int[] shapes, Evaluation evaluation) {
        this.fact = fact;
        this.customer = customer;
        this.shapes = shapes;
        this.evaluation = evaluation;
    }

    /** The fact of a match, or a result of {@code accumulate} as it is. */
    static @Nullable Object fact(@Nullable Object matched) {
        return matched instanceof ShapedFact classified ? classified.fact : matched;
    }

    Object fact() {
        return fact;
    }

    int customer() {
        return customer;
    }

    int[] shapes() {
        return shapes;
    }

    boolean has(int shape) {
        return Arrays.stream(shapes).anyMatch(each -> each == shape);
    }

    Evaluation evaluation() {
        return evaluation;
    }
}
