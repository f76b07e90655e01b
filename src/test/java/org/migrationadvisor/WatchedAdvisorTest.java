package org.migrationadvisor;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulebookException;

class WatchedAdvisorTest {
    private static final Path BOOK = Path.of("src/test/resources/org/migrationadvisor/watched");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int LONGEST_WAIT = 20;

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private final Told told = new Told();

    @BeforeEach
    void copyTheBook() throws IOException {
        folder = temporary.resolve("rules");
        copy(folder);
    }

    /** Copies the book of these tests to a folder, which need not be there. */
    static void copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(BOOK)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(BOOK.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Notes what is told, in its order. */
    static final class Told implements ReloadListener {
        private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        @Override
        public void loaded(String fingerprint) {
            all.add("loaded " + fingerprint);
        }

        @Override
        public void refused(Exception reason) {
            String lines = String.valueOf(reason.getMessage());
            all.add("refused " + reason.getClass().getSimpleName() + " "
                    + lines.lines().findFirst().orElse(""));
        }

        @Nullable
        String next() throws InterruptedException {
            return all.poll(LONGEST_WAIT, SECONDS);
        }

        @Nullable
        String nextSoon() throws InterruptedException {
            return all.poll(1200, MILLISECONDS);
        }
    }

    private void near(int days) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), "nearExpiryDays: " + days + "\n");
    }

    private static String code(WatchedAdvisor watched, int daysToEnd) {
        Subscription subscription = Subscription.builder("s1")
                .program(Program.EA)
                .status(Status.ACTIVE)
                .endDate(AS_OF.plusDays(daysToEnd))
                .build();
        Customer customer = Customer.builder("c1").subscriptions(subscription).build();
        return watched.advisor()
                .advise(customer, AS_OF)
                .recommendations()
                .get(0)
                .code();
    }

    @Test
    void aGoodChangeIsTakenOver() throws Exception {
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            assertThat(code(watched, 40)).isEqualTo("WAIT_FOR_EXPIRY");
            String before = watched.advisor().fingerprint();

            near(60);

            assertThat(told.next()).isEqualTo("loaded " + fingerprintNow()).isNotEqualTo("loaded " + before);
            assertThat(code(watched, 40)).isEqualTo("LET_EXPIRE");
            assertThat(watched.get()).isSameAs(watched.advisor());
        }
    }

    private String fingerprintNow() throws IOException {
        return MigrationAdvisor.load(folder).fingerprint();
    }

    @Test
    void aBrokenChangeIsRefusedAndTheLastGoodRulesStay() throws Exception {
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            MigrationAdvisor good = watched.advisor();
            String text = Files.readString(folder.resolve("timing/expiry.drl"));

            Files.writeString(folder.resolve("timing/expiry.drl"), text.replace("daysToEnd", "daysToEnt"));

            assertThat(told.next())
                    .isEqualTo("refused RulebookException timing/expiry.drl:7:40: error: found the field `daysToEnt`,"
                            + " which Subscription does not have");
            assertThat(watched.advisor()).isSameAs(good);

            Files.writeString(folder.resolve("timing/expiry.drl"), text);

            assertThat(told.next()).isEqualTo("loaded " + good.fingerprint());
            assertThat(watched.advisor()).isSameAs(good);
        }
    }

    @Test
    void aBurstOfSavesIsOneReload() throws Exception {
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            for (int days = 100; days <= 140; days++) {
                near(days);
                Thread.sleep(20);
            }

            assertThat(told.next()).isEqualTo("loaded " + fingerprintNow());
            assertThat(code(watched, 141)).isEqualTo("WAIT_FOR_EXPIRY");
            assertThat(told.nextSoon()).isNull();
        }
    }

    @Test
    void anEditorThatWritesBesideTheFileAndRenamesIsFollowed() throws Exception {
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            for (int days = 60; days <= 61; days++) {
                Path beside = folder.resolve(".policy.yaml.swp");
                Files.writeString(beside, "nearExpiryDays: " + days + "\n");
                Files.move(beside, folder.resolve("policy.yaml"), StandardCopyOption.ATOMIC_MOVE);

                assertThat(told.next()).isEqualTo("loaded " + fingerprintNow());
                assertThat(code(watched, days)).isEqualTo("LET_EXPIRE");
            }
        }
    }

    @Test
    void aDeletedFolderIsToldAndItsReturnIsTakenOver() throws Exception {
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            MigrationAdvisor good = watched.advisor();
            Path away = temporary.resolve("away");

            Files.move(folder, away);

            assertThat(told.next()).isEqualTo("refused NoSuchFileException " + folder);
            assertThat(watched.advisor()).isSameAs(good);

            Files.move(away, folder);

            assertThat(told.next()).isEqualTo("loaded " + good.fingerprint());
            near(60);
            assertThat(told.next()).isEqualTo("loaded " + fingerprintNow());
        }
    }

    @Test
    void aFolderSwappedByALinkIsFollowed() throws Exception {
        Path other = temporary.resolve("other");
        copy(other);
        Files.writeString(other.resolve("policy.yaml"), "nearExpiryDays: 60\n");
        Path link = Files.createSymbolicLink(temporary.resolve("current"), folder);
        try (WatchedAdvisor watched = MigrationAdvisor.watching(link, told)) {
            assertThat(code(watched, 60)).isEqualTo("WAIT_FOR_EXPIRY");

            Path next = Files.createSymbolicLink(temporary.resolve("next"), other);
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);

            assertThat(told.next()).startsWith("loaded ");
            assertThat(code(watched, 60)).isEqualTo("LET_EXPIRE");
        }
    }

    @Test
    void whatCannotChangeAdviceIsNoReload() throws Exception {
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, told)) {
            MigrationAdvisor good = watched.advisor();

            Files.writeString(folder.resolve("timing/expiry.cases.yaml"), "cases: []\n");
            Files.writeString(folder.resolve("notes.txt"), "call Contoso\n");

            assertThat(told.nextSoon()).isNull();
            assertThat(watched.advisor()).isSameAs(good);
        }
    }

    @Test
    void aListenerThatFailsIsToldTheNextTimeAgain() throws Exception {
        List<String> heard = new ArrayList<>();
        ReloadListener failing = new ReloadListener() {
            @Override
            public void loaded(String fingerprint) {
                heard.add(fingerprint);
                told.loaded(fingerprint);
                throw new IllegalStateException("the listener failed");
            }
        };
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, failing)) {
            near(60);
            assertThat(told.next()).isNotNull();
            assertThat(uncaught.poll(LONGEST_WAIT, SECONDS)).hasMessage("the listener failed");
            near(61);
            assertThat(told.next()).isNotNull();

            assertThat(code(watched, 61)).isEqualTo("LET_EXPIRE");
            assertThat(heard).hasSize(2);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aListenerCanCloseTheWatch() throws Exception {
        List<WatchedAdvisor> self = new ArrayList<>();
        ReloadListener closing = new ReloadListener() {
            @Override
            public void loaded(String fingerprint) {
                self.get(0).close();
                told.loaded(fingerprint);
            }
        };
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder, closing)) {
            self.add(watched);
            near(60);
            assertThat(told.next()).isNotNull();
            near(61);

            assertThat(told.nextSoon()).isNull();
            assertThat(code(watched, 61)).isEqualTo("WAIT_FOR_EXPIRY");
        }
    }

    @Test
    void rulesThatDoNotLoadAtTheStartAreNotWatched() throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), "nearExpiryDays: -1\n");

        assertThatThrownBy(() -> MigrationAdvisor.watching(folder, told)).isInstanceOf(RulebookException.class);
        assertThatThrownBy(() -> MigrationAdvisor.watching(folder.resolve("none"), told))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(watchingThreads()).isZero();
    }

    @Test
    void aThousandReloadsLeaveNeitherThreadsNorOldRulesBehind() throws Exception {
        List<WeakReference<MigrationAdvisor>> old = new ArrayList<>();
        try (WatchedAdvisor watched = MigrationAdvisor.watching(folder)) {
            for (int i = 0; i < 1_000; i++) {
                old.add(new WeakReference<>(watched.advisor()));
                assertThat(code(watched, 31 + i % 2)).isNotEmpty();
                near(31 + i % 2);
                watched.reload();
            }

            assertThat(watchingThreads()).isEqualTo(1);
            assertThat(stillHeld(old)).isLessThanOrEqualTo(1);
        }
        assertThat(watchingThreads()).isZero();
    }

    /** How many of them remain after collections of garbage; the collector may need more than one. */
    private static long stillHeld(List<WeakReference<MigrationAdvisor>> references) throws InterruptedException {
        long held = references.size();
        for (int i = 0; i < 50 && held > 1; i++) {
            System.gc();
            Thread.sleep(20);
            held = references.stream().filter(each -> each.get() != null).count();
        }
        return held;
    }

    private static long watchingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("rules-watch"))
                .count();
    }
}
