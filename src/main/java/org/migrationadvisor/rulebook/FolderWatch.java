package org.migrationadvisor.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells that the files of a rules folder have changed, once they rest: a burst of saves is told once, as is an editor's
 * writing beside the file and renaming. The folder may disappear and come back; both are changes.
 *
 * <p>It looks at sizes and times a few times a second, on a daemon thread of its own. Events of the file system would
 * come sooner, but do not come at all from network drives and containers' mounts, nor when the folder itself is
 * replaced.
 */
public final class FolderWatch implements AutoCloseable {
    private final Path folder;
    private final Duration interval;
    private final Map<Path, Stamp> before;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    private FolderWatch(Path folder, Duration interval) {
        this.folder = folder;
        this.interval = interval;
        this.before = look();
    }

    /**
     * A watch that will tell what changes after this call, once it is started.
     *
     * @param folder the folder, with all folders in it; it need not exist
     * @param interval how often to look, more than 0; a change is told when the folder was the same in two looks in a
     *     row
     */
    public static FolderWatch of(Path folder, Duration interval) {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(interval, "interval");
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("interval: found " + interval + ", expected more than 0");
        }
        return new FolderWatch(folder, interval);
    }

    /**
     * Starts to watch.
     *
     * @param changed is called for each change, one call at a time; what it throws goes to the handler for uncaught
     *     exceptions, and the watch goes on
     * @throws IllegalStateException if it was started before
     */
    public synchronized void start(Runnable changed) {
        Objects.requireNonNull(changed, "changed");
        if (thread != null) {
            throw new IllegalStateException("the watch of " + folder + " was started before");
        }
        thread = new Thread(() -> watch(changed), "rules-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Runnable changed) {
        Map<Path, Stamp> told = before;
        Map<Path, Stamp> last = before;
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                Map<Path, Stamp> now = look();
                boolean rests = now.equals(last);
                last = now;
                if (rests && !now.equals(told)) {
                    told = now;
                    tell(changed);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Runnable changed) {
        try {
            changed.run();
        } catch (RuntimeException failed) {
            Thread self = Thread.currentThread();
            self.getUncaughtExceptionHandler().uncaughtException(self, failed);
        }
    }

    /** What can be seen of a file without reading it; the key tells a file from another one renamed to its name. */
    private record Stamp(long size, FileTime time, @Nullable Object key) {}

    /** The rule files that are there; none while the folder cannot be read. */
    private Map<Path, Stamp> look() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try {
            Path root = folder.toRealPath();
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> RulesFolder.isRuleFile(RulesFolder.name(root, file)))
                        .forEach(file -> look(file, stamps));
            }
        } catch (IOException | UncheckedIOException gone) {
            return Map.of();
        }
        return stamps;
    }

    private static void look(Path file, Map<Path, Stamp> stamps) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isRegularFile()) {
                stamps.put(file, new Stamp(found.size(), found.lastModifiedTime(), found.fileKey()));
            }
        } catch (IOException gone) {
            stamps.remove(file);
        }
    }

    /** Ends the watch and waits for a call that is under way, unless it is this call that closes. */
    @Override
    public void close() {
        closed.countDown();
        Thread started;
        synchronized (this) {
            started = thread;
        }
        if (started == null || started == Thread.currentThread()) {
            return;
        }
        try {
            started.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
