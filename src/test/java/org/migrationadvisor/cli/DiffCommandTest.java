package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static final String HEADER =
            "customer_id,customer_name,relationship,subscription_id,program,offer_id,seats,assigned_seats,status,end_date,auto_renew\n";
    private static final String FAR = "c1,Contoso,accepted,s1,ea,SPE_E3,25,20,active,2026-12-31,no\n";
    private static final String NEAR = "c2,Fabrikam,accepted,s1,ea,SPE_E3,25,20,active,2026-12-01,no\n";

    @TempDir
    private Path folder;

    private Path rules = Path.of("");

    @BeforeEach
    void copyTheRules() throws IOException {
        rules = RulesCopy.in(folder.resolve("rules"));
    }

    private String list(String... rows) throws IOException {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, HEADER + String.join("", rows));
        return file.toString();
    }

    private void nearFrom30To45() throws IOException {
        RulesCopy.replace(rules.resolve("policy.yaml"), "nearExpiryDays: 30", "nearExpiryDays: 45");
    }

    private Cli.Outcome diff(String... more) throws IOException {
        String[] args = new String[more.length + 6];
        args[0] = "diff";
        args[1] = list(FAR, NEAR);
        args[2] = "--as-of";
        args[3] = "2026-11-20";
        args[4] = "--rules";
        args[5] = rules.toString();
        System.arraycopy(more, 0, args, 6, more.length);
        return Cli.run(args);
    }

    private String shown(String out) {
        return out.replace(rules.toString(), "new").replaceAll("rules [0-9a-f]{12}", "rules 0123456789ab");
    }

    @Test
    void aChangedPolicyIsShownByCustomerAndSubscriptionWithTheRules() throws IOException {
        nearFrom30To45();

        Cli.Outcome outcome = diff();

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(shown(outcome.out())).isEqualTo("""
                before  the bundled rules as of 2026-11-20, rules 0123456789ab
                after   new as of 2026-11-20, rules 0123456789ab
                        policy nearExpiryDays 30 -> 45

                Contoso (c1): waiting -> ready
                  s1 · SPE_E3
                    ~ PROVISION_SUBSCRIPTION            PRO-010 provisioning/provisioning.drl:5, policy
                                                        nearExpiryDays
                      from 2026-12-01 -> 2026-11-20
                    - AVOID_EARLY_CANCELLATION          TIM-030 timing/expiry.drl:43, policy nearExpiryDays
                    - WAIT_FOR_EXPIRY                   TIM-010 timing/expiry.drl:5, policy nearExpiryDays
                      from 2026-12-01
                    + LET_EXPIRE                        TIM-020 timing/expiry.drl:23, policy nearExpiryDays
                      by 2026-12-31

                code                                added    removed  changed
                PROVISION_SUBSCRIPTION              0        0        1
                AVOID_EARLY_CANCELLATION            0        1        0
                WAIT_FOR_EXPIRY                     0        1        0
                LET_EXPIRE                          1        0        0

                1 customer from waiting to ready
                Something changes for 1 of 2 customers: 1 recommendation added, 2 removed, 1 changed.
                """);
    }

    @Test
    void theCauseIsTheRuleThatWasEditedAddedOrRemoved() throws IOException {
        RulesCopy.replace(
                rules.resolve("timing/expiry.drl"),
                "status != \"suspended\",\n        daysToEnd <= $near,",
                "status != \"suspended\",\n        daysToEnd < $near,");
        RulesCopy.replace(
                rules.resolve("recommendations.yaml"),
                "LET_EXPIRE:                     { severity: info",
                "LET_EXPIRE:                     { severity: warning");
        String licenses = Files.readString(rules.resolve("licenses/licenses.drl"));
        Files.writeString(
                rules.resolve("licenses/licenses.drl"),
                licenses.replace("LIC-010", "LIC-990")
                        .replaceFirst("NO_LICENSE_REASSIGNMENT", "CLARIFY_ASSIGNED_SEATS"));
        Files.delete(rules.resolve("contradictions.yaml"));

        String csv = diff("--format", "csv").out();

        assertThat(csv.lines().filter(line -> line.startsWith("c2")).map(DiffCommandTest::columns))
                .containsExactly(
                        "s1 changed LET_EXPIRE severity TIM-020 timing/expiry.drl 23 edited rule",
                        "s1 removed NO_LICENSE_REASSIGNMENT  LIC-010 licenses/licenses.drl 6 removed rule",
                        "s1 added CLARIFY_ASSIGNED_SEATS  LIC-990 licenses/licenses.drl 6 new rule");
    }

    /** Subscription, change, code and what differs, then the rule and the cause. */
    private static String columns(String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return String.join(" ", cells[4], cells[5], cells[6], cells[7], cells[18], cells[19], cells[20], cells[21]);
    }

    @Test
    void twoDaysCanBeComparedWithTheSameRules() throws IOException {
        Cli.Outcome outcome = diff("--against-as-of", "2026-11-30", "--format", "csv");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.contains("c2,")).map(DiffCommandTest::columns))
                .contains("s1 changed LET_EXPIRE message TIM-020 timing/expiry.drl 23 as of 2026-11-30 -> 2026-11-20");
    }

    @Test
    void rulesThatSayTheSameChangeNothing() throws IOException {
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "TIM-010 Wait until", "TIM-990 Wait until");

        Cli.Outcome outcome = diff("--fail-on-change");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).endsWith("\nNothing changes for 2 customers.\n");
    }

    @Test
    void aChangeEndsWithStatus1WhereAskedTo() throws IOException {
        nearFrom30To45();

        assertThat(diff("--fail-on-change", "--format", "json").status()).isEqualTo(1);
        assertThat(diff("--fail-on-change", "--against", rules.toString()).status())
                .isZero();
    }

    @Test
    void theJsonHoldsBothSidesOfEachChangeAndTheCounts() throws IOException {
        nearFrom30To45();

        assertThat(diff("--format", "json").out()).contains("""
                                  "change": "changed",
                                  "code": "PROVISION_SUBSCRIPTION",
                                  "subscriptionId": "s1",
                                  "differs": [
                                    "actFrom"
                                  ],
                        """).contains("""
                                  "actFrom": {
                                    "before": "2026-12-01",
                                    "after": "2026-11-20"
                                  },
                        """).contains("""
                            "counts": {
                              "customers": 2,
                              "customersChanged": 1,
                              "added": 1,
                              "removed": 2,
                              "changed": 1,
                        """.indent(-2));
    }

    @Test
    void whatAListSaysIsTextInThePage() throws IOException {
        nearFrom30To45();
        String list = list(
                "<b>c</b>,\"<script>alert('x')</script> & \"\"Co\"\"\",accepted,s1,ea,,25,20,active,2026-12-31,no\n");

        String page = Cli.run("diff", list, "--as-of", "2026-11-20", "--rules", rules.toString(), "--format", "html")
                .out();

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .endsWith("</html>\n")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;")
                .contains("&lt;b&gt;c&lt;/b&gt;")
                .contains("Readiness: unknown")
                .contains("<h1>Something changes for 1 of 1 customer</h1>")
                .doesNotContain("<script", "<b>c");
    }

    @Test
    void whatChangedInAMessageIsMarkedInThePage() throws IOException {
        RulesCopy.replace(rules.resolve("messages/en.yaml"), "Let it run out instead of", "Let it run out rather than");

        assertThat(diff("--format", "html").out())
                .contains("Let it run out <del>instead of</del> <ins>rather than</ins> cancelling it.");
    }

    @Test
    void formulasOfAListAreTextInTheRows() throws IOException {
        nearFrom30To45();
        String list = list("=1+1,@SUM,accepted,s1,ea,,25,20,active,2026-12-31,no\n");

        assertThat(Cli.run("diff", list, "--as-of", "2026-11-20", "--rules", rules.toString(), "--format", "csv")
                        .out())
                .contains("\n'=1+1,'@SUM,");
    }

    @Test
    void rejectedRowsAreNamedAndEndWithStatus4() throws IOException {
        String list = list(FAR, "c3,Northwind,accepted,s1,ea,SPE_E3,25,20,active,soon,no\n");

        Cli.Outcome outcome = Cli.run("diff", list, "--as-of", "2026-11-20", "--rules", rules.toString());

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).contains("list.csv:3: end_date: found 'soon', expected a date such as 2026-11-20");
        assertThat(outcome.out()).endsWith("Nothing changes for 1 customer.\n");
    }

    @Test
    void nothingToCompareWithIsRefused() throws IOException {
        Cli.Outcome outcome = Cli.runIn(new Surroundings(folder.resolve("elsewhere"), Map.of()), "diff", list(FAR));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                diff: found nothing to compare with, expected other rules, another day or another policy
                Maybe --rules NEW, --rules NEW --against OLD, --as-of DATE --against-as-of DATE, \
                or --policy NAME=VALUE --against-policy NAME=VALUE
                """);
        assertThat(diff("--format", "pdf").err())
                .isEqualTo(
                        "--format: found 'pdf', expected one of text, csv, json, html\n`advisor diff --help` says more.\n");
    }

    @Test
    void rulesThatDoNotLoadAreNamedWithTheirFolder() throws IOException {
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "daysToEnd > $near,", "daysToEnt > $near,");

        Cli.Outcome outcome = diff();

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith(
                        "In " + rules
                                + ":\ntiming/expiry.drl:12:9: error: found the field `daysToEnt`, which Subscription does not have\n");
    }
}
