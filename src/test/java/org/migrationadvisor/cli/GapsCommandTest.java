package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapsCommandTest {
    private static final Path PLANTED = Path.of("src/test/resources/org/migrationadvisor/workbench/gaps/planted");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBook() throws IOException {
        try (Stream<Path> files = Files.walk(PLANTED)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(PLANTED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private Cli.Outcome gaps(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "gaps";
        args[1] = folder.toString();
        args[2] = "--as-of";
        args[3] = "2026-11-20";
        System.arraycopy(more, 0, args, 4, more.length);
        return Cli.run(args);
    }

    @Test
    void gapsEndWithStatus1() {
        Cli.Outcome outcome = gaps();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("1. contradictions.yaml:6: no-advice\n")
                .contains("   witness    a plain customer, but for endDate 2026-12-20 (30 days ahead)\n")
                .contains("\n4 gaps found.\n");
    }

    @Test
    void theSearchCanBeReadByPrograms() {
        assertThat(gaps("--format", "json").out())
                .contains("\"complete\": true")
                .contains("\"kind\": \"redundant-rule\"")
                .contains("\"differences\": {\n          \"endDate\": \"2026-12-20 (30 days ahead)\"\n        }");
    }

    @Test
    void aGapBecomesACaseWithOneCommand() throws IOException {
        Cli.Outcome outcome = gaps("--write-case", "1,2");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("""
                gap 1 is a case now: timing/expiry.cases.yaml:11
                gap 2 is a case now: timing/expiry.cases.yaml:16
                """);
        assertThat(Files.readString(folder.resolve("timing/expiry.cases.yaml")))
                .contains("    subscription: { program: ea, endDate: 2026-12-20 }\n    atLeast: [WAIT_FOR_EXPIRY]");
        assertThat(Cli.run("test", folder.toString()).status()).isEqualTo(1);
    }

    @Test
    void aNumberThatIsNoGapIsRefused() {
        assertThat(gaps("--write-case", "5"))
                .isEqualTo(
                        new Cli.Outcome(2, "", "--write-case: found 5, expected the number of a gap, from 1 to 4\n"));
    }

    @Test
    void brokenRulesEndWithStatus3() throws IOException {
        Files.writeString(
                folder.resolve("contradictions.yaml"), "exclusive:\n  - name: x\n    codes: [WAIT, LET_EXPIRE]\n");

        Cli.Outcome outcome = gaps();

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith(
                        "contradictions.yaml:3:13: error: found the code `WAIT`, which recommendations.yaml does not"
                                + " hold\n");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(gaps("--format", "xml").err())
                .isEqualTo("--format: found 'xml', expected one of text, json\n`advisor gaps --help` says more.\n");
        assertThat(Cli.run("gaps", "no-such-rules").status()).isEqualTo(2);
    }
}
