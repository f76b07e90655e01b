package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path folder;

    private Path rules = Path.of("");

    @BeforeEach
    void copyTheRules() throws IOException {
        rules = RulesCopy.ofSmallBook(folder.resolve("rules"));
    }

    @Test
    void theRulesAreWrittenAsPlainDrl() throws IOException {
        Path drl = folder.resolve("drl");

        Cli.Outcome outcome = Cli.run("export", rules.toString(), "--drools", drl.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).endsWith("Wrote 6 files to " + drl + ".\n");
        try (Stream<Path> files = Files.walk(drl)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> drl.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "README.md",
                            "facts.drl",
                            "policy.drl",
                            "rules/asking/asking.drl",
                            "rules/relationship/relationship.drl",
                            "rules/timing/expiry.drl");
        }
        assertThat(drl.resolve("rules/timing/expiry.drl")).content().contains("""
                        when
                            Policy( $near : nearExpiryDays )
                            $original : Subscription(
                        """);
    }

    @Test
    void aFolderWithFilesInItIsLeftAlone() throws IOException {
        Path drl = Files.createDirectory(folder.resolve("drl"));
        Files.writeString(drl.resolve("mine.drl"), "package mine;\n");

        Cli.Outcome outcome = Cli.run("export", rules.toString(), "--drools", drl.toString());

        assertThat(outcome).isEqualTo(new Cli.Outcome(2, "", "--drools: found files in " + drl + """
                , expected an empty folder, or none
                Maybe remove them, or name another folder
                """));
    }

    @Test
    void aFileIsNoFolderAndTheRulesFolderIsNotWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(Cli.run("export", rules.toString(), "--drools", file.toString()))
                .isEqualTo(new Cli.Outcome(2, "", "--drools: found the file " + file + ", expected a folder\n"));
        assertThat(Cli.run("export", rules.toString(), "--drools", rules + "/drl"))
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        "--drools: found " + rules + "/drl, which lies in " + rules
                                + ", the rules folder in use, expected a file of its own\n"));
    }

    @Test
    void aRuleThatAnExportCannotSayIsNamedWithItsPlace() throws IOException {
        Files.writeString(rules.resolve("tables.yaml"), """
                Markets:
                  file: tables/markets.csv
                  key: [country]
                  columns: { country: Customer.country, days: whole }
                """);
        Files.createDirectory(rules.resolve("tables"));
        Files.writeString(rules.resolve("tables/markets.csv"), "country,days\nDE,30\n");
        Path expiry = rules.resolve("timing/expiry.drl");
        RulesCopy.replace(expiry, "    $original : Subscription(", """
                    $customer : Customer( country != null )
                    Markets( country == $customer.country, $days : days )
                    $original : Subscription(
                        customer == $customer,""");

        Cli.Outcome outcome = Cli.run(
                "export", rules.toString(), "--drools", folder.resolve("drl").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(
                        "export: rule TIM-010 (timing/expiry.drl:4): found a row of the table Markets, which an export"
                                + " cannot say, expected rules without tables in an export\n");
        assertThat(folder.resolve("drl")).doesNotExist();
    }
}
