package org.migrationadvisor.rulebook.syntax;

import org.migrationadvisor.text.SafeText;

/**
 * One token of a rule file.
 *
 * @param kind its kind
 * @param text its text; for a text literal the value between the quotes, with escapes resolved
 * @param span its place, quotes included
 */
record Token(Kind kind, String text, Span span) {

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        END_OF_FILE
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** As it is quoted in a message. */
    String shown() {
        return switch (kind) {
            case END_OF_FILE -> "the end of the file";
            case TEXT -> "the text \"" + SafeText.quote(text) + "\"";
            case NAME, NUMBER, SYMBOL -> "`" + SafeText.quote(text) + "`";
        };
    }
}
