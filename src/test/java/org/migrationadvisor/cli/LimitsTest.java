package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the machine does not give is no defect of the program. */
@Tag("attack")
class LimitsTest {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("limits: a list that does not fit into the memory")
    void aListThatDoesNotFitIntoTheMemoryIsNamedWithWhatHelps() throws Exception {
        Path list = list(200_000);

        Cli.Outcome outcome = Jvm.runUnder("true", List.of("-Xmx32m"), List.of("inspect", list.toString()));

        assertThat(outcome)
                .isEqualTo(new Cli.Outcome(
                        75,
                        "",
                        list + " with 200,000 rows, all held in memory: found the memory of 32 MB exhausted, expected"
                                + " more of it, or less to hold at once\nMaybe java -Xmx4g -jar advisor.jar ..., or the"
                                + " variable JAVA_TOOL_OPTIONS=-Xmx4g\n"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("limits: hardly a file may be open")
    void tooFewFilesThatMayBeOpenAreNoDefect() throws Exception {
        Path list = list(3);

        for (int files : new int[] {10, 20, 40, 80}) {
            Cli.Outcome outcome =
                    Jvm.runUnder("ulimit -n " + files, List.of(), List.of("advise", list.toString(), "--quiet"));

            assertThat(outcome.err()).doesNotContain("\tat ", "defect");
            assertThat(outcome.status()).isIn(0, 75);
            assertThat(outcome.err().isEmpty()).isEqualTo(outcome.status() == 0);
            if (outcome.status() == 75) {
                assertThat(outcome.err()).startsWith("The program: found ").contains("\nMaybe ulimit -n 1024");
            }
        }
    }

    private Path list(int rows) throws IOException {
        StringBuilder text = new StringBuilder("customer_id,relationship,subscription_id,program,offer_id\n");
        for (int i = 0; i < rows; i++) {
            text.append("c").append(i).append(",none,s").append(i).append(",ea,SPE_E3\n");
        }
        return Files.writeString(folder.resolve("list.csv"), text);
    }
}
