package org.migrationadvisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.migrationadvisor.rulebook.FolderWatch;

/**
 * The advisor for a rules folder as it is now: good changes to the folder are taken over within a second, broken ones
 * are refused and the last good rules stay in use. Thread-safe. Ask for the {@link #advisor()} once per piece of work,
 * and the work is done with one set of rules from its start to its end, whatever is saved in between.
 *
 * <p>A watch holds one daemon thread until it is closed. What it hands out can be used for longer.
 */
public final class WatchedAdvisor implements Supplier<MigrationAdvisor>, AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Path folder;
    private final ReloadListener listener;
    private final FolderWatch watch;
    private volatile MigrationAdvisor current;
    private boolean refused;

    /** Watches from before the first reading on, so that no change falls between the two. */
    private WatchedAdvisor(Path folder, ReloadListener listener) throws IOException {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.watch = FolderWatch.of(folder, LOOK_EVERY);
        this.current = MigrationAdvisor.load(folder);
    }

    static WatchedAdvisor of(Path folder, ReloadListener listener) throws IOException {
        WatchedAdvisor advisor = new WatchedAdvisor(folder, listener);
        advisor.watch.start(advisor::reload);
        return advisor;
    }

    /** The advisor with the newest good rules; never null, and the same one until they change. */
    public MigrationAdvisor advisor() {
        return current;
    }

    /** As {@link #advisor()}. */
    @Override
    public MigrationAdvisor get() {
        return current;
    }

    /** Reads the folder again and takes it over if it is good. A change that cannot change advice is not told. */
    void reload() {
        MigrationAdvisor read;
        try {
            read = MigrationAdvisor.load(folder);
        } catch (IOException | RuntimeException broken) {
            refused = true;
            listener.refused(broken);
            return;
        }
        boolean same = read.fingerprint().equals(current.fingerprint());
        if (!same) {
            current = read;
        }
        if (!same || refused) {
            refused = false;
            listener.loaded(current.fingerprint());
        }
    }

    /**
     * Ends the watch; the advisor stays as it is. Waits for a listener that is being called, unless it is the listener
     * that closes. A second call does nothing.
     */
    @Override
    public void close() {
        watch.close();
    }
}
