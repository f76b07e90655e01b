package org.migrationadvisor.report;

import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;

/** Text as GitHub Flavored Markdown shows it literally, in a paragraph, a heading or a table cell. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_[]<>#|~&$";
    private static final String SPECIAL_AT_START = "-+=.)";

    private MarkdownText() {}

    /** The text on one line, with every character that Markdown could read as markup behind a backslash. */
    static String of(@Nullable String text) {
        String safe = SafeText.of(text);
        StringBuilder escaped = new StringBuilder(safe.length() + 8);
        // A list item starts with a sign, or with digits and a full stop or bracket.
        boolean maybeListItem = true;
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (maybeListItem && SPECIAL_AT_START.indexOf(c) >= 0)) {
                escaped.append('\\');
            }
            maybeListItem = maybeListItem && c >= '0' && c <= '9';
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** An identifier in code type. */
    static String code(@Nullable String text) {
        String safe = SafeText.of(text);
        boolean fitsBackticks = safe.indexOf('`') < 0 && safe.indexOf('|') < 0 && safe.indexOf('\\') < 0;
        return fitsBackticks && !safe.isEmpty() ? "`" + safe + "`" : "<code>" + of(safe) + "</code>";
    }
}
