package org.migrationadvisor;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.migrationadvisor.rulebook.semantics.HeapLimitException;

/**
 * Thrown where what was given is too large for the memory: no defect, since a larger heap or less at once helps. The
 * message begins with what was too large, says what was found and what was expected, and ends with a line {@code Maybe
 * ...} that names what helps. Whoever threw it can be used further.
 */
public final class LimitReachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String MORE_HEAP =
            "\nMaybe java -Xmx4g -jar advisor.jar ..., or the variable JAVA_TOOL_OPTIONS=-Xmx4g";

    private LimitReachedException(String what, String found, Throwable cause) {
        super(Objects.requireNonNull(what, "what") + ": " + found + MORE_HEAP, cause);
    }

    /**
     * What to throw where the memory is exhausted.
     *
     * @param what what was too large, such as {@code customer c1 with 1,000,000 subscriptions}
     */
    public static LimitReachedException of(String what, OutOfMemoryError cause) {
        String found = String.format(
                Locale.ROOT,
                "found the memory of %,d MB exhausted, expected more of it, or less to hold at once",
                Runtime.getRuntime().maxMemory() >> 20);
        return new LimitReachedException(what, found, Objects.requireNonNull(cause, "cause"));
    }

    /**
     * Does work that may exhaust the memory.
     *
     * @param what names what is worked on; asked only when it is too large
     * @throws LimitReachedException if it is
     */
    public static <T> T guard(Supplier<String> what, Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError exhausted) {
            throw of(what.get(), exhausted);
        } catch (HeapLimitException beyond) {
            throw new LimitReachedException(what.get(), String.valueOf(beyond.getMessage()), beyond);
        }
    }
}
