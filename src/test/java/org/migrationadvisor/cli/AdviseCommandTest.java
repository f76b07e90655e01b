package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviseCommandTest {
    private static final String HEADER =
            "customer_id,relationship,subscription_id,program,offer_id,seats,status,end_date\n";
    private static final String GOOD_ROW = "c1,accepted,s1,ea,SPE_E3,25,active,2026-12-21\n";

    @TempDir
    private Path folder;

    private String list(String... rows) throws IOException {
        return file("list.csv", HEADER + String.join("", rows));
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void aGoodListIsAdvisedWithoutAWord() throws IOException {
        Cli.Outcome outcome = Cli.run("advise", list(GOOD_ROW), "--as-of", "2026-11-20", "--format", "csv");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().map(line -> line.split(",", -1)[4]))
                .containsExactly(
                        "code",
                        "PROVISION_SUBSCRIPTION",
                        "AVOID_EARLY_CANCELLATION",
                        "WAIT_FOR_EXPIRY",
                        "NO_LICENSE_REASSIGNMENT",
                        "MOVE_MANUALLY");
    }

    @Test
    void standardInputIsReadForADash() {
        Cli.Outcome outcome = Cli.runWithInput(HEADER + GOOD_ROW, "advise", "-", "--format", "jsonl");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("{\"customerId\":\"c1\"");
    }

    @Test
    void badRowsAreNamedAndAllOthersAdvised() throws IOException {
        String list = list(
                GOOD_ROW,
                "c2,none,s1,ea,SPE_E3,25,active,2026-13-21\n",
                "c3,none,s1,ea,SPE_E3,-1,active,2026-12-21\n",
                "c4,none,s1,ea,SPE_E3,25,zombie,2026-12-21\n",
                "c1,accepted,s1,ea,SPE_E3,25,active,2026-12-21\n",
                "c5,none,s1\n");

        Cli.Outcome outcome = Cli.run("advise", list, "--as-of", "2026-11-20", "--format", "jsonl");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.out().lines()).hasSize(2);
        assertThat(outcome.err().replace(list, "list.csv")).isEqualTo("""
                        list.csv:5: status: found 'zombie', expected one of active, trial, suspended, expired, disabled, deleted, unknown
                        list.csv:3: end_date: found '2026-13-21', expected a date such as 2026-11-20
                        list.csv:4: seats: found '-1', expected a whole number of 0 or more
                        list.csv:6: subscription_id: found 's1' again, expected each subscription of a customer once (first at list.csv:2)
                        list.csv:7: row: found 3 cells, expected 8
                        4 rows of 6 rejected; --rejects FILE writes them to a file to mend
                        """);
    }

    @Test
    void rejectedRowsAreWrittenAsTheyWereWithTheReason() throws IOException {
        String list = list(GOOD_ROW, "c2,none,s1,ea,SPE_E3,25,active,soon\n");
        Path rejects = folder.resolve("rejects.csv");

        Cli.Outcome outcome = Cli.run("advise", list, "--rejects", rejects.toString(), "--format", "csv");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(rejects).content(StandardCharsets.UTF_8).isEqualTo("""
                        reject_reason,customer_id,relationship,subscription_id,program,offer_id,seats,status,end_date
                        "%s:3: end_date: found 'soon', expected a date such as 2026-11-20",c2,none,s1,ea,SPE_E3,25,active,soon
                        """.formatted(list));
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        Cli.Outcome outcome = Cli.run("advise", "no-such-list.csv");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "no-such-list.csv: found no such file, expected a list of customers as CSV, JSON, JSON Lines or .xlsx\n");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Cli.Outcome outcome = Cli.run("advise", file("empty.csv", ""));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("empty.csv: found an empty file, expected a list of customers");
    }

    @Test
    void aFileOfTheWrongKindIsRefused() throws IOException {
        Cli.Outcome outcome = Cli.run("advise", file("page.html", "<!DOCTYPE html><html></html>"));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("page.html").contains("expected a list of customers");
    }

    @Test
    void anOutputFileAppearsOnlyWhenItIsComplete() throws IOException {
        Path output = folder.resolve("advice.csv");

        Cli.Outcome outcome = Cli.run("advise", list(GOOD_ROW), "--format", "csv", "--output", output.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(output).content(StandardCharsets.UTF_8).startsWith("customer_id,customer_name,readiness");
        assertThat(filesInFolder()).containsExactlyInAnyOrder("advice.csv", "list.csv");
    }

    private List<String> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void anOutputInAFolderThatDoesNotExistIsRefused() throws IOException {
        Path output = folder.resolve("no/such/advice.csv");

        Cli.Outcome outcome = Cli.run("advise", list(GOOD_ROW), "--output", output.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(output + ": found no folder " + output.getParent() + ", expected a file to write to\n");
    }

    @Test
    void anOutputThatMayNotBeWrittenIsRefusedAndLeftAlone() throws IOException {
        Path output = folder.resolve("advice.csv");
        Files.writeString(output, "kept");
        assumeFalse(
                !output.toFile().setWritable(false) || Files.isWritable(output), "permissions do not bind this user");

        Cli.Outcome outcome = Cli.run("advise", list(GOOD_ROW), "--output", output.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("found a file that may not be written");
        assertThat(output).hasContent("kept");
    }

    @Test
    void aRefusedListLeavesNoOutputFile() throws IOException {
        Path output = folder.resolve("advice.csv");

        Cli.run("advise", file("broken.json", "{\"customers\": [ {\"customerId\": }"), "--output", output.toString());

        assertThat(output).doesNotExist();
        assertThat(filesInFolder()).containsExactly("broken.json");
    }

    @Test
    void oneCustomerCanBeChosen() throws IOException {
        String list = list(GOOD_ROW, "c2,none,s1,ea,SPE_E3,25,active,2026-12-21\n");

        assertThat(Cli.run("advise", list, "--customer", "c2", "--format", "jsonl")
                        .out())
                .startsWith("{\"customerId\":\"c2\"")
                .hasLineCount(1);
        assertThat(Cli.run("advise", list, "--customer", "c9").err())
                .isEqualTo("--customer: found no customer 'c9' among the 2 of the list, expected one of their ids\n");
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        String list = list(GOOD_ROW);

        assertThat(Cli.run("advise", list, "--format", "pdf"))
                .isEqualTo(
                        new Cli.Outcome(
                                2,
                                "",
                                "--format: found 'pdf', expected one of table, csv, jsonl, json, md\n`advisor advise --help` says more.\n"));
        assertThat(Cli.run("advise", list, "--threads", "0"))
                .isEqualTo(new Cli.Outcome(2, "", "--threads: found 0, expected 1 or more\n"));
        assertThat(Cli.run("advise", list, "--lang", "fr").err()).startsWith("--lang: found 'fr', expected one of ");
        assertThat(Cli.run("advise", list, "--as-of", "tomorrow").status()).isEqualTo(2);
        assertThat(Cli.run("advise").status()).isEqualTo(2);
    }

    @Test
    void rulesThatDoNotLoadAreExplainedWithTheirPlace() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules"));
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "daysToEnd > $near,", "daysToEnd > > $near,");

        Cli.Outcome outcome = Cli.run("advise", list(GOOD_ROW), "--rules", rules.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("""
                        timing/expiry.drl:12:21: error: found `>`, expected a field, a variable or a value
                         12 |         daysToEnd > > $near,
                            |                     ^
                            = maybe something is missing after `>`

                        The rules do not load: 1 problem.
                        """);
    }

    @Test
    void aRulesFolderThatDoesNotExistIsNamed() throws IOException {
        assertThat(Cli.run("advise", list(GOOD_ROW), "--rules", "no-such-rules"))
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        "no-such-rules: found no such folder, expected a folder with rules (policy.yaml,"
                                + " recommendations.yaml, messages/en.yaml, *.drl)\n"));
    }

    @Test
    void aChangedPolicyChangesTheAdviceWithoutARebuild() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules"));
        RulesCopy.replace(rules.resolve("policy.yaml"), "nearExpiryDays: 30", "nearExpiryDays: 31");
        String[] args = {
            "advise", list(GOOD_ROW), "--as-of", "2026-11-20", "--format", "jsonl", "--rules", rules.toString()
        };

        assertThat(Cli.run(args).out()).contains("LET_EXPIRE").doesNotContain("WAIT_FOR_EXPIRY");
    }

    @Test
    void unfinishedRulesDoNotAdviseButCanBeExplained() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules"));
        RulesCopy.replace(rules.resolve("messages/en.yaml"), "The list has no subscription", "??? The list has none");
        String list = list(GOOD_ROW);

        Cli.Outcome advised = Cli.run("advise", list, "--rules", rules.toString());

        assertThat(advised.status()).isEqualTo(ExitStatus.RULES);
        assertThat(advised.out()).isEmpty();
        assertThat(advised.err()).contains("messages/en.yaml:", ": error: found ???, which is left to fill in\n");
        assertThat(Cli.run("explain", list, "--customer", "c1", "--rules", rules.toString())
                        .status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void anAddedRuleAndCodeChangeTheAdviceWithoutARebuild() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules"));
        RulesCopy.append(
                rules.resolve("recommendations.yaml"),
                "CALL_THE_CUSTOMER: { severity: action, actor: partner, order: 50 }\n");
        RulesCopy.append(
                rules.resolve("messages/en.yaml"), "  CALL_THE_CUSTOMER: Call {customer.id} about {seats} seats.\n");
        Files.createDirectories(rules.resolve("calls"));
        Files.writeString(rules.resolve("calls/calls.drl"), """
                package calls;

                rule "CAL-010 Call a customer who moves many seats"
                    @source( "House rule (2026)" )
                when
                    Subscription( $seats : seats )
                    $original : Subscription( moving, seats >= 20 )
                then
                    recommend( CALL_THE_CUSTOMER, $original );
                end
                """);
        String[] args = {"advise", list(GOOD_ROW), "--format", "jsonl", "--rules", rules.toString()};

        assertThat(Cli.run(args).out())
                .contains(
                        "\"code\":\"CALL_THE_CUSTOMER\",\"subscriptionId\":\"s1\",\"severity\":\"action\"",
                        "\"message\":\"Call c1 about 25 seats.\",\"ruleId\":\"CAL-010\",\"ruleFile\":\"calls/calls.drl\",\"ruleLine\":3");
    }
}
