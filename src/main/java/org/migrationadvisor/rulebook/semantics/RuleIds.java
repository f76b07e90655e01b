package org.migrationadvisor.rulebook.semantics;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of rules: a topic in capital letters and a number of three digits, such as {@code TIM-010}. */
public final class RuleIds {
    private static final Pattern ID = Pattern.compile("([A-Z]{2,6})-([0-9]{3})");
    private static final int STEP = 10;
    private static final int LAST = 999;

    private RuleIds() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The letters of an id, such as {@code TIM}. */
    public static String letters(String id) {
        return matched(id).group(1);
    }

    /** The next id with the same letters that steps by ten and is not used; the id itself if there is none. */
    public static String nextFree(String id, Collection<String> used) {
        String letters = letters(id);
        int highest = used.stream()
                .filter(other -> isId(other) && letters(other).equals(letters))
                .mapToInt(other -> Integer.parseInt(matched(other).group(2)))
                .max()
                .orElse(0);
        int next = (highest / STEP + 1) * STEP;
        if (next <= LAST) {
            return format(letters, next);
        }
        for (int number = 1; number <= LAST; number++) {
            if (!used.contains(format(letters, number))) {
                return format(letters, number);
            }
        }
        return id;
    }

    private static String format(String letters, int number) {
        return String.format("%s-%03d", letters, number);
    }

    private static Matcher matched(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("id: found '" + id + "', expected one such as TIM-010");
        }
        return matcher;
    }
}
