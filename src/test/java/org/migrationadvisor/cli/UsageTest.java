package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class UsageTest {

    private static Advisor advisor(
            OutputStream out, OutputStream err, Terminal terminal, Map<String, String> variables) {
        return new Advisor(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                new Surroundings(Path.of(""), variables));
    }

    private static CommandLine program() {
        return advisor(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Terminal.none(), Map.of())
                .model();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advise | advise: found no LIST, expected one | `advisor advise --help` says more.",
                "advise x.csv --fromat csv | advise: found the option '--fromat', which it does not have"
                        + "| Maybe --format? `advisor advise --help` says more.",
                "advise x.csv --format=jsno | --format: found 'jsno', expected one of table, csv, jsonl, json, md"
                        + "| Maybe json? `advisor advise --help` says more.",
                "advise x.csv --output | --output: found no FILE after it, expected one"
                        + "| `advisor advise --help` says more.",
                "advise x.csv --threads two | --threads: found 'two', expected a whole number"
                        + "| `advisor advise --help` says more.",
                "explain x.csv | explain: found no --customer ID, expected that option"
                        + "| `advisor explain --help` says more.",
                "explain x.csv --customer c1 --as-of 1.2.2026"
                        + "| --as-of: found '1.2.2026', expected a date such as 2026-11-20"
                        + "| `advisor explain --help` says more.",
                "catalog --compare SPB | --compare: found no OFFER after it, expected 2"
                        + "| `advisor catalog --help` says more.",
                "check a b | check: found 'b', expected no further argument | `advisor check --help` says more.",
                "test --threshold 1 --threshold 2 | --threshold: found it twice, expected it once"
                        + "| `advisor test --help` says more.",
                "new rul | new: found 'rul', expected one of rule, definition | Maybe rule? `advisor new --help` says more.",
            })
    void aUsageErrorIsTwoLines(String arguments, String found, String help) {
        assertThat(Cli.run(arguments.split(" "))).isEqualTo(new Cli.Outcome(2, "", found + "\n" + help + "\n"));
    }

    @Test
    void anUnknownVerbIsNamedWithTheNearestOne() {
        assertThat(Cli.run("advice", "x.csv").err())
                .startsWith("advisor: found 'advice', expected one of advise, inspect, ")
                .endsWith("\nMaybe advise? `advisor --help` says more.\n");
        assertThat(Cli.run("help", "advice").err())
                .startsWith("advisor: found 'advice', expected one of advise, inspect, ")
                .endsWith("\nMaybe advise? `advisor --help` says more.\n");
        assertThat(Cli.run().err()).isEqualTo("""
                        advisor: found no verb, expected one such as advise, inspect or check
                        `advisor --help` says more.
                        """);
    }

    static Stream<CommandLine> verbs() {
        return program().getSubcommands().values().stream()
                .flatMap(verb -> Stream.concat(Stream.of(verb), verb.getSubcommands().values().stream()))
                .filter(verb -> !verb.getCommandName().equals("help"));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theHelpOfEachVerbHasExamplesThatItUnderstands(CommandLine verb) {
        String[] examples = verb.getCommandSpec().usageMessage().footer();

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(example).startsWith("  " + verb.getCommandSpec().qualifiedName());
            String[] words = example.replace("\"", "")
                    .replace("30 days", "30-days")
                    .strip()
                    .split(" ");
            CommandLine.ParseResult parsed =
                    program().parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
            assertThat(parsed.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', auto, true, true",
        "'', '', '', auto, false, false",
        "1, '', '', auto, true, false",
        "1, 1, '', auto, true, false",
        "'', 1, '', auto, false, true",
        "'', 0, '', auto, false, false",
        "'', '', dumb, auto, true, false",
        "1, '', dumb, always, false, true",
        "'', 1, '', never, true, false",
    })
    void colourIsThatOfTheOptionElseOfTheEnvironmentElseOfTheTerminal(
            String noColor, String force, String term, String option, boolean inTerminal, boolean coloured) {
        Map<String, String> variables = Map.of("NO_COLOR", noColor, "CLICOLOR_FORCE", force, "TERM", term);
        Surroundings surroundings = new Surroundings(Path.of(""), variables);
        Terminal terminal = new Terminal(inTerminal, 100, Terminal.colour(surroundings, inTerminal));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        advisor(out, out, terminal, variables).run("test", "rules", "--filter", "30 days left", "--color", option);
        advisor(out, out, terminal, variables).run("test", "--help", "--color=" + option);

        String[] outputs = out.toString(StandardCharsets.UTF_8).split("Usage: ", 2);
        assertThat(outputs).hasSize(2).allSatisfy(output -> assertThat(output.contains("\u001b["))
                .isEqualTo(coloured));
    }

    /** Takes so many bytes, then is closed, as a pipe to {@code head} is. */
    private static final class ClosedPipe extends OutputStream {
        private int room = 1000;

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("Broken pipe");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "advise samples/customers.csv --as-of 2026-11-20 --format csv --rules rules, 0",
        "advise samples/customers.csv --as-of 2026-11-20 --format json --threads 2, 0",
        "rules, 0",
        "catalog business premium, 0",
        "check --explain all, 0",
        "inspect samples/customers.csv --format json, 0",
        "explain samples/customers.csv --as-of 2026-11-20 --customer 75050c1b-1871-40e2-b5f9-30857b9a8c33, 0",
        "man, 0"
    })
    void aClosedPipeEndsARunSilentlyWithItsUsualStatus(String arguments, int status) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int found = advisor(new ClosedPipe(), err, Terminal.none(), Map.of()).run(arguments.split(" "));

        assertThat(found).isEqualTo(status);
        assertThat(err.toString(StandardCharsets.UTF_8).replaceAll("Rules: .*\n", ""))
                .isEmpty();
    }
}
