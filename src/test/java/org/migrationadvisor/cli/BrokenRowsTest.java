package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRowsTest {

    private static final int ROWS = 200_000;
    private static final String HEADER = "customer_id,relationship,subscription_id,program,offer_id,seats,end_date\n";

    /** What is wrong with every hundredth row, in turn: its cells for seats and end date, and the reason. */
    private static final List<List<String>> BROKEN = List.of(
            List.of("-1,2026-12-31", "seats: found '-1', expected a whole number of 0 or more"),
            List.of("5,soon", "end_date: found 'soon', expected a date such as 2026-11-20"),
            List.of("5", "row: found 6 cells, expected 7"),
            List.of(
                    "\"5,2026-12-31",
                    "seats: found a quotation mark out of place, expected it around a whole cell and doubled inside"));

    @Test
    void of_200_000_rows_every_broken_one_is_told_with_its_reason_and_every_other_one_is_advised(@TempDir Path folder)
            throws IOException {
        Path list = folder.resolve("list.csv");
        Path advice = folder.resolve("advice.csv");
        Path rejects = folder.resolve("rejects.csv");
        List<String> reasons = write(list);

        Cli.Outcome outcome = Cli.run(
                "advise",
                list.toString(),
                "--as-of",
                "2026-11-20",
                "--format",
                "csv",
                "--output",
                advice.toString(),
                "--rejects",
                rejects.toString());

        assertThat(outcome.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(outcome.err())
                .endsWith("2,000 rows of 200,000 rejected; see " + rejects
                        + ", which has them as they were: import its cells as text, since a spreadsheet would run formulas"
                        + " in them\n");
        try (Stream<String> lines = Files.lines(rejects)) {
            assertThat(lines.skip(1)
                            .map(line -> line.substring(1, line.indexOf("\",")))
                            .toList())
                    .isEqualTo(reasons);
        }
        try (Stream<String> lines = Files.lines(advice)) {
            assertThat(lines.skip(1)
                            .map(line -> line.split(",", 5)[3])
                            .filter(id -> !id.isEmpty())
                            .distinct()
                            .count())
                    .isEqualTo(ROWS - reasons.size());
        }
    }

    /** Writes the list. Returns the reasons of its broken rows. */
    private static List<String> write(Path list) throws IOException {
        List<String> reasons = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            out.write(HEADER);
            for (int i = 0; i < ROWS; i++) {
                String start = "c-" + i / 10 + ",accepted,s-" + i + ",web-direct,SPE_E3,";
                if (i % 100 == 99) {
                    List<String> broken = BROKEN.get(i / 100 % BROKEN.size());
                    out.write(start + broken.get(0) + "\n");
                    reasons.add(list + ":" + (i + 2) + ": " + broken.get(1));
                } else {
                    out.write(start + i % 300 + ",2026-12-31\n");
                }
            }
        }
        return reasons;
    }
}
