package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    private static final String NEAR = "with 30 days left the original is near its end";

    @TempDir
    private Path folder;

    private Path expiry;

    @BeforeEach
    void copyRules() throws IOException {
        RulesCopy.in(folder);
        expiry = folder.resolve("timing/expiry.drl");
    }

    private Cli.Outcome test(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "test";
        args[1] = folder.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Cli.run(args);
    }

    private void breakTheBoundary() throws IOException {
        RulesCopy.replace(expiry, "daysToEnd <= $near", "daysToEnd < $near");
    }

    @Test
    void theBundledCasesPass() {
        Cli.Outcome outcome = Cli.run("test");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).endsWith(" passed, 0 failed.\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void chosenCasesAreRunAlone() {
        Cli.Outcome outcome = test("--filter", "LEFT TO RUN");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                ✓ timing/expiry.cases.yaml  2 cases

                2 cases in 1 file: 2 passed, 0 failed.
                """);
    }

    @Test
    void aFailedCaseShowsWhatWasFoundAndTheConditionThatFailed() throws IOException {
        breakTheBoundary();

        Cli.Outcome outcome = test("--filter", NEAR);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                ✗ timing/expiry.cases.yaml  1 case, 1 failed

                  ✗ with 30 days left the original is near its end, so let it expire
                    timing/expiry.cases.yaml:28: rules
                      expected  TIM-020
                      found     none
                      did not fire for s1:
                        TIM-020 Let the original expire once it is near its natural end
                        timing/expiry.drl:23 · Moving license-based services customers to CSP (2018), step 3
                          ✓ moving                 moving = yes
                          ✓ running                running = yes
                          ✓ status != "suspended"  status = active
                          ✗ daysToEnd < $near      daysToEnd = 30, nearExpiryDays = 30
                            30 days left; needed: fewer than 30 (nearExpiryDays); so from 2026-11-21 on
                          ✓ targetProvisionedOn <= endDate || targetProvisionedOn == null && ( daysToEnd >= $lead ||
                            customer.relationship in ( "accepted", "unknown" ) )
                            targetProvisionedOn = unknown, endDate = 2026-12-20, daysToEnd = 30, leadDays = 7,
                            customer.relationship = accepted
                    timing/expiry.cases.yaml:33: codes
                      expected  LET_EXPIRE
                      found     MOVE_MANUALLY, NO_LICENSE_REASSIGNMENT, PROVISION_SUBSCRIPTION
                      did not fire for s1:
                        TIM-070 Let the original expire, but leave renewal on until the new subscription is certain,
                        where a gap is at risk
                        timing/expiry.drl:87 · Moving license-based services customers to CSP (2018), steps 3 and 4
                          ✓ moving                 moving = yes
                          ✓ running                running = yes
                          ✓ status != "suspended"  status = active
                          ✓ daysToEnd <= $near     daysToEnd = 30, nearExpiryDays = 30
                          ✗ targetProvisionedOn > endDate || targetProvisionedOn == null && daysToEnd < $lead &&
                            customer.relationship in ( "none", "invited" )
                            targetProvisionedOn = unknown, endDate = 2026-12-20, daysToEnd = 30, leadDays = 7,
                            customer.relationship = accepted
                            needed: targetProvisionedOn after 2026-12-20 (endDate), or (daysToEnd fewer than 7
                            (leadDays) and customer.relationship none or invited)

                1 case in 1 file: 0 passed, 1 failed.
                """);
    }

    @Test
    void aRuleThatFiredUnexpectedlyIsShownWithTheValuesThatMadeIt() throws IOException {
        RulesCopy.replace(expiry, "daysToEnd > $near,", "daysToEnd >= $near,");

        Cli.Outcome outcome = test("--filter", NEAR);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("""
                    timing/expiry.cases.yaml:28: codes
                      expected  no WAIT_FOR_EXPIRY
                      found     LET_EXPIRE, MOVE_MANUALLY, NO_LICENSE_REASSIGNMENT, PROVISION_SUBSCRIPTION,
                                WAIT_FOR_EXPIRY
                      fired for s1:
                        TIM-010 Wait until the original is near its natural end
                        timing/expiry.drl:5 · Moving license-based services customers to CSP (2018), step 3
                          ✓ moving                 moving = yes
                          ✓ running                running = yes
                          ✓ daysToEnd >= $near     daysToEnd = 30, nearExpiryDays = 30
                          ✓ status != "suspended"  status = active
                    timing/expiry.cases.yaml:28: rules
                      expected  TIM-020
                      found     TIM-010, TIM-020
                """);
    }

    @Test
    void aWrongDateIsShownAtTheLineThatExpectsIt() throws IOException {
        RulesCopy.replace(folder.resolve("timing/expiry.cases.yaml"), "actFrom: 2026-11-21", "actFrom: 2026-11-22");

        Cli.Outcome outcome = test("--filter", "with 31 days left");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("""
                    timing/expiry.cases.yaml:21: WAIT_FOR_EXPIRY actFrom
                      expected  2026-11-22
                      found     2026-11-21
                """);
    }

    @Test
    void aRuleFileWithoutCasesIsAFinding() throws IOException {
        Files.delete(folder.resolve("inventory/inventory.cases.yaml"));

        Cli.Outcome outcome = test();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("✗ inventory/inventory.drl: found no case beside it, expected some in"
                        + " inventory/inventory.cases.yaml\n")
                .endsWith(" passed, 0 failed, 1 rule file without cases.\n");
        assertThat(test("--no-fail-on-empty").status()).isZero();
    }

    @Test
    void noCaseAtAllIsAFinding() {
        Cli.Outcome outcome = test("--filter", "no such case");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                ✗ found no case to run, expected at least one

                0 cases in 0 files: 0 passed, 0 failed.
                """);
        assertThat(test("--filter", "no such case", "--no-fail-on-empty").status())
                .isZero();
    }

    @Test
    void coverageNamesTheConditionsThatNoCaseShowsFromBothSides() {
        Cli.Outcome outcome = test("--filter", NEAR, "--coverage");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("""
                ✗ TIM-010   0 of 4 conditions   fires in 0 cases    timing/expiry.drl:5
                    timing/expiry.drl:10:9: no case in which `moving` is the first to fail
                    timing/expiry.drl:11:9: no case in which `running` is the first to fail
                    timing/expiry.drl:12:9: no case in which `daysToEnd > $near` holds with everything before it
                    timing/expiry.drl:13:9: no case in which `status != "suspended"` is reached, to hold or to fail
                ✗ TIM-020   0 of 5 conditions   fires in 1 case     timing/expiry.drl:23
                    timing/expiry.drl:28:9: no case in which `moving` is the first to fail
                """);
    }

    @Test
    void tooLittleCoverageFails() {
        assertThat(test("--threshold", "90").status()).isZero();

        Cli.Outcome outcome = test("--filter", NEAR, "--threshold", "90");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("no case in which").endsWith("""
                        1 case in 1 file: 1 passed, 0 failed.
                        Expected 90.0 % of the conditions to be covered.
                        """);
    }

    @Test
    void buildServersGetJUnitXml(@TempDir Path reports) throws IOException {
        breakTheBoundary();
        Path report = reports.resolve("report.xml");

        Cli.Outcome outcome = test("--filter", NEAR, "--format", "junit", "--output", report.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(Files.readString(report)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="1" failures="1">
                  <testsuite name="timing/expiry.cases.yaml" tests="1" failures="1">
                    <testcase name="with 30 days left the original is near its end, so let it expire" \
                classname="timing/expiry.cases.yaml" file="timing/expiry.cases.yaml" line="28">
                      <failure message="rules: expected TIM-020, found none; codes: expected LET_EXPIRE, found \
                MOVE_MANUALLY, NO_LICENSE_REASSIGNMENT, PROVISION_SUBSCRIPTION">\
                  ✗ with 30 days left the original is near its end, so let it expire
                    timing/expiry.cases.yaml:28: rules
                      expected  TIM-020
                      found     none
                      did not fire for s1:
                        TIM-020 Let the original expire once it is near its natural end
                        timing/expiry.drl:23 · Moving license-based services customers to CSP (2018), step 3
                          ✓ moving                 moving = yes
                          ✓ running                running = yes
                          ✓ status != "suspended"  status = active
                          ✗ daysToEnd &lt; $near      daysToEnd = 30, nearExpiryDays = 30
                            30 days left; needed: fewer than 30 (nearExpiryDays); so from 2026-11-21 on
                          ✓ targetProvisionedOn &lt;= endDate || targetProvisionedOn == null &amp;&amp; ( daysToEnd &gt;= $lead ||
                            customer.relationship in ( "accepted", "unknown" ) )
                            targetProvisionedOn = unknown, endDate = 2026-12-20, daysToEnd = 30, leadDays = 7, customer.relationship =
                            accepted
                    timing/expiry.cases.yaml:33: codes
                      expected  LET_EXPIRE
                      found     MOVE_MANUALLY, NO_LICENSE_REASSIGNMENT, PROVISION_SUBSCRIPTION
                      did not fire for s1:
                        TIM-070 Let the original expire, but leave renewal on until the new subscription is certain, where a gap is at
                        risk
                        timing/expiry.drl:87 · Moving license-based services customers to CSP (2018), steps 3 and 4
                          ✓ moving                 moving = yes
                          ✓ running                running = yes
                          ✓ status != "suspended"  status = active
                          ✓ daysToEnd &lt;= $near     daysToEnd = 30, nearExpiryDays = 30
                          ✗ targetProvisionedOn &gt; endDate || targetProvisionedOn == null &amp;&amp; daysToEnd &lt; $lead &amp;&amp; customer.relationship
                            in ( "none", "invited" )
                            targetProvisionedOn = unknown, endDate = 2026-12-20, daysToEnd = 30, leadDays = 7, customer.relationship =
                            accepted
                            needed: targetProvisionedOn after 2026-12-20 (endDate), or (daysToEnd fewer than 7 (leadDays) and
                            customer.relationship none or invited)
                </failure>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void programsGetJson() throws IOException {
        breakTheBoundary();

        Cli.Outcome outcome = test("--filter", NEAR, "--format", "json");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("""
                {
                  "cases": 1,
                  "failed": 1,
                  "withoutCases": [],
                  "results": [
                    {
                      "name": "with 30 days left the original is near its end, so let it expire",
                      "file": "timing/expiry.cases.yaml",
                      "line": 28,
                      "passed": false,
                """).contains("""
                                {
                                  "text": "daysToEnd < $near",
                                  "line": 31,
                                  "column": 9,
                                  "outcome": "failed",
                                  "values": {
                                    "daysToEnd": 30,
                                    "nearExpiryDays": 30
                                  },
                                  "needs": "30 days left; needed: fewer than 30 (nearExpiryDays); so from 2026-11-21 on"
                                },
                """);
    }

    @Test
    void rulesThatDoNotLoadEndTheRun() throws IOException {
        RulesCopy.replace(expiry, "daysToEnd <= $near", "dayToEnd <= $near");

        Cli.Outcome outcome = test();

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("did you mean `daysToEnd`?");
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(test("--format", "xml").err())
                .isEqualTo(
                        "--format: found 'xml', expected one of pretty, json, junit\n`advisor test --help` says more.\n");
        assertThat(test("--threshold", "101").err())
                .isEqualTo("--threshold: found 101.0, expected a share from 0 to 100\n");
        assertThat(test("--watch", "--format", "json").err())
                .isEqualTo("--watch: found --format or --output beside it, expected a person at a terminal\n");
        Cli.Outcome outcome = Cli.run("test", folder + "/nowhere");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(folder + "/nowhere: found no such folder, expected a folder with rules");
    }

    @Test
    @Timeout(60)
    void watchingTellsWhatASaveChanged() throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        Advisor advisor =
                new Advisor(new ByteArrayInputStream(new byte[0]), stream, stream, Terminal.none(), Cli.PROJECT);
        Thread watching = new Thread(() -> advisor.run("test", folder.toString(), "--filter", NEAR, "--watch"));
        watching.start();
        try {
            String first = await(out, "1 passed, 0 failed.", 0);

            breakTheBoundary();
            String second = await(out, "0 passed, 1 failed.", first.length());
            assertThat(second).contains("✗ daysToEnd < $near").doesNotContain("timing/expiry.cases.yaml  1 case");

            RulesCopy.replace(expiry, "daysToEnd < $near", "dayToEnd < $near");
            String third = await(out, "waiting for the next save.", first.length() + second.length());
            assertThat(third).contains("did you mean `daysToEnd`?");

            RulesCopy.replace(expiry, "dayToEnd < $near", "daysToEnd <= $near");
            int before = first.length() + second.length() + third.length();
            assertThat(await(out, "1 passed, 0 failed.", before)).contains("✓ passes now, or is gone: timing/");
        } finally {
            watching.interrupt();
            watching.join();
        }
    }

    /** What was written behind a place, as soon as it holds a text. */
    private static String await(ByteArrayOutputStream out, String text, int from) throws InterruptedException {
        while (true) {
            String written = out.toString(StandardCharsets.UTF_8).substring(from);
            if (written.contains(text)) {
                return written;
            }
            Thread.sleep(20);
        }
    }
}
