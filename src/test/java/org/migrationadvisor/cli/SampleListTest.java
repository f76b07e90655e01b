package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list that is shown to everybody. */
class SampleListTest {
    private static final Path LIST = Path.of("samples/customers.csv");

    /** Codes that a CSV cannot show: it has no row for a customer without subscriptions. */
    private static final List<String> NOT_IN_A_LIST = List.of("CLARIFY_SUBSCRIPTIONS");

    private static Cli.Outcome advise(String list, String format, String... more) {
        List<String> arguments = new ArrayList<>(List.of("advise", list, "--as-of", "2026-11-20", "--format", format));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(new String[0]));
    }

    @Test
    void everyRowIsGood() {
        Cli.Outcome outcome = advise(LIST.toString(), "table");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("44 customers · 132 subscriptions");
    }

    @Test
    void everyCodeOfTheCatalogueIsShown() throws IOException {
        String advice = advise(LIST.toString(), "jsonl").out();
        List<String> codes = Pattern.compile("(?m)^([A-Z_]+):")
                .matcher(Files.readString(Path.of("rules/recommendations.yaml")))
                .results()
                .map(match -> match.group(1))
                .filter(code -> !NOT_IN_A_LIST.contains(code))
                .toList();

        assertThat(codes).hasSizeGreaterThan(18).allSatisfy(code -> assertThat(advice)
                .contains("\"code\":\"" + code + "\""));
    }

    @Test
    void theSameListInEachFormatGivesTheSameBytes() {
        String csv = advise(LIST.toString(), "jsonl").out();

        assertThat(advise("samples/customers.json", "jsonl").out()).isEqualTo(csv);
        assertThat(advise("samples/customers.jsonl", "jsonl").out()).isEqualTo(csv);
        assertThat(advise("samples/customers.xlsx", "jsonl").out()).isEqualTo(csv);
    }

    @Test
    void shuffledRowsAndOtherThreadCountsGiveTheSameBytes(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(LIST));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
        Path shuffled = folder.resolve("shuffled.csv");
        Files.write(shuffled, lines);

        for (String format : List.of("csv", "jsonl", "table", "md")) {
            assertThat(advise(shuffled.toString(), format, "--threads", "1").out())
                    .isEqualTo(advise(LIST.toString(), format, "--threads", "4").out());
        }
    }
}
