package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sorts the rows of a CSV file by {@code act_by} has the real first step first. */
class FirstStepTest {
    private static final int CUSTOMER = 0;
    private static final int CODE = 4;
    private static final int ACT_BY = 8;

    @TempDir
    private Path folder;

    @Test
    void sortedByTheLastDayTheFirstStepComesFirst() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), """
                customer_id,relationship,subscription_id,program,offer_id,seats,assigned_seats,status,end_date,target_offer_id
                asked,accepted,s1,ea,,25,20,active,2026-12-24,
                ended,accepted,s1,ea,SPE_E3,25,20,active,2026-11-17,
                invited,invited,s1,ea,SPE_E3,25,20,active,2027-06-30,
                invited,invited,s2,ea,SPB,5,5,active,2026-12-05,
                moves,accepted,s1,ea,SPE_E3,25,20,active,2026-12-15,SPB
                """);

        List<String> sorted = Cli.run("advise", list.toString(), "--as-of", "2026-11-20", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[ACT_BY].isEmpty())
                .sorted(Comparator.comparing(cells -> cells[ACT_BY]))
                .map(cells -> cells[ACT_BY] + " " + cells[CUSTOMER] + " " + cells[CODE])
                .toList();

        assertThat(sorted)
                .containsExactly(
                        "2026-11-20 ended SERVICE_GAP_RISK",
                        "2026-11-20 ended PROVISION_SUBSCRIPTION",
                        "2026-11-28 invited AWAIT_RELATIONSHIP_ACCEPTANCE",
                        "2026-12-05 invited LET_EXPIRE",
                        "2026-12-08 moves PROVISION_SUBSCRIPTION",
                        "2026-12-15 moves UPDATE_LICENSE_ASSIGNMENT",
                        "2026-12-15 moves LET_EXPIRE",
                        "2026-12-17 asked CLARIFY_OFFER");
    }
}
