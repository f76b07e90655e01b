package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutateCommandTest {
    private static final String RULE = """
            package small;

            rule "SML-010 Let it expire near its end"
                @source( "test" )
            when
                Policy( $near : nearExpiryDays )
                $original : Subscription(
                    moving,
                    daysToEnd <= $near
                )
            then
                recommend( LET_EXPIRE, $original );
            end
            """;
    private static final String CASES = """
            given:
              asOf: 2026-11-20
              subscription: { program: ea, endDate: 2026-12-01 }

            cases:
              - name: near its end, let it expire
                exactly: [LET_EXPIRE]

              - name: far from its end, do not
                subscription: { endDate: 2027-12-01 }
                exactly: []
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        for (String file : new String[] {"policy.yaml", "recommendations.yaml", "offers.csv"}) {
            Files.copy(Path.of("rules", file), folder.resolve(file));
        }
        Files.createDirectories(folder.resolve("messages"));
        Files.copy(Path.of("rules/messages/en.yaml"), folder.resolve("messages/en.yaml"));
        Files.writeString(folder.resolve("small.drl"), RULE);
        Files.writeString(folder.resolve("small.cases.yaml"), CASES);
    }

    @Test
    void changesThatNoCaseNoticesAreNamedWithTheirPlace() {
        Cli.Outcome outcome = Cli.run("mutate", folder.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                survived  small.drl:8:9: SML-010: `moving` is dropped
                survived  small.drl:9:19: SML-010: `<=` becomes `<`
                survived  small.drl:9:22: SML-010: `$near` becomes `( $near + 1 )`
                survived  small.drl:9:22: SML-010: `$near` becomes `( $near - 1 )`

                8 mutants of 1 rule: 4 killed, 4 survived, 50.0 %.
                """);
    }

    @Test
    void theKillingCasesAreNamedOnDemand() {
        assertThat(Cli.run("mutate", folder.toString(), "--all").out()).contains("""
                killed    small.drl:9:9: SML-010: `daysToEnd <= $near` is dropped
                            small.cases.yaml:9: far from its end, do not
                """);
    }

    @Test
    void tooManySurvivorsFail() {
        assertThat(Cli.run("mutate", folder.toString(), "--threshold", "50").status())
                .isZero();

        Cli.Outcome outcome = Cli.run("mutate", folder.toString(), "--threshold", "95");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).endsWith("Expected 95.0 % of the mutants to be killed.\n");
    }

    @Test
    void nothingIsMeasuredWhileACaseFails() throws IOException {
        RulesCopy.replace(folder.resolve("small.cases.yaml"), "exactly: []", "exactly: [LET_EXPIRE]");

        Cli.Outcome outcome = Cli.run("mutate", folder.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                small.cases.yaml:9: fails: far from its end, do not
                Mutations can be measured only while all cases pass; see advisor test.
                """);
    }

    @Test
    void programsGetJson() {
        Cli.Outcome outcome = Cli.run("mutate", folder.toString(), "--format", "json");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("""
                {
                  "rules": 1,
                  "mutants": 8,
                  "survived": 4,
                  "failing": [],
                  "results": [
                    {
                      "ruleId": "SML-010",
                      "file": "small.drl",
                      "line": 8,
                      "column": 9,
                      "what": "`moving` is dropped",
                      "survived": true,
                      "killedBy": null
                    },
                """);
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(Cli.run("mutate", folder.toString(), "--threshold", "-1").err())
                .isEqualTo("--threshold: found -1.0, expected a share from 0 to 100\n");
        assertThat(Cli.run("mutate", folder.toString(), "--format", "xml").err())
                .isEqualTo("--format: found 'xml', expected one of pretty, json\n`advisor mutate --help` says more.\n");
    }
}
