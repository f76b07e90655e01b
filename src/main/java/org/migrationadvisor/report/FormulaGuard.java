package org.migrationadvisor.report;

/**
 * Keeps a spreadsheet from running a cell as a formula. A cell is at risk if its first visible character starts a
 * formula, in plain, full-width or small form: spreadsheets skip blanks and control characters before it, and some fold
 * the width. Such a cell gets an apostrophe in front, which spreadsheets read as "this is text".
 */
public final class FormulaGuard {

    private static final String PLAIN = "=+-@";

    /** The others. */
    private static final String WIDE = ""
            // full-width forms
            + "\uFF1D\uFF0B\uFF0D\uFF20"
            // small forms
            + "\uFE66\uFE62\uFE63\uFE6B"
            // minus sign
            + "\u2212";

    private FormulaGuard() {}

    /** The cell itself if it is harmless, else the cell after an apostrophe. */
    public static String guard(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (!isSkipped(c)) {
                return (c < 0x7F ? PLAIN : WIDE).indexOf(c) >= 0 ? "'" + cell : cell;
            }
        }
        return cell;
    }

    private static boolean isSkipped(char c) {
        if (c > ' ' && c < 0x7F) {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
