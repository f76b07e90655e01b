package org.migrationadvisor.report;

import java.io.IOException;
import java.util.List;
import org.migrationadvisor.Advice;

/**
 * A report that is being written, one customer after the other. Not thread-safe.
 *
 * <p>Closing writes what the format needs after the last customer, such as a bracket or a summary, and flushes. It
 * leaves the stream open: who opened it closes it. A report that is not closed is not complete.
 */
public interface ReportWriter extends AutoCloseable {

    /**
     * Writes the advice for one customer. All advice in a report has the same as-of date and the same rules.
     *
     * @throws IOException if the stream does not take it; the report is then incomplete
     */
    void write(Advice advice) throws IOException;

    /** Advice on its way into a report. */
    @FunctionalInterface
    interface Part {

        /**
         * Writes it.
         *
         * @throws IOException if the stream does not take it; the report is then incomplete
         */
        void write() throws IOException;
    }

    /**
     * Does beforehand what can be done without the stream. Thread-safe; the parts are then written one after the other,
     * each on its own as if {@link #write} were called for its advice.
     */
    default Part prepare(List<Advice> advice) {
        return () -> {
            for (Advice each : advice) {
                write(each);
            }
        };
    }

    /**
     * Writes the end of the report and flushes; a second call does nothing.
     *
     * @throws IOException if the stream does not take it; the report is then incomplete
     */
    @Override
    void close() throws IOException;
}
