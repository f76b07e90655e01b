package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A part of the decision space in which all facts vary on which some questions depend, and all others are plain. Of
 * values that are alike to the rules in question one stands for all, each in turn.
 */
final class Subspace {
    /** How the inputs of a part are chosen. */
    enum Cover {
        /** All combinations. */
        FULL,
        /** All combinations of any three facts, the others drawn at random. */
        THREE_WISE,
        /** All combinations of any two facts several times, the others drawn at random each time. */
        PAIRWISE,
        /** All facts drawn at random. */
        RANDOM
    }

    /** Makes every search draw the same. */
    static final long SEED = 20_261_120L;

    private static final long MOST_IN_FULL = 1_000_000;
    private static final long MOST_THREE_WISE = 300_000;
    private static final int DRAWN_IN_ALL = 50_000;
    private static final int ROUNDS_OF_PAIRS = 3;

    private final DecisionSpace space;
    private final int[] axes;
    private final List<List<int[]>> classes;
    private final Cover cover;
    private final List<int[]> tuples;
    private final long[] starts;

    private Subspace(DecisionSpace space, int[] axes, List<List<int[]>> classes, Cover cover) {
        this.space = space;
        this.axes = axes;
        this.classes = classes;
        this.cover = cover;
        this.tuples = switch (cover) {
            case FULL, RANDOM -> List.of();
            case THREE_WISE -> tuples(3);
            case PAIRWISE -> tuples(2);
        };
        this.starts = starts();
    }

    /**
     * The part in which some axes vary.
     *
     * @param classes for each of the axes its values, those that are alike in one array
     */
    static Subspace of(DecisionSpace space, int[] axes, List<List<int[]>> classes) {
        if (product(classes) <= MOST_IN_FULL) {
            return new Subspace(space, axes, classes, Cover.FULL);
        }
        Subspace three = new Subspace(space, axes, classes, Cover.THREE_WISE);
        return three.size() <= MOST_THREE_WISE ? three : new Subspace(space, axes, classes, Cover.PAIRWISE);
    }

    /** Everything, with every value apart: all combinations where these are few, and else some of them. */
    static Subspace whole(DecisionSpace space, int[] axes) {
        List<List<int[]>> apart = Arrays.stream(axes)
                .mapToObj(axis -> IntStream.range(
                                0, space.axes().get(axis).choices().size())
                        .mapToObj(value -> new int[] {value})
                        .toList())
                .toList();
        Cover cover = product(apart) <= DRAWN_IN_ALL ? Cover.FULL : Cover.RANDOM;
        return new Subspace(space, axes, apart, cover);
    }

    private static double product(List<List<int[]>> classes) {
        double product = 1;
        for (List<int[]> each : classes) {
            product *= each.size();
        }
        return product;
    }

    private List<int[]> tuples(int size) {
        List<int[]> found = new ArrayList<>();
        for (int a = 0; a < axes.length; a++) {
            for (int b = a + 1; b < axes.length; b++) {
                if (size == 2) {
                    found.add(new int[] {a, b});
                }
                for (int c = b + 1; size == 3 && c < axes.length; c++) {
                    found.add(new int[] {a, b, c});
                }
            }
        }
        return found;
    }

    /** Where the combinations of each tuple start, and behind them the end. */
    private long[] starts() {
        long[] found = new long[tuples.size() + 1];
        for (int i = 0; i < tuples.size(); i++) {
            long size = 1;
            for (int at : tuples.get(i)) {
                size *= classes.get(at).size();
            }
            found[i + 1] = found[i] + size;
        }
        return found;
    }

    Cover cover() {
        return cover;
    }

    int[] axes() {
        return axes.clone();
    }

    /** How many inputs there are, counting those that repeat another one. */
    long size() {
        return switch (cover) {
            case FULL -> (long) product(classes);
            case THREE_WISE -> starts[starts.length - 1];
            case PAIRWISE -> starts[starts.length - 1] * ROUNDS_OF_PAIRS;
            case RANDOM -> DRAWN_IN_ALL;
        };
    }

    /** An input by its number, from 0. */
    int[] input(long number) {
        SplittableRandom random = new SplittableRandom(SEED ^ number);
        int[] input = space.plain();
        if (cover == Cover.FULL) {
            long rest = number;
            for (int i = 0; i < axes.length; i++) {
                int size = classes.get(i).size();
                input[axes[i]] = member(i, (int) (rest % size), random);
                rest /= size;
            }
            return input;
        }
        for (int i = 0; i < axes.length; i++) {
            input[axes[i]] = member(i, random.nextInt(classes.get(i).size()), random);
        }
        if (!tuples.isEmpty()) {
            long combination = number % starts[starts.length - 1];
            int found = Arrays.binarySearch(starts, combination);
            int tuple = found >= 0 ? found : -found - 2;
            long rest = combination - starts[tuple];
            for (int at : tuples.get(tuple)) {
                int size = classes.get(at).size();
                input[axes[at]] = member(at, (int) (rest % size), random);
                rest /= size;
            }
        }
        return space.first(input);
    }

    private int member(int axis, int number, SplittableRandom random) {
        int[] alike = classes.get(axis).get(number);
        return alike[alike.length == 1 ? 0 : random.nextInt(alike.length)];
    }
}
