package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to end, such as by Ctrl-C. The run asks now and then; if it does not
 * answer in time, the process ends without it.
 */
final class Interruption implements AutoCloseable {
    private final PrintStream err;
    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopping;

    /** Thrown for a run that is to end now. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param patience how long the run has for its answer */
    Interruption(PrintStream err, Duration patience) {
        this.err = err;
        this.patience = patience;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isStopping() {
        return stopping;
    }

    /** @throws StoppedException if the process is told to end */
    void check() {
        if (stopping) {
            throw new StoppedException();
        }
    }

    private void stop() {
        stopping = true;
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                err.println("Stopped.");
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook runs, and ends now
            return;
        }
    }
}
