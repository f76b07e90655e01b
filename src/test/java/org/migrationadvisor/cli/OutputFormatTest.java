package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ending of an output's name decides its format, unless an option does. */
class OutputFormatTest {

    @TempDir
    private Path folder;

    private String list = "";

    @BeforeEach
    void writeList() throws IOException {
        list = Files.writeString(folder.resolve("list.csv"), "customer_id,subscription_id\nc1,s1\n")
                .toString();
    }

    private String written(String name, String... more) throws IOException {
        Path output = folder.resolve(name);
        String[] args = new String[more.length + 4];
        args[0] = "advise";
        args[1] = list;
        args[2] = "--output";
        args[3] = output.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        Cli.Outcome outcome = Cli.run(args);
        assertThat(outcome.status()).isZero();
        return outcome.err() + Files.readString(output);
    }

    @ParameterizedTest
    @CsvSource({
        "advice.csv, customer_id",
        "ADVICE.CSV, customer_id",
        "advice.jsonl, {\"customerId\"",
        "advice.ndjson, {\"customerId\"",
        "advice.json, [",
        "advice.md, # ",
        "advice.txt, c1",
        "advice, c1",
        "advice.2026, c1"
    })
    void theEndingDecidesTheFormat(String name, String start) throws IOException {
        assertThat(written(name)).startsWith(start);
    }

    @Test
    void anOptionWinsAndIsReportedWhereTheEndingPromisesAnother() throws IOException {
        assertThat(written("advice.csv", "--format", "csv")).startsWith("customer_id");
        assertThat(written("advice.dat", "--format", "csv")).startsWith("customer_id");
        assertThat(written("advice.csv", "--format", "jsonl"))
                .startsWith("--output: found " + folder.resolve("advice.csv")
                        + " with --format jsonl, expected a name with another ending; it is written as jsonl\n{");
        assertThat(written("advice.txt", "--format", "json"))
                .startsWith("--output: found " + folder.resolve("advice.txt")
                        + " with --format json, expected a name with another ending; it is written as json\n[");
    }

    @Test
    void anEndingThatTheVerbCannotWriteIsRefused() {
        Path report = folder.resolve("report.sarif");

        assertThat(Cli.run("test", "--output", report.toString()))
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        "--output: found " + report
                                + ", expected a name that ends with one of .json, .xml, .txt, or a --format\n"));
        assertThat(report).doesNotExist();
    }
}
