package org.migrationadvisor.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Texts of a source as they are compared and as they are shown in messages. */
final class Texts {

    private static final int SHOWN = 60;

    private Texts() {}

    /** Without white space at either end, the no-break space included. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** As {@link #shown}, in single quotes. */
    static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** On one line, without control characters, cut off where it is long. */
    static String shown(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            visible.append(Character.isISOControl(c) ? String.format("\\u%04X", (int) c) : String.valueOf(c));
        }
        return visible.toString();
    }

    /** The name that the text was probably meant to be; empty if none is near. */
    static Optional<String> nearest(String text, Collection<String> names) {
        String wanted = letters(text);
        return names.stream()
                .filter(name -> distance(wanted, letters(name)) <= letters(name).length() / 4)
                .min(Comparator.comparingInt(name -> distance(wanted, letters(name))));
    }

    private static String letters(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The number of letters to insert, drop or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
