package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.rulebook.syntax.ProblemKind;

class CheckCommandTest {

    @TempDir
    private Path folder;

    private Path rules() throws IOException {
        return RulesCopy.ofSmallBook(folder.resolve("rules"));
    }

    /** Rules that load, with one warning. */
    private Path doubtful() throws IOException {
        Path rules = rules();
        RulesCopy.replace(
                rules.resolve("timing/expiry.drl"), "        running,\n", "        running,\n        !ended,\n");
        return rules;
    }

    private Path broken() throws IOException {
        Path rules = rules();
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "daysToEnd > $near,", "dayToEnd > $near,");
        RulesCopy.replace(rules.resolve("relationship/relationship.drl"), "relationship ==", "relationshp ==");
        return rules;
    }

    private static String relative(String text, Path rules) {
        return text.replace(rules.toString(), "rules");
    }

    @Test
    void theRulesOfTheProjectAreClean() {
        Cli.Outcome outcome = Cli.run("check");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).matches("Found nothing wrong in [0-9]+ files with [0-9]+ rules\\.\n");
    }

    @Test
    void aWarningIsShownWithItsPlaceAndTheStatusIsOne() throws IOException {
        Path rules = doubtful();

        Cli.Outcome outcome = Cli.run("check", rules.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(relative(outcome.out(), rules)).isEqualTo("""
                rules/timing/expiry.drl:11:9: warning: found `!ended`, which always holds where `running` in line 10 does\
                 [always-holds]
                 11 |         !ended,
                    |         ^^^^^^
                    = remove it, or write what was meant
                """);
        assertThat(outcome.err())
                .startsWith("Found 0 errors and 1 warning in 1 of ")
                .endsWith(" `advisor check --explain KIND` says more of a kind.\n");
    }

    @Test
    void warningsLeaveTheStatusAloneWhereOnlyErrorsAreAskedFor() throws IOException {
        assertThat(Cli.run("check", doubtful().toString(), "--fail-level", "error")
                        .status())
                .isZero();
    }

    @Test
    void rulesThatDoNotLoadAreToldInAllFilesAndTheStatusIsThree() throws IOException {
        Path rules = broken();

        Cli.Outcome outcome = Cli.run("check", rules.toString(), "--format", "compact");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(relative(outcome.out(), rules)).isEqualTo("""
                rules/relationship/relationship.drl:7:27: error: found the field `relationshp`, which Customer does not\
                 have [unknown-field]
                rules/timing/expiry.drl:11:9: error: found the field `dayToEnd`, which Subscription does not have\
                 [unknown-field]
                """);
        assertThat(outcome.err()).contains(" The rules do not load.");
    }

    @Test
    void gitHubIsToldWhereToShowAProblem() throws IOException {
        Path rules = doubtful();

        assertThat(relative(
                        Cli.run("check", rules.toString(), "--format", "github").out(), rules))
                .isEqualTo("::warning file=rules/timing/expiry.drl,line=11,col=9,endColumn=15,title=always-holds::found"
                        + " `!ended`, which always holds where `running` in line 10 does%0Aremove it, or write what was"
                        + " meant\n");
    }

    @Test
    void jsonCarriesEverythingThatIsKnown() throws IOException {
        Path rules = doubtful();

        assertThat(relative(
                        Cli.run("check", rules.toString(), "--format", "json").out(), rules))
                .isEqualTo("""
                        {
                          "loads": true,
                          "errors": 0,
                          "warnings": 1,
                          "leftOut": 0,
                          "problems": [
                            {
                              "kind": "always-holds",
                              "severity": "warning",
                              "file": "rules/timing/expiry.drl",
                              "line": 11,
                              "column": 9,
                              "endColumn": 15,
                              "what": "found `!ended`, which always holds where `running` in line 10 does",
                              "mend": "remove it, or write what was meant",
                              "lineText": "        !ended,"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void sarifNamesTheKindsAndThePlaces() throws IOException {
        Path rules = doubtful();

        String sarif =
                relative(Cli.run("check", rules.toString(), "--format", "sarif").out(), rules);

        assertThat(sarif).startsWith("""
                        {
                          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                          "version": "2.1.0",
                          "runs": [
                            {
                              "tool": {
                                "driver": {
                                  "name": "advisor check",
                        """).endsWith("""
                              "columnKind": "utf16CodeUnits",
                              "results": [
                                {
                                  "ruleId": "always-holds",
                                  "ruleIndex": %d,
                                  "level": "warning",
                                  "message": {
                                    "text": "found `!ended`, which always holds where `running` in line 10 does; remove it,\
                         or write what was meant"
                                  },
                                  "locations": [
                                    {
                                      "physicalLocation": {
                                        "artifactLocation": {
                                          "uri": "rules/timing/expiry.drl"
                                        },
                                        "region": {
                                          "startLine": 11,
                                          "startColumn": 9,
                                          "endColumn": 15,
                                          "snippet": {
                                            "text": "        !ended,"
                                          }
                                        }
                                      }
                                    }
                                  ]
                                }
                              ]
                            }
                          ]
                        }
                        """.formatted(
                        ProblemKind.slugs().indexOf("always-holds")));
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(sarif).contains("\"id\": \"" + kind.slug() + "\"");
        }
    }

    @Test
    void aFileTakesTheProblemsOnlyWhenTheyAreComplete() throws IOException {
        Path report = folder.resolve("report.txt");

        Cli.Outcome outcome = Cli.run("check", doubtful().toString(), "--output", report.toString());

        assertThat(outcome.out()).isEmpty();
        assertThat(report).content().contains("[always-holds]");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path rules = rules();
        Files.delete(rules.resolve("policy.yaml"));

        Cli.Outcome outcome = Cli.run("check", rules.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(relative(outcome.out(), rules)).isEqualTo("""
                rules/policy.yaml:1:1: error: found no such file in the rules folder, expected the numbers that rules use,\
                 such as `nearExpiryDays: 30` [missing-file]
                 1 |
                   | ^
                   = copy it from the bundled rules, or give the right folder
                """);
    }

    @Test
    void aFileThatIsNotUtf8IsNamedWithItsLine() throws IOException {
        Path rules = rules();
        Path file = rules.resolve("timing/expiry.drl");
        Files.write(file, (Files.readString(file) + "\n// für immer").getBytes("windows-1252"));

        Cli.Outcome outcome = Cli.run("check", rules.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .matches("(?s).*: the rules cannot be read: timing/expiry\\.drl:[0-9]+: found a byte that"
                        + " is not UTF-8, expected a text file in UTF-8\nMaybe it was saved as Windows-1252: save it again as"
                        + " UTF-8\n");
    }

    @Test
    void aLinkThatLeadsNowhereLeavesNoRulesOutUnseen() throws IOException {
        Path rules = rules();
        Files.createSymbolicLink(rules.resolve("timing/more.drl"), Path.of("no-such-file.drl"));

        Cli.Outcome outcome = Cli.run("check", rules.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        rules + ": the rules cannot be read: timing/more.drl: found nothing behind this name, as when a"
                                + " link leads nowhere, expected a file or folder of the rules\n");
    }

    @Test
    void aFolderNamedLikeARuleFileIsAFolder() throws IOException {
        Path rules = rules();
        Files.createDirectory(rules.resolve("timing/folder.drl"));

        assertThat(Cli.run("check", rules.toString()).status()).isZero();
    }

    @Test
    void aFolderWithoutRulesLacksAllThatIsNeeded() throws IOException {
        Cli.Outcome outcome =
                Cli.run("check", Files.createDirectory(folder.resolve("empty")).toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("Found 5 errors and 0 warnings in 5 files. The rules do not load.");
    }

    @Test
    void eachKindCanBeExplained() {
        assertThat(Cli.run("check", "--explain", "missing-join").out())
                .isEqualTo("missing-join: " + ProblemKind.MISSING_JOIN.explanation() + "\n");
        assertThat(Cli.run("check", "--explain", "all").out().lines()).containsAll(ProblemKind.slugs());
        assertThat(Cli.run("check", "--explain", "missing-jion"))
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        "--explain: found 'missing-jion', expected a kind of problem\ndid you mean `missing-join`?\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format|xml|--format: found 'xml', expected one of pretty, compact, json, sarif, github",
                "--fail-level|info|--fail-level: found 'info', expected one of error, warning",
            })
    void aWrongOptionIsExplained(String option, String value, String message) {
        assertThat(Cli.run("check", option, value))
                .isEqualTo(new Cli.Outcome(2, "", message + "\n`advisor check --help` says more.\n"));
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        Cli.Outcome outcome = Cli.run("check", "no-such-rules");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("no-such-rules: found no such folder, expected a folder with rules");
    }
}
