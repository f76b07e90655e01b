package org.migrationadvisor.input.source;

/**
 * A list file is refused as a whole: it does not exist, cannot be read, or is of no known format. The message begins
 * with the file, says what was found and what was expected, and may end with a line {@code Maybe ...}.
 */
public final class ListException extends RuntimeException {

    public ListException(String message) {
        super(message);
    }

    public ListException(String message, Throwable cause) {
        super(message, cause);
    }
}
