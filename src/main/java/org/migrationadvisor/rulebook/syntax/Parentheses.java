package org.migrationadvisor.rulebook.syntax;

/** The parentheses around parts of a rule file: the place of an expression leaves out those that enclose it. */
public final class Parentheses {

    private Parentheses() {}

    /**
     * The span, extended by as many parentheses on either side as belong to those inside it.
     *
     * @param span a part of the file that starts and ends between two tokens
     */
    public static Span balanced(SourceFile file, Span span) {
        String text = file.text();
        int start = span.start();
        int end = span.end();
        int open = 0;
        for (int i = start; i < end; i = behind(text, i)) {
            if (text.charAt(i) == '(') {
                open++;
            } else if (text.charAt(i) == ')' && --open < 0) {
                start = text.lastIndexOf('(', start - 1);
                open = 0;
            }
        }
        while (open > 0) {
            end = text.indexOf(')', end) + 1;
            open--;
        }
        return start < 0 || end <= 0 ? span : new Span(start, end);
    }

    /** The offset behind a character, or behind the text in quotes or the comment that starts there. */
    private static int behind(String text, int at) {
        char c = text.charAt(at);
        String close = c == '"' ? "\"" : text.startsWith("//", at) ? "\n" : text.startsWith("/*", at) ? "*/" : "";
        if (close.isEmpty()) {
            return at + 1;
        }
        int found = text.indexOf(close, at + 1);
        while (found > 0 && c == '"' && text.charAt(found - 1) == '\\') {
            found = text.indexOf(close, found + 1);
        }
        return found < 0 ? text.length() : found + close.length();
    }
}
