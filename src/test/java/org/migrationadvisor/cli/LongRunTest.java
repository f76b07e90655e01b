package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long lists: the same bytes however they are worked on, also by runs that are stopped or killed and gone on with. */
class LongRunTest {
    private static final String HEADER =
            "customer_id,customer_name,relationship,subscription_id,program,offer_id,seats,status,end_date\n";
    private static final String[] RELATIONSHIPS = {"none", "invited", "accepted", ""};
    private static final String[] PROGRAMS = {"ea", "web-direct", "csp", "open"};

    /** So many that they are not written before a run can be stopped, gone on with, and killed. */
    private static final int ROWS_FOR_SECONDS = 160_000;

    @TempDir
    private Path folder;

    private static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int customer = i / 3;
            rows.add("c%06d,Customer %d,%s,s%d,%s,SPE_E3,%d,active,2026-%02d-%02d%n"
                    .formatted(
                            customer,
                            customer,
                            RELATIONSHIPS[customer % RELATIONSHIPS.length],
                            i,
                            PROGRAMS[i % PROGRAMS.length],
                            i % 100,
                            11 + i % 2,
                            1 + i % 30));
        }
        return rows;
    }

    private String list(String name, List<String> rows) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, HEADER + String.join("", rows));
        return file.toString();
    }

    private static List<String> command(String list, Path output, String... more) {
        List<String> command = new ArrayList<>(
                List.of("advise", list, "--as-of", "2026-11-20", "--format", "csv", "--output", output.toString()));
        command.addAll(List.of(more));
        return command;
    }

    private static Cli.Outcome run(List<String> command) {
        return Cli.run(command.toArray(String[]::new));
    }

    @Test
    void theBytesDependNeitherOnTheThreadsNorOnTheOrderOfTheRows() throws IOException {
        List<String> rows = rows(5_000);
        String sorted = list("sorted.csv", rows);
        Collections.shuffle(rows, new Random(5));
        String shuffled = list("shuffled.csv", rows);

        for (String format : List.of("csv", "jsonl", "json", "md", "table")) {
            String[] once = {"advise", sorted, "--as-of", "2026-11-20", "--format", format, "--threads", "1"};
            String[] again = {"advise", shuffled, "--as-of", "2026-11-20", "--format", format, "--threads", "3"};
            assertThat(Cli.run(again)).isEqualTo(Cli.run(once));
        }
    }

    /** A process of its own, slow, and with so little memory that its rows go to the disk. */
    private Process start(List<String> command, Path temporary, Path err) throws IOException {
        Files.createDirectories(temporary);
        List<String> java =
                Jvm.command(PatientMain.class, List.of("-Xmx80m", "-Djava.io.tmpdir=" + temporary), command);
        return new ProcessBuilder(java)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    private static void waitFor(Path file, Process process) throws InterruptedException {
        while (!Files.exists(file) && process.isAlive()) {
            Thread.sleep(5);
        }
        assertThat(file).exists();
    }

    private static int statusOf(Process process) throws InterruptedException {
        assertThat(process.waitFor(PatientMain.MINUTES, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("hsperfdata"))
                    .toList();
        }
    }

    @Test
    void aRunThatIsStoppedOrKilledIsGoneOnWithToTheSameBytes() throws Exception {
        String list = list("list.csv", rows(ROWS_FOR_SECONDS));
        Path expected = folder.resolve("expected.csv");
        assertThat(run(command(list, expected)).status()).isZero();
        Path output = folder.resolve("advice.csv");
        Path partial = folder.resolve(".advice.csv.partial");
        Path journal = folder.resolve(".advice.csv.journal");
        Path temporary = folder.resolve("temporary");
        Path err = folder.resolve("err.txt");

        Process reading = start(command(list, output), temporary, err);
        waitFor(partial, reading);
        reading.destroy();

        assertThat(statusOf(reading)).isEqualTo(143);
        assertThat(err)
                .content()
                .containsPattern(
                        "Stopped after [0-9,]+ rows, before the first customer was written; nothing is kept\\.\n$");
        assertThat(List.of(output, partial, journal)).noneMatch(Files::exists);
        assertThat(names(temporary)).isEmpty();

        Process stopped = start(command(list, output, "--threads", "1"), temporary, err);
        waitFor(journal, stopped);
        stopped.destroy();

        assertThat(statusOf(stopped)).isEqualTo(143);
        assertThat(err)
                .content()
                .containsPattern("Stopped after [0-9,]+ customers, which are [0-9]+ % of the rows\\."
                        + " The same command with --resume continues from there\\.\n$");
        assertThat(output).doesNotExist();
        assertThat(names(temporary)).isEmpty();

        String before = Files.readString(journal);
        Process killed = start(command(list, output, "--resume", "--threads", "1"), temporary, err);
        while (killed.isAlive()
                && Files.exists(journal)
                && Files.readString(journal).equals(before)) {
            Thread.sleep(5);
        }
        killed.destroyForcibly();
        assertThat(statusOf(killed)).isEqualTo(137);
        assertThat(output).doesNotExist();

        assertRefused(
                run(command(list, output, "--resume", "--customer", "c000001")),
                "choice of customers changed since the run that was stopped (then all, now c000001)");
        Path rules = RulesCopy.in(folder.resolve("rules"));
        RulesCopy.replace(rules.resolve("policy.yaml"), "nearExpiryDays: 30", "nearExpiryDays: 31");
        assertRefused(
                run(command(list, output, "--resume", "--rules", rules.toString())),
                "rules changed since the run that was stopped (then [0-9a-f]{64}, now [0-9a-f]{64})");
        String rows = Files.readString(Path.of(list));
        Files.writeString(Path.of(list), rows.replace("c033332,", "c033331,"));
        assertRefused(
                run(command(list, output, "--resume")),
                "lists changed since the run that was stopped (then .* bytes, checksum [0-9a-f]+), now .*)");
        Files.writeString(Path.of(list), rows);

        WorkingFiles files = WorkingFiles.of(output);
        Journal whole = Objects.requireNonNull(Journal.read(journal, NewFile.at(files.fresh())), "journal");
        new Journal(whole.run(), 999_999_999_999_999_999L, whole.bytes(), whole.checksum()).write(files);
        Cli.Outcome forged = run(command(list, output, "--resume"));
        assertThat(forged.status()).isEqualTo(2);
        assertThat(forged.err())
                .endsWith("--resume: found 999,999,999,999,999,999 customers written already, expected no more than the"
                        + " 53,334 of the lists\nMaybe start anew without --resume\n");
        whole.write(files);

        Cli.Outcome resumed = run(command(list, output, "--resume"));
        assertThat(resumed.status()).isZero();
        assertThat(resumed.err()).containsPattern("--resume: continuing after [0-9,]+ customers\n");
        assertThat(output).hasSameBinaryContentAs(expected);
        assertThat(names(folder)).doesNotContain(".advice.csv.journal", ".advice.csv.partial");
    }

    private static void assertRefused(Cli.Outcome outcome, String what) {
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .containsPattern(
                        "--resume: found the " + what.replace("(", "\\(").replace(")", "\\)")
                                + ", expected the same\nMaybe start anew without --resume\n$");
    }

    @Test
    void resumeWithoutAStoppedRunStartsWithTheFirstCustomer() throws IOException {
        String list = list("list.csv", rows(3));
        Path output = folder.resolve("advice.csv");

        Cli.Outcome outcome = run(command(list, output, "--resume"));

        assertThat(outcome)
                .isEqualTo(new Cli.Outcome(
                        0, "", "--resume: found no run to continue; this one starts with the first customer\n"));
        assertThat(output).content(StandardCharsets.UTF_8).contains("c000000,Customer 0");
        assertThat(Cli.run("advise", list, "--resume"))
                .isEqualTo(new Cli.Outcome(
                        2,
                        "",
                        "--resume: found no --output FILE with --format csv or jsonl, expected both: other output is"
                                + " written as a whole\n"));
    }

    @Test
    void aRuleThatCostsTheSpeedIsNamedUnlessItIsToBeQuiet() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules"));
        Files.createDirectories(rules.resolve("calls"));
        Files.writeString(rules.resolve("calls/calls.drl"), """
                package calls;

                rule "CAL-010 Whoever has many seats is one too many"
                    @source( "House rule (2026)" )
                when
                    $original : Subscription( seats >= 90 )
                    exists Subscription( seats > $original.seats )
                then
                    recommend( MOVE_MANUALLY, $original );
                end
                """);
        String list = list("list.csv", rows(2_000));
        String[] args = {
            "advise", list, "--as-of", "2026-11-20", "--format", "jsonl", "--rules", rules.toString(), "--threads", "2"
        };

        Cli.Outcome outcome = Cli.run(args);

        assertThat(outcome.err())
                .isEqualTo("calls/calls.drl:3: found that rule CAL-010 may look at several customers, expected"
                        + " conditions that are tied to one; customers are evaluated one at a time, which takes up"
                        + " to twice as long\nMaybe join them, such as $customer : Customer( ) and Subscription("
                        + " customer == $customer )\n");
        assertThat(outcome.out().lines()).hasSize(667);
        String[] quiet = Stream.concat(Stream.of(args), Stream.of("--quiet")).toArray(String[]::new);
        assertThat(Cli.run(quiet)).isEqualTo(new Cli.Outcome(0, outcome.out(), ""));
        String alone = list("alone.csv", rows(2_000).subList(90, 93));
        args[1] = alone;
        assertThat(outcome.out()).contains(Cli.run(args).out());
    }
}
