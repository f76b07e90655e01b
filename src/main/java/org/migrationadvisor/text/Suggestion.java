package org.migrationadvisor.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Suggestion {

    private static final int SHORTEST_PART = 4;
    private static final int LONGEST_NAME = 200;

    private Suggestion() {}

    /** {@code did you mean `x`?} for what was meant. */
    public static String didYouMean(String meant) {
        return "did you mean `" + meant + "`?";
    }

    /** {@code did you mean `x`?} for the nearest known name; null if none is near. */
    public static @Nullable String didYouMean(String found, Collection<String> known) {
        String nearest = nearest(found, known);
        return nearest == null ? null : didYouMean(nearest);
    }

    /**
     * The known name with the fewest changed letters, at most a third of them; else the only one of which the name is a
     * part; null if there is none, or if it has more than 200 letters.
     */
    public static @Nullable String nearest(String found, Collection<String> known) {
        if (found.length() > LONGEST_NAME) {
            return null;
        }
        String wanted = found.toLowerCase(Locale.ROOT);
        String best = null;
        int bestDistance = Math.max(1, wanted.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), bestDistance);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best == null ? around(wanted, known) : best;
    }

    /** The only known name that has another one as a part of at least four letters. */
    private static @Nullable String around(String wanted, Collection<String> known) {
        List<String> longer = wanted.length() < SHORTEST_PART
                ? List.of()
                : known.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        return longer.size() == 1 ? longer.get(0) : null;
    }

    /** Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                least = Math.min(least, cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
