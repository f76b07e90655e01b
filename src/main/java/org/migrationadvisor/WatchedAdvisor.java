package org.migrationadvisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.migrationadvisor.rulebook.folder.FolderWatch;

/**
 * The advisor for a rules folder as it is now: good changes to the folder are taken over within a second, broken ones
 * are refused and the last good rules stay in use. Thread-safe. Ask for the {@link #advisor()} once per piece of work,
 * and the work is done with one set of rules from its start to its end, whatever is saved in between.
 *
 * <p>A watch holds one daemon thread until it is closed. What it hands out can be used for longer.
 */
public final class WatchedAdvisor implements Supplier<MigrationAdvisor>, AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Loads a folder. */
    @FunctionalInterface
    interface Loader {
        MigrationAdvisor load(Path folder) throws IOException;
    }

    private final Path folder;
    private final ReloadListener listener;
    private final Loader loader;
    private final FolderWatch watch;
    private volatile MigrationAdvisor current;
    private boolean refused;

    /** Watches from before the first reading on, so that no change falls between the two. */
    private WatchedAdvisor(Path folder, ReloadListener listener, Loader loader) throws IOException {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.loader = loader;
        this.watch = FolderWatch.of(folder, LOOK_EVERY);
        this.current = loader.load(folder);
    }

    static WatchedAdvisor of(Path folder, ReloadListener listener) throws IOException {
        return of(folder, listener, MigrationAdvisor::load);
    }

    static WatchedAdvisor of(Path folder, ReloadListener listener, Loader loader) throws IOException {
        WatchedAdvisor advisor = new WatchedAdvisor(folder, listener, loader);
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

    /**
     * Reads the folder again and takes it over if it is good. A change that cannot change advice is not told, and nothing
     * is once the watch was closed.
     */
    void reload() {
        MigrationAdvisor read;
        try {
            read = loader.load(folder);
        } catch (IOException | RuntimeException broken) {
            refuse(broken);
            return;
        } catch (OutOfMemoryError exhausted) {
            refuse(LimitReachedException.of(folder.toString(), exhausted));
            return;
        } catch (Error failed) {
            refuse(new IllegalStateException(
                    folder + ": found " + failed + ", expected rules that can be loaded", failed));
            return;
        }
        boolean same = read.fingerprint().equals(current.fingerprint());
        if (watch.isClosed()) {
            return;
        }
        if (!same) {
            current = read;
        }
        if (!same || refused) {
            refused = false;
            listener.loaded(current.fingerprint());
        }
    }

    private void refuse(Exception reason) {
        if (!watch.isClosed()) {
            refused = true;
            listener.refused(reason);
        }
    }

    /**
     * Ends the watch; the advisor stays as it is. Waits for a listener that is being called, unless it is the listener
     * that closes, but less than a second. A second call does nothing.
     */
    @Override
    public void close() {
        watch.close();
    }
}
