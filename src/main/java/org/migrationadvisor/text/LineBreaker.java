package org.migrationadvisor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines of at most so many columns: at blanks, between East Asian characters, and inside a word only
 * where the word alone is wider than a line. Nothing is lost but the blanks at which a line ends.
 */
public final class LineBreaker {

    private static final String NOT_FIRST = "、。，．：；？！）］｝」』】》〉〕・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%‰”’…";
    private static final String NOT_LAST = "（［｛「『【《〈〔“‘";

    private LineBreaker() {}

    /** At least one line; the width is 2 or more. */
    public static List<String> lines(String text, int width) {
        if (text.length() * 2 <= width || DisplayWidth.of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start, width);
            lines.add(text.substring(start, end).stripTrailing());
            start = skipBlanks(text, end);
        }
        return lines;
    }

    private static int lineEnd(String text, int start, int width) {
        int used = 0;
        int lastBreak = start;
        int before = ' ';
        for (int i = start; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (i > start && mayBreak(before, c)) {
                lastBreak = i;
            }
            used += DisplayWidth.of(c);
            if (used > width && c != ' ') {
                return lastBreak > start ? lastBreak : i;
            }
            before = DisplayWidth.of(c) == 0 ? before : c;
            i += Character.charCount(c);
        }
        return text.length();
    }

    private static boolean mayBreak(int before, int c) {
        if (before == ' ' || c == ' ') {
            return c != ' ';
        }
        boolean eastAsian = DisplayWidth.isWide(before) || DisplayWidth.isWide(c);
        return eastAsian
                && DisplayWidth.of(c) > 0
                && NOT_FIRST.indexOf(c) < 0
                && NOT_LAST.indexOf(before) < 0
                && before != '\u00A0'
                && c != '\u00A0';
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
