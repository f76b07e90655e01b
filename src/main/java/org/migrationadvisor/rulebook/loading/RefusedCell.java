package org.migrationadvisor.rulebook.loading;

/** Thrown for a cell that cannot be read. The message says what was expected. */
final class RefusedCell extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedCell(String expected) {
        super(expected, null, false, false);
    }

    /** What was expected. */
    String expected() {
        return String.valueOf(getMessage());
    }
}
