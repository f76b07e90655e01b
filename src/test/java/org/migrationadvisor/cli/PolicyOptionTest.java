package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyOptionTest {
    private static final String LIST = """
            customer_id,relationship,subscription_id,program,offer_id,seats,status,end_date
            c1,accepted,s1,ea,SPE_E3,25,active,2026-12-30
            """;

    @TempDir
    private Path folder;

    private Path list = Path.of("");

    @BeforeEach
    void writeTheList() throws IOException {
        list = Files.writeString(folder.resolve("list.csv"), LIST);
    }

    private Cli.Outcome run(String verb, String... more) {
        List<String> args = new ArrayList<>(List.of(verb, list.toString(), "--as-of", "2026-11-20"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void adviceIsThatOfTheValueGiven() {
        assertThat(run("advise").out()).contains("WAIT_FOR_EXPIRY").doesNotContain("LET_EXPIRE");
        assertThat(run("advise", "--policy", "nearExpiryDays=45", "--policy", "leadDays = 3")
                        .out())
                .contains("LET_EXPIRE")
                .doesNotContain("WAIT_FOR_EXPIRY");
    }

    @Test
    void anExplanationNamesTheValueGiven() {
        assertThat(run("explain", "--customer", "c1", "--code", "LET_EXPIRE", "--policy", "nearExpiryDays=45")
                        .out())
                .contains("nearExpiryDays = 45");
    }

    @Test
    void aDiffComparesTwoValues() {
        assertThat(run("diff", "--policy", "nearExpiryDays=45", "--against-policy", "nearExpiryDays=30")
                        .out())
                .contains("+ LET_EXPIRE", "Something changes for 1 of 1 customer");
        assertThat(run("diff", "--policy", "nearExpiryDays=45", "--against-as-of", "2026-11-20")
                        .out())
                .contains("Nothing changes");
    }

    @Test
    void theAdviceNamesTheRulesWithTheValuesGiven() {
        String own = run("advise", "--format", "jsonl").out();

        assertThat(run("advise", "--format", "jsonl", "--policy", "leadDays=7").out())
                .isEqualTo(own);
        assertThat(rules(run("advise", "--format", "jsonl", "--policy", "leadDays=3")
                        .out()))
                .isNotEqualTo(rules(own));
    }

    private static String rules(String jsonLines) {
        return jsonLines.replaceAll("(?s).*\"rules\":\"([0-9a-f]{64})\".*", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"advise", "inspect", "diff"})
    void aNameThatDoesNotExistIsRefused(String verb) {
        Cli.Outcome outcome = run(verb, "--policy", "nearExpiryDay=45", "--rules", "rules");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("--policy: found no value named 'nearExpiryDay', expected one of ")
                .endsWith("\nMaybe you mean nearExpiryDays\n");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        assertThat(run("advise", "--policy", "leadDays=soon").err())
                .endsWith("--policy: found 'soon' for leadDays, expected a whole number of 0 to 999999999\n");
        assertThat(run("diff", "--against-policy", "leadDays=-1").err())
                .endsWith("--against-policy: found '-1' for leadDays, expected a whole number of 0 to 999999999\n");
    }

    @Test
    void whatIsNoNameWithAValueIsRefused() {
        assertThat(run("advise", "--policy", "leadDays").err())
                .endsWith("--policy: found 'leadDays', expected NAME=VALUE such as nearExpiryDays=45\n");
        assertThat(run("advise", "--policy", "leadDays=1", "--policy", "leadDays=2")
                        .err())
                .endsWith("--policy: found 'leadDays' more than once, expected one value for it\n");
    }
}
