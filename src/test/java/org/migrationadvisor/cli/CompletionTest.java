package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    @TempDir
    private Path folder;

    private Path script(String shell) throws IOException {
        Cli.Outcome outcome = Cli.run("completion", shell);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        return Files.writeString(folder.resolve("advisor." + shell), outcome.out());
    }

    private static String shell(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(printed).isZero();
        return printed;
    }

    private static void assumeInstalled(String shell) {
        boolean installed;
        try {
            installed = new ProcessBuilder(shell, "-c", "exit 0").start().waitFor() == 0;
        } catch (IOException notFound) {
            installed = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            installed = false;
        }
        assumeTrue(installed, shell + " is not installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellReadsTheScript(String shell) throws IOException, InterruptedException {
        assumeInstalled(shell);

        assertThat(shell(shell, "-n", script(shell).toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advisor ad | advise",
                "advisor check --f | --format --fail-level",
                "advisor check --format | --format",
                "advisor check --format j | json",
                "advisor check --format = | pretty compact json sarif github",
                "advisor check --format = j | json",
                "advisor --color al | always",
                "advisor --color always ch | check",
                "advisor check --rules my-rules --fo | --format",
                "advisor new r | rule",
                "advisor new rule TIM-060 --t | --topic",
                "advisor completion z | zsh",
                "advisor help adv | advise",
                "advisor advise samples/cust | ''",
                "advisor explain list.csv --customer x | ''",
            })
    void bashCompletes(String line, String expected) throws IOException, InterruptedException {
        assumeInstalled("bash");
        List<String> words = new ArrayList<>(List.of(line.split(" ")));

        String completed = shell(
                "bash",
                "-c",
                "source " + script("bash") + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                        + (words.size() - 1) + "; _advisor; echo ${COMPREPLY[@]}");

        assertThat(completed.strip()).isEqualTo(expected);
    }

    @Test
    void bashCompletesFilesWhereFilesAreMeantAndNothingWhereNobodyCanGuess() throws IOException, InterruptedException {
        assumeInstalled("bash");
        String script = "source " + script("bash") + "; compopt() { echo no files; }; COMP_WORDS=(advisor ";

        assertThat(shell("bash", "-c", script + "advise sam); COMP_CWORD=2; _advisor"))
                .isEmpty();
        assertThat(shell("bash", "-c", script + "check --output sam); COMP_CWORD=3; _advisor"))
                .isEmpty();
        assertThat(shell("bash", "-c", script + "advise x --customer sam); COMP_CWORD=4; _advisor"))
                .isEqualTo("no files\n");
    }

    @Test
    void fishIsToldOfEachOptionWithItsValuesAndOfFiles() throws IOException {
        assertThat(script("fish"))
                .content()
                .contains(
                        "complete -c advisor -n '__fish_use_subcommand' -a advise"
                                + " -d 'Advises on the customers of one or more lists'\n",
                        "complete -c advisor -n '__fish_seen_subcommand_from advise' -F\n",
                        "complete -c advisor -n '__fish_seen_subcommand_from check' -l rules -r -F -d 'Rules folder'\n",
                        "complete -c advisor -n '__fish_seen_subcommand_from test' -l format -x -a 'pretty json junit'",
                        "complete -c advisor -n '__fish_seen_subcommand_from new; and __fish_seen_subcommand_from rule'"
                                + " -l topic -x -d 'The folder of the rule'\n",
                        "complete -c advisor -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'\n");
    }

    @Test
    void theManualPageHasEachVerbWithItsOptionsAndExamples() {
        String page = Cli.run("man").out();

        UsageTest.verbs().forEach(verb -> {
            String name = verb.getCommandSpec().qualifiedName().replace("-", "\\-");
            assertThat(page).contains(".SS " + name + "\n");
            verb.getCommandSpec().options().forEach(option -> assertThat(page)
                    .contains(option.longestName().replace("-", "\\-")));
        });
        assertThat(page)
                .startsWith(".TH ADVISOR 1 \"\" \"advisor ")
                .contains("\n.SH EXIT STATUS\n", "\nADVISOR_RULES\n", "\n  advisor verify my\\-rules\n")
                .doesNotContain("%n");
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|nf|fi)( .*)?"));
    }
}
