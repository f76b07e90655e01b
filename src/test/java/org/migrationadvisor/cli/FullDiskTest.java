package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no room for all customers, a run never looks complete. A limit on the size of files stands for it. */
@Tag("attack")
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {
    private static final String LIMIT = "ulimit -f 64";

    @TempDir
    private Path folder;

    private Path output;
    private Path temporary;

    @BeforeEach
    void setUp() throws IOException {
        output = folder.resolve("advice.csv");
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    private Path list(int rows, String seats) throws IOException {
        StringBuilder text = new StringBuilder("customer_id,relationship,subscription_id,program,offer_id,seats\n");
        for (int i = 0; i < rows; i++) {
            text.append("c%d,none,s%d,ea,SPE_E3,%s%n".formatted(i, i, seats));
        }
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private Cli.Outcome run(String limit, int megabytes, String... args) throws Exception {
        return Jvm.runUnder(
                limit,
                List.of("-Xmx" + megabytes + "m", "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary),
                List.of(args));
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("list.csv"), temporary);
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @DisplayName("full disk: no room for the output")
    void theOutput() throws Exception {
        Path whole = folder.resolve("advice.json");

        Cli.Outcome outcome = run(LIMIT, 300, "advise", list(2_000, "5").toString(), "--output", whole.toString());

        assertThat(outcome)
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        whole + ": found that the output cannot be written (File too large), expected room for all of"
                                + " it\n"));
        assertNothingLeft();
    }

    @Test
    @DisplayName("full disk: no room for the rejected rows")
    void theRejectedRows() throws Exception {
        Path rejects = folder.resolve("rejects.csv");

        Cli.Outcome outcome = run(
                LIMIT,
                300,
                "advise",
                list(2_000, "many").toString(),
                "--output",
                output.toString(),
                "--rejects",
                rejects.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .endsWith("\n" + rejects
                        + ": found that the output cannot be written (File too large), expected room for all of it\n");
        assertNothingLeft();
    }

    @Test
    @DisplayName("full disk: no room for temporary files")
    void temporaryFiles() throws Exception {
        Cli.Outcome outcome = run(
                LIMIT, 40, "advise", list(150_000, "5").toString(), "--output", output.toString(), "--threads", "1");

        assertThat(outcome)
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        temporary + ": found that temporary files cannot be kept there (File too large), expected about"
                                + " 200 bytes of room for each row of the lists\nMaybe make room, or name another folder"
                                + " with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR\n"));
        assertNothingLeft();
    }

    @Test
    @DisplayName("full disk: no room for standard output")
    void standardOutput() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        String list = list(3, "5").toString();

        for (String[] verb :
                new String[][] {{"advise", list}, {"advise", list, "--format", "csv"}, {"inspect", list}, {"rules"}}) {
            Cli.Outcome outcome = run("exec >/dev/full", 300, verb);

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("standard output: found ");
        }
        Cli.Outcome device = run("true", 300, "advise", list, "--output", "/dev/full");
        assertThat(device)
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        "/dev/full: found that the output cannot be written (No space left on device), expected room for"
                                + " all of it\n"));
    }
}
