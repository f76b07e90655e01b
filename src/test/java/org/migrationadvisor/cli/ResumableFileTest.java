package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumableFileTest {
    private static final List<String> RUN = List.of("rules: abc", "as-of date: 2026-11-20");

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void setUp() {
        target = folder.resolve("advice.csv");
    }

    private static void write(OutputFile file, String text) throws IOException {
        file.stream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private void stopBehindTwoCustomers() throws IOException {
        try (ResumableFile file = ResumableFile.open(target, false)) {
            assertThat(file.begin(RUN)).isZero();
            write(file, "one\ntwo\n");
            file.reached(2);
            assertThat(file.keep()).isTrue();
        }
    }

    @Test
    void aStoppedRunIsGoneOnWithBehindTheLastCustomer() throws IOException {
        stopBehindTwoCustomers();
        assertThat(files()).containsExactly(".advice.csv.journal", ".advice.csv.partial");
        Files.writeString(folder.resolve(".advice.csv.partial"), "hal", StandardOpenOption.APPEND);

        try (ResumableFile file = ResumableFile.open(target, true)) {
            assertThat(file.begin(RUN)).isEqualTo(2);
            write(file, "three\n");
            file.reached(3);
            assertThat(file.keep()).isTrue();
        }
        try (ResumableFile file = ResumableFile.open(target, true)) {
            assertThat(file.begin(RUN)).isEqualTo(3);
            write(file, "four\n");
            file.complete();
        }

        assertThat(target).hasContent("one\ntwo\nthree\nfour\n");
        assertThat(files()).containsExactly("advice.csv");
    }

    @Test
    void anotherRunIsNotGoneOnWithAndWhatIsThereStays() throws IOException {
        stopBehindTwoCustomers();

        try (ResumableFile file = ResumableFile.open(target, true)) {
            assertThatThrownBy(() -> file.begin(List.of("rules: abc", "as-of date: 2026-11-21")))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--resume: found the as-of date changed since the run that was stopped"
                            + " (then 2026-11-20, now 2026-11-21), expected the same"
                            + "\nMaybe start anew without --resume");
        }
        try (ResumableFile file = ResumableFile.open(target, true)) {
            assertThat(file.begin(RUN)).isEqualTo(2);
            file.keep();
        }
    }

    @Test
    void withoutResumeARunStartsAnew() throws IOException {
        stopBehindTwoCustomers();

        try (ResumableFile file = ResumableFile.open(target, false)) {
            assertThat(file.begin(RUN)).isZero();
            write(file, "new\n");
            file.complete();
        }

        assertThat(target).hasContent("new\n");
        assertThat(files()).containsExactly("advice.csv");
    }

    @Test
    void aRunThatFailsLeavesNothingAndARunThatNeverBeganLeavesWhatWasThere() throws IOException {
        try (ResumableFile file = ResumableFile.open(target, false)) {
            file.begin(RUN);
            write(file, "half");
        }
        assertThat(files()).isEmpty();
        stopBehindTwoCustomers();
        ResumableFile.open(target, false).close();
        assertThat(files()).containsExactly(".advice.csv.journal", ".advice.csv.partial");
    }

    @Test
    void twoRunsDoNotWriteTheSameFileAtOnce() throws IOException {
        try (ResumableFile file = ResumableFile.open(target, false)) {
            file.begin(RUN);
            assertThatThrownBy(() -> ResumableFile.open(target, false))
                    .isInstanceOf(UsageException.class)
                    .hasMessage(target + ": found another run that is writing it, expected one at a time"
                            + "\nMaybe wait for it to end, or name another file");
            write(file, "whole\n");
            file.complete();
        }
        assertThat(target).hasContent("whole\n");
    }
}
