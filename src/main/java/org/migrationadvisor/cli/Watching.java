package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.migrationadvisor.rulebook.folder.FolderWatch;

/** Says something again whenever a file of a rules folder is saved. */
final class Watching {
    private static final Duration INTERVAL = Duration.ofMillis(60);

    private Watching() {}

    /**
     * Runs until the thread is interrupted, nobody reads any more, or the process ends.
     *
     * @param again what to say, at the start and after each change
     */
    static int run(Path folder, PrintStream out, Supplier<String> again) throws InterruptedException {
        Semaphore changes = new Semaphore(1);
        try (FolderWatch watch = FolderWatch.of(folder, INTERVAL)) {
            watch.start(changes::release);
            while (!Thread.currentThread().isInterrupted() && !out.checkError()) {
                changes.acquire();
                changes.drainPermits();
                out.print(again.get());
                out.flush();
            }
        }
        return ExitStatus.DONE;
    }
}
