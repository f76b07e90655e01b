package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a stopped run has left is continued only as it was left. */
@Tag("attack")
class ResumeAttackTest {
    private static final List<String> RUN = List.of("rules: abc", "as-of date: 2026-11-20");
    private static final String DAMAGED =
            "/.advice.csv.journal: found it not as a run has left it, expected its checksum"
                    + " to fit\nMaybe start anew without --resume";
    private static final String MEND =
            ", expected the 8 bytes that the run which was stopped has written\nMaybe start anew without --resume";

    @TempDir
    private Path root;

    /** What is left, and what happens to it. */
    private interface Attempt {
        void on(Path partial, Path journal) throws IOException;
    }

    private static Path stopped(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve("advice.csv");
        try (ResumableFile file = ResumableFile.open(target, false)) {
            file.begin(RUN);
            file.stream().write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
            file.reached(2);
            assertThat(file.keep()).isTrue();
        }
        return target;
    }

    private DynamicTest attempt(String name, Attempt attempt, String refusal) {
        return DynamicTest.dynamicTest("resume: " + name, () -> {
            Path target = stopped(root.resolve(name.replaceAll("\\W", "-")));
            WorkingFiles left = WorkingFiles.of(target);
            attempt.on(left.partial(), left.journal());
            List<String> before = contents(target);

            try (ResumableFile file = ResumableFile.open(target, true)) {
                assertThatThrownBy(() -> file.begin(RUN))
                        .isInstanceOf(UsageException.class)
                        .hasMessageEndingWith(refusal)
                        .hasMessageStartingWith(String.valueOf(target.getParent()));
            }
            assertThat(contents(target)).isEqualTo(before);
            try (ResumableFile file = ResumableFile.open(target, false)) {
                assertThat(file.begin(RUN)).isZero();
                file.complete();
            }
        });
    }

    private static List<String> contents(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file + " " + Arrays.hashCode(bytes(file)))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatWasLeftAndHasChangedIsRefusedByName() {
        Map<String, Attempt> journals = new LinkedHashMap<>();
        journals.put("an empty journal", (partial, journal) -> Files.write(journal, new byte[0]));
        journals.put(
                "a journal of zeros", (partial, journal) -> Files.write(journal, new byte[(int) Files.size(journal)]));
        journals.put("a journal that is no text", (partial, journal) -> Files.write(journal, new byte[] {-1, -2}));
        journals.put("a journal of 17 MB", (partial, journal) -> Files.write(journal, new byte[17 << 20]));
        journals.put("a journal twice", (partial, journal) -> {
            String once = Files.readString(journal);
            Files.writeString(journal, once + once);
        });
        journals.put(
                "more customers in the journal",
                (partial, journal) -> replace(journal, "done 2 customers", "done 9 customers"));
        journals.put(
                "a number without end in the journal",
                (partial, journal) -> replace(journal, "done 2 customers", "done " + "9".repeat(40) + " customers"));
        journals.put(
                "a negative number in the journal", (partial, journal) -> replace(journal, " 8 bytes", " -8 bytes"));
        journals.put(
                "the journal of the first version",
                (partial, journal) -> Files.writeString(journal, String.join("\n", RUN) + "\ndone 2 8 bytes\n"));
        Map<String, Attempt> partials = new LinkedHashMap<>();
        partials.put(
                "a partial file with one other letter", (partial, journal) -> Files.writeString(partial, "one\ntwO\n"));
        partials.put("a partial file of zeros", (partial, journal) -> Files.write(partial, new byte[8]));
        partials.put("a foreign partial file", (partial, journal) -> Files.writeString(partial, "something else"));
        return Stream.of(
                        journals.entrySet().stream()
                                .map(attempt -> attempt(attempt.getKey(), attempt.getValue(), DAMAGED)),
                        partials.entrySet().stream()
                                .map(attempt -> attempt(
                                        attempt.getKey(),
                                        attempt.getValue(),
                                        "/.advice.csv.partial: found other bytes than were written" + MEND)),
                        Stream.of(
                                attempt(
                                        "a partial file that is cut off",
                                        (partial, journal) -> Files.writeString(partial, "one\ntwo"),
                                        "/.advice.csv.partial: found 7 bytes" + MEND),
                                attempt(
                                        "an empty partial file",
                                        (partial, journal) -> Files.writeString(partial, ""),
                                        "/.advice.csv.partial: found 0 bytes" + MEND),
                                attempt(
                                        "a journal that is a link",
                                        (partial, journal) -> {
                                            Path moved = Files.move(journal, journal.resolveSibling("moved"));
                                            Files.createSymbolicLink(journal, moved);
                                        },
                                        "/.advice.csv.journal: found a link, expected no file, or what a run of yours has"
                                                + " left\nMaybe remove it, or name another output")))
                .flatMap(attempts -> attempts);
    }

    private static void replace(Path journal, String before, String after) throws IOException {
        String text = Files.readString(journal);
        assertThat(text).contains(before);
        Files.writeString(journal, text.replace(before, after));
    }

    @TestFactory
    Stream<DynamicTest> everyByteOfTheJournalCounts() {
        return Stream.of(
                DynamicTest.dynamicTest("resume: each byte of the journal changed", () -> {
                    Path target = stopped(root.resolve("changed"));
                    Path journal = WorkingFiles.of(target).journal();
                    byte[] whole = Files.readAllBytes(journal);
                    for (int i = 0; i < whole.length; i++) {
                        byte[] changed = whole.clone();
                        changed[i] ^= 1;
                        Files.write(journal, changed);
                        assertRefused(target);
                    }
                }),
                DynamicTest.dynamicTest("resume: the journal cut off at each byte", () -> {
                    Path target = stopped(root.resolve("cut"));
                    Path journal = WorkingFiles.of(target).journal();
                    byte[] whole = Files.readAllBytes(journal);
                    for (int i = 0; i < whole.length; i++) {
                        Files.write(journal, Arrays.copyOf(whole, i));
                        assertRefused(target);
                    }
                }));
    }

    private static void assertRefused(Path target) throws IOException {
        try (ResumableFile file = ResumableFile.open(target, true)) {
            assertThatThrownBy(() -> file.begin(RUN)).hasMessageEndingWith(DAMAGED);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatDoesNoHarmIsContinued() {
        return Stream.of(
                DynamicTest.dynamicTest("resume: bytes after those that are noted", () -> {
                    Path target = stopped(root.resolve("more"));
                    Files.writeString(WorkingFiles.of(target).partial(), "one\ntwo\nthr");
                    assertThat(completed(target)).isEqualTo("one\ntwo\nend\n");
                }),
                DynamicTest.dynamicTest("resume: a journal without its partial file", () -> {
                    Path target = stopped(root.resolve("journal-alone"));
                    Files.delete(WorkingFiles.of(target).partial());
                    assertThat(completed(target)).isEqualTo("end\n");
                }),
                DynamicTest.dynamicTest("resume: a partial file without its journal", () -> {
                    Path target = stopped(root.resolve("partial-alone"));
                    Files.delete(WorkingFiles.of(target).journal());
                    assertThat(completed(target)).isEqualTo("end\n");
                }));
    }

    private static String completed(Path target) throws IOException {
        try (ResumableFile file = ResumableFile.open(target, true)) {
            file.begin(RUN);
            file.stream().write("end\n".getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
        return Files.readString(target);
    }
}
