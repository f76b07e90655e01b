package org.migrationadvisor.rulebook.syntax;

/** Text of a file made fit for a message: on one line, not too long, with nothing in it that hides or moves text. */
final class Visible {
    private static final int LONGEST_QUOTE = 60;
    private static final char REPLACEMENT = '\uFFFD';

    private Visible() {}

    /** A part of a file as it is quoted: at most 60 characters. */
    static String quote(String text) {
        String cut = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 3) + "...";
        return line(cut);
    }

    /** The text with each hidden character replaced; places stay the same. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                line.append(' ');
            } else {
                line.append(isHidden(c) ? REPLACEMENT : c);
            }
        }
        return line.toString();
    }

    /** Whether a character is a control character, has no width, or changes the direction of the text around it. */
    static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\u00AD'
                || c == '\uFEFF';
    }
}
