package org.migrationadvisor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a watched folder can become. Each time it is refused through the listener, and a good change is taken after it. */
@Tag("attack")
@Timeout(120)
class WatchedAdvisorAttackTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private final WatchedAdvisorTest.Told told = new WatchedAdvisorTest.Told();

    @BeforeEach
    void copyTheBook() throws IOException {
        folder = temporary.resolve("rules");
        WatchedAdvisorTest.copy(folder);
    }

    private void near(int days) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), "nearExpiryDays: " + days + "\n");
    }

    private void assertAGoodChangeIsTaken() throws Exception {
        near(77);
        assertThat(told.next())
                .isEqualTo("loaded " + MigrationAdvisor.load(folder).fingerprint());
    }

    @Test
    @DisplayName("watching: a pipe that nobody writes to")
    void pipe() throws Exception {
        Path pipe = folder.resolve("timing/more.drl");
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

            assertThat(told.next())
                    .isEqualTo("refused IOException timing/more.drl: found a pipe, a device or a socket, expected a"
                            + " regular file");
            Files.delete(pipe);
            assertThat(told.next()).isEqualTo("loaded " + watched.advisor().fingerprint());
            assertAGoodChangeIsTaken();
        }
    }

    @Test
    @DisplayName("watching: a link that leads out")
    void linkThatLeadsOut() throws Exception {
        Path link = folder.resolve("timing/more.drl");
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            Files.createSymbolicLink(link, Path.of("/dev/zero"));

            assertThat(told.next())
                    .isEqualTo("refused IOException timing/more.drl: found a link that leads out of the rules folder,"
                            + " expected the file itself");
            Files.delete(link);
            assertThat(told.next()).isEqualTo("loaded " + watched.advisor().fingerprint());
            assertAGoodChangeIsTaken();
        }
    }

    @Test
    @DisplayName("watching: a file in the folder's place")
    void fileInPlaceOfTheFolder() throws Exception {
        Path away = temporary.resolve("away");
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            Files.move(folder, away);
            Files.writeString(folder, "no folder");

            assertThat(told.next()).startsWith("refused ").contains(folder.toString());
            Files.delete(folder);
            Files.move(away, folder);
            String next = told.next();
            assertThat(next != null && next.startsWith("refused ") ? told.next() : next)
                    .isEqualTo("loaded " + watched.advisor().fingerprint());
            assertAGoodChangeIsTaken();
        }
    }

    @Test
    @DisplayName("watching: a change that exhausts the memory")
    void exhaustedMemory() throws Exception {
        assertIsRefused(
                new OutOfMemoryError("for the test"),
                "LimitReachedException " + folder + ": found the memory of [0-9,]+ MB exhausted, .*");
    }

    @Test
    @DisplayName("watching: a change that exhausts the stack")
    void exhaustedStack() throws Exception {
        assertIsRefused(
                new StackOverflowError("for the test"),
                "IllegalStateException " + folder
                        + ": found java.lang.StackOverflowError: for the test, expected rules that can be loaded");
    }

    private void assertIsRefused(Error error, String expected) throws Exception {
        AtomicReference<@Nullable Error> thrown = new AtomicReference<>();
        WatchedAdvisor.Loader loader = from -> {
            Error once = thrown.getAndSet(null);
            if (once != null) {
                throw once;
            }
            return MigrationAdvisor.load(from);
        };
        try (WatchedAdvisor watched = WatchedAdvisor.of(folder, told, loader)) {
            MigrationAdvisor good = watched.advisor();
            thrown.set(error);
            near(60);

            assertThat(told.next()).matches("refused " + expected);
            assertThat(watched.advisor()).isSameAs(good);
            assertAGoodChangeIsTaken();
        }
    }

    @Test
    @DisplayName("watching: a listener that ends in an error, as does what handles it")
    void listenerThatThrows() throws Exception {
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        ReloadListener failing = new ReloadListener() {
            @Override
            public void loaded(String fingerprint) {
                told.loaded(fingerprint);
                throw new AssertionError("the listener failed");
            }
        };
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(failure);
            throw new AssertionError("the handler failed");
        });
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, failing)) {
            near(60);
            assertThat(told.next()).isNotNull();
            assertThat(uncaught.poll(20, SECONDS)).hasMessage("the listener failed");
            assertAGoodChangeIsTaken();
            assertThat(watched.advisor().fingerprint())
                    .isEqualTo(MigrationAdvisor.load(folder).fingerprint());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    @DisplayName("watching: a folder that hangs while the watch is closed")
    void folderThatHangs() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicReference<@Nullable Thread> reading = new AtomicReference<>();
        WatchedAdvisor.Loader loader = from -> {
            if (Thread.currentThread().getName().equals("rules-watch")) {
                reading.set(Thread.currentThread());
                hangs.countDown();
                await(goesOn);
            }
            return MigrationAdvisor.load(from);
        };
        WatchedAdvisor watched = WatchedAdvisor.of(folder, told, loader);
        MigrationAdvisor good = watched.advisor();
        near(60);
        assertThat(hangs.await(20, SECONDS)).isTrue();

        watched.close();

        Thread still = reading.get();
        assertThat(still).isNotNull();
        assertThat(still.isAlive()).isTrue();
        goesOn.countDown();
        still.join(20_000);
        assertThat(still.isAlive()).isFalse();
        assertThat(watched.advisor()).isSameAs(good);
        assertThat(told.nextSoon()).isNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
