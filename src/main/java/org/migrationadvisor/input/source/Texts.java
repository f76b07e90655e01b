package org.migrationadvisor.input.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;

/** Texts of a source as they are compared and as they are shown in messages. */
public final class Texts {

    private static final int SHOWN = 60;

    private Texts() {}

    /** Without white space at either end, the no-break space included. */
    public static String trim(String text) {
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
        boolean plain = c > ' ' && c < 0x7F;
        return !plain && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** As {@link #shown}, in single quotes. */
    public static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** On one line, without hidden characters, cut off where it is long. */
    public static String shown(String text) {
        return SafeText.shown(text);
    }

    /** The name that the text was probably meant to be, by its letters and figures; empty if none is near. */
    public static Optional<String> nearest(String text, Collection<String> names) {
        Map<String, String> byLetters = new LinkedHashMap<>();
        names.forEach(name -> byLetters.putIfAbsent(letters(name), name));
        return Optional.ofNullable(Suggestion.nearest(letters(text), byLetters.keySet()))
                .map(byLetters::get);
    }

    private static String letters(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
