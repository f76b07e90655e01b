package org.migrationadvisor.cli;

/** Thrown for what the caller can mend: wrong options, files that cannot be read or written. Ends with status 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
