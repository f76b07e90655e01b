package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private Path rules = Path.of("");
    private Path expiry = Path.of("");

    @BeforeEach
    void copyTheRules() throws IOException {
        rules = RulesCopy.ofSmallBook(folder.resolve("rules"));
        expiry = rules.resolve("timing/expiry.drl");
    }

    /** The small book has few cases: its conditions are covered to 60 percent. */
    private Cli.Outcome verify(String... more) {
        String[] args = new String[more.length + 6];
        System.arraycopy(
                new String[] {"verify", rules.toString(), "--as-of", "2026-11-20", "--threshold", "50"}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return Cli.run(args);
    }

    private String shown(String out) {
        return out.replace(rules.toString(), "rules");
    }

    @Test
    void whatIsInOrderIsSummedUp() {
        assertThat(verify()).isEqualTo(new Cli.Outcome(0, """
                ✓ check     11 files with 5 rules, nothing wrong
                ✓ test      6 cases in 3 files: 6 passed, 0 failed.
                ✓ coverage  6 of 10 conditions shown from both sides, 60.0 %; expected at least 50.0 %
                ✓ gaps      99,486 customers tried as of 2026-11-20, no gap

                Verified.
                """, ""));
    }

    @Test
    void aProblemIsShownAndEndsWithStatus1() throws IOException {
        RulesCopy.replace(
                expiry,
                "        running,\n        daysToEnd >",
                "        running,\n        !ended,\n        daysToEnd >");

        Cli.Outcome outcome = verify();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(shown(outcome.out()))
                .startsWith("rules/timing/expiry.drl:11:9: warning: found `!ended`, which always holds")
                .contains("✗ check     11 files with 5 rules, 0 errors, 1 warning\n✓ test ")
                .endsWith("Not verified: check.\n");
    }

    @Test
    void aFailedCaseIsShownAndEndsWithStatus1() throws IOException {
        RulesCopy.replace(rules.resolve("timing/expiry.cases.yaml"), "fires: [TIM-020]", "fires: [TIM-020, TIM-010]");

        Cli.Outcome outcome = verify();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith(
                        "✓ asking/asking.cases.yaml              1 case\n✓ relationship/relationship.cases.yaml  2 cases\n"
                                + "✗ timing/expiry.cases.yaml ")
                .contains("✗ test      6 cases in 3 files: 5 passed, 1 failed.\n")
                .endsWith("Not verified: test.\n");
    }

    @Test
    void tooLittleCoverageIsShownAndEndsWithStatus1() {
        Cli.Outcome outcome = Cli.run("verify", rules.toString(), "--as-of", "2026-11-20", "--threshold", "70");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("timing/expiry.drl:10:9: no case in which `running` is the first to fail\n")
                .contains("✗ coverage  6 of 10 conditions shown from both sides, 60.0 %; expected at least 70.0 %\n")
                .endsWith("Not verified: coverage.\n");
    }

    @Test
    void aGapIsShownAndEndsWithStatus1() throws IOException {
        plantAGap();

        Cli.Outcome outcome = verify();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("1. contradictions.yaml:2: contradiction\n")
                .contains(" as of 2026-11-20, 1 gap (contradiction)\n")
                .endsWith("Not verified: gaps.\n");
    }

    private void plantAGap() throws IOException {
        Files.writeString(rules.resolve("contradictions.yaml"), """
                exclusive:
                  - name: "nothing is asked of a customer who must first accept"
                    codes: [REQUEST_RESELLER_RELATIONSHIP, CLARIFY_END_DATE]
                """);
    }

    @Test
    void rulesOrCasesThatDoNotLoadEndWithStatus3AndNothingElseIsTried() throws IOException {
        RulesCopy.append(rules.resolve("timing/expiry.cases.yaml"), "  - name: broken\n    fires: [TIM-999]\n");

        Cli.Outcome outcome = verify();

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(shown(outcome.out()))
                .startsWith("rules/timing/expiry.cases.yaml:18:13: error: ")
                .endsWith("""
                        ✗ check     11 files with 5 rules, 1 error, 0 warnings
                        ✗ test      not run: the rules or the cases do not load
                        ✗ coverage  not measured
                        ✗ gaps      not searched

                        Not verified: check, test, coverage, gaps.
                        """);
    }

    @Test
    void buildServersGetTheSameAsJUnitXmlAndSarif() throws IOException {
        plantAGap();
        RulesCopy.replace(rules.resolve("timing/expiry.cases.yaml"), "fires: [TIM-020]", "fires: [TIM-020, TIM-010]");
        Path junit = folder.resolve("verify.xml");
        Path sarif = folder.resolve("verify.sarif");

        Cli.Outcome outcome = Cli.run(
                "verify",
                rules.toString(),
                "--as-of",
                "2026-11-20",
                "--junit",
                junit.toString(),
                "--sarif",
                sarif.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).endsWith("Not verified: test, coverage, gaps.\n");
        assertThat(junit)
                .content()
                .contains("<testsuites tests=\"9\" failures=\"3\">")
                .contains("<testcase name=\"with 30 days left the original is near its end\"")
                .contains("<testcase name=\"nothing found\" classname=\"check\"")
                .contains("found 60.0 % of the conditions covered, expected at least 100.0 %")
                .contains("<testcase name=\"contradiction in line 2\" classname=\"contradictions.yaml\"");
        assertThat(shown(Files.readString(sarif)))
                .contains("\"name\": \"advisor verify\"")
                .contains("\"ruleId\": \"failed-case\"", "\"ruleId\": \"not-covered\"", "\"ruleId\": \"contradiction\"")
                .contains("rules/timing/expiry.cases.yaml\"", "rules/contradictions.yaml\"");
    }

    @Test
    void wrongUseEndsWithStatus2() {
        assertThat(Cli.run("verify", folder + "/nowhere").status()).isEqualTo(2);
        assertThat(Cli.run("verify", rules.toString(), "--threshold", "101"))
                .isEqualTo(new Cli.Outcome(2, "", "--threshold: found 101.0, expected a share from 0 to 100\n"));
        assertThat(Cli.run("verify", rules.toString(), "--sarif", rules + "/x.sarif")
                        .err())
                .startsWith("--sarif: found " + rules + "/x.sarif, which lies in ");
        assertThat(Cli.run("verify", rules.toString(), "--junit", folder + "/no/x.xml"))
                .extracting(Cli.Outcome::status)
                .isEqualTo(2);
    }
}
