package org.migrationadvisor.rulebook.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Path folder;
    private final Duration interval;
    private final Map<String, Stamp> before;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    private FolderWatch(Path folder, Duration interval) {
        this.folder = folder;
        this.interval = interval;
        this.before = lookOr(Map.of());
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
     * @param changed is called for each change, one call at a time; what it throws, errors too, goes to the handler for
     *     uncaught exceptions, and the watch goes on
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
        Map<String, Stamp> told = before;
        Map<String, Stamp> last = before;
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                Map<String, Stamp> now = lookOr(last);
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

    /** Whatever a look or a call ends with, memory that is used up among it, the watch goes on. */
    private Map<String, Stamp> lookOr(Map<String, Stamp> last) {
        try {
            return look();
        } catch (RuntimeException | Error failed) {
            return last;
        }
    }

    private static void tell(Runnable changed) {
        try {
            changed.run();
        } catch (RuntimeException | Error failed) {
            Thread self = Thread.currentThread();
            try {
                self.getUncaughtExceptionHandler().uncaughtException(self, failed);
            } catch (RuntimeException | Error ofTheHandler) {
                // ignored, as Java ignores what such a handler throws
            }
        }
    }

    /**
     * What can be seen of a file without reading it; the key tells a file from another one renamed to its name. Of what
     * is not read it is only seen that it is there.
     */
    private record Stamp(
            @Nullable Path path,
            long size,
            @Nullable FileTime time,
            @Nullable Object key) {
        private static final Stamp THERE = new Stamp(null, 0, null, null);
    }

    /** What is there, by path in the folder; nothing while the folder cannot be read. */
    private Map<String, Stamp> look() {
        Map<String, Stamp> stamps = new TreeMap<>();
        try {
            FolderWalk.of(folder).forEach((name, found) -> {
                boolean read = found.refused() == null && RulesFolder.isRuleFile(name);
                stamps.put(name, read ? new Stamp(found.path(), found.size(), found.time(), found.key()) : Stamp.THERE);
            });
        } catch (IOException gone) {
            return Map.of();
        }
        return stamps;
    }

    /** Whether the watch was ended. */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /**
     * Ends the watch. Waits for a call that is under way, unless it is this call that closes; but not for long, as what
     * it reads may hang.
     */
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
            started.join(LONGEST_WAIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
