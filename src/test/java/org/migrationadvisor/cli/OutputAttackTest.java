package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Nothing is written over what is read, or over what is not the program's own. */
@Tag("attack")
@DisabledOnOs(OS.WINDOWS)
class OutputAttackTest {
    private static final String LIST = "customer_id,subscription_id,program,seats\nc1,s1,ea,5\nc2,s2,ea,many\n";

    @TempDir
    private Path root;

    /** Prepares a folder with list, rules and catalog; gives the file to write to. */
    private interface Attempt {
        Path target(Path folder) throws IOException;
    }

    private static Map<String, Attempt> attempts() {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        attempts.put("the list", folder -> folder.resolve("list.csv"));
        attempts.put("the list, on a detour", folder -> folder.resolve("rules/../list.csv"));
        attempts.put(
                "the list, by a relative path",
                folder -> Path.of("").toAbsolutePath().relativize(folder.resolve("list.csv")));
        attempts.put("a link to the list", folder -> link(folder.resolve("link.csv"), folder.resolve("list.csv")));
        attempts.put(
                "a link to a link to the list",
                folder -> link(folder.resolve("two.csv"), link(folder.resolve("one.csv"), folder.resolve("list.csv"))));
        attempts.put(
                "another name of the list",
                folder -> Files.createLink(folder.resolve("name.csv"), folder.resolve("list.csv")));
        attempts.put("the list in a linked folder", folder -> link(folder.resolve("same"), folder)
                .resolve("list.csv"));
        attempts.put("the catalog", folder -> folder.resolve("catalog.csv"));
        attempts.put("a rule file", folder -> folder.resolve("rules/policy.yaml"));
        attempts.put("a new file in the rules folder", folder -> folder.resolve("rules/advice.csv"));
        attempts.put("a new file in a topic of the rules folder", folder -> folder.resolve("rules/timing/advice.csv"));
        attempts.put("a new file in the linked rules folder", folder -> link(
                        folder.resolve("linked"), folder.resolve("rules"))
                .resolve("advice.csv"));
        attempts.put(
                "another name of a rule file",
                folder -> Files.createLink(folder.resolve("name.csv"), folder.resolve("rules/policy.yaml")));
        attempts.put(
                "a link into the rules folder that leads nowhere yet",
                folder -> link(folder.resolve("later.csv"), folder.resolve("rules/later.csv")));
        attempts.put(
                "a link in the rules folder that leads out of it",
                folder -> link(folder.resolve("rules/out.csv"), folder.resolve("elsewhere.csv")));
        attempts.put("the name of a partial file", folder -> folder.resolve(".advice.csv.partial"));
        attempts.put("the name of a journal", folder -> folder.resolve(".advice.csv.journal"));
        attempts.put(
                "a link to the name of a journal",
                folder -> link(folder.resolve("link.csv"), folder.resolve(".advice.csv.journal")));
        attempts.put("a file whose partial file is the list", folder -> {
            Files.move(folder.resolve("list.csv"), folder.resolve(".advice.csv.partial"));
            link(folder.resolve("list.csv"), folder.resolve(".advice.csv.partial"));
            return folder.resolve("advice.csv");
        });
        return attempts;
    }

    private static Path link(Path link, Path to) throws IOException {
        return Files.createSymbolicLink(link, to);
    }

    @TestFactory
    Stream<DynamicTest> anOutputThatIsInUseIsRefusedAndNothingIsTouched() {
        return Stream.of("--output", "--rejects").flatMap(option -> attempts().entrySet().stream()
                .map(attempt -> DynamicTest.dynamicTest("outputs: " + option + " is " + attempt.getKey(), () -> {
                    Path folder = prepared((option + attempt.getKey()).replaceAll("\\W", "-"));
                    Path target = attempt.getValue().target(folder);

                    assertRefused(folder, option, target, option, target.toString());
                })));
    }

    @TestFactory
    Stream<DynamicTest> outputAndRejectsAreTwoFiles() {
        Map<String, Attempt> rejects = new LinkedHashMap<>();
        rejects.put("the same", folder -> folder.resolve("advice.csv"));
        rejects.put("the same, on a detour", folder -> folder.resolve("rules/../advice.csv"));
        rejects.put("the same in other letters", folder -> folder.resolve("Advice.CSV"));
        rejects.put("a link to it", folder -> link(folder.resolve("link.csv"), folder.resolve("advice.csv")));
        return rejects.entrySet().stream()
                .map(attempt ->
                        DynamicTest.dynamicTest("outputs: --rejects and --output are " + attempt.getKey(), () -> {
                            Path folder = prepared("both-" + attempt.getKey().replaceAll("\\W", "-"));
                            Path target = attempt.getValue().target(folder);

                            assertRefused(
                                    folder,
                                    "--rejects",
                                    target,
                                    "--output",
                                    folder.resolve("advice.csv").toString(),
                                    "--rejects",
                                    target.toString());
                        }));
    }

    private Path prepared(String name) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name)).toRealPath();
        Files.writeString(folder.resolve("list.csv"), LIST);
        Files.writeString(folder.resolve("catalog.csv"), "Product_Display_Name\n");
        RulesCopy.in(folder.resolve("rules"));
        return folder;
    }

    private static void assertRefused(Path folder, String option, Path target, String... more) throws IOException {
        Map<String, String> before = contents(folder);
        List<String> args = new ArrayList<>(List.of(
                "advise",
                folder.resolve("list.csv").toString(),
                "--rules",
                folder.resolve("rules").toString(),
                "--catalog",
                folder.resolve("catalog.csv").toString(),
                "--format",
                "csv"));
        args.addAll(List.of(more));

        Cli.Outcome outcome = Cli.run(args.toArray(String[]::new));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(option + ": found ").contains(", expected ");
        assertThat(outcome.err().lines().count()).isEqualTo(1);
        assertThat(contents(folder)).isEqualTo(before);
        assertThat(target.toString()).isNotEmpty();
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !Files.isDirectory(file)).forEach(file -> contents.put(file.toString(), read(file)));
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Files.getAttribute(file, "unix:ino") + Files.readString(file)
                    : "-> " + Files.readSymbolicLink(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theReasonIsNamed() throws IOException {
        Path folder = prepared("named");
        Path rules = folder.resolve("rules");
        String list = folder.resolve("list.csv").toString();
        String detour = folder.resolve("rules/../list.csv").toString();

        assertThat(Cli.run("advise", list, "--output", detour).err())
                .isEqualTo("--output: found " + detour + ", which is a list that is read (" + list
                        + "), expected a file of its own\n");
        assertThat(Cli.run(
                                "check",
                                rules.toString(),
                                "--output",
                                rules.resolve("a.json").toString())
                        .err())
                .isEqualTo("--output: found " + rules.resolve("a.json") + ", which lies in " + rules
                        + ", the rules folder in use, expected a file of its own\n");
        assertThat(Cli.run("advise", list, "--output", folder + "/.a.partial").err())
                .isEqualTo("--output: found " + folder + "/.a.partial, a name for what a run keeps beside its output,"
                        + " expected another name\n");
    }

    @TestFactory
    Stream<DynamicTest> everyVerbThatWritesAFileRefusesItsRules() throws IOException {
        Path folder = prepared("verbs");
        String rules = folder.resolve("rules").toString();
        String list = folder.resolve("list.csv").toString();
        Map<String, List<String>> verbs = Map.of(
                "advise", List.of(list, "--rules", rules),
                "explain", List.of(list, "--rules", rules, "--customer", "c1"),
                "diff", List.of(list, "--rules", rules),
                "check", List.of(rules),
                "test", List.of(rules),
                "gaps", List.of(rules),
                "mutate", List.of(rules));
        TreeSet<String> writing = new TreeSet<>();
        for (Class<?> verb : Advisor.VERBS) {
            CommandLine.Model.CommandSpec spec = new CommandLine(verb).getCommandSpec();
            if (spec.findOption("--output") != null) {
                writing.add(spec.name());
            }
        }
        assertThat(writing).isEqualTo(new TreeSet<>(verbs.keySet()));
        return verbs.entrySet().stream()
                .map(verb -> DynamicTest.dynamicTest("outputs: " + verb.getKey() + " into its rules", () -> {
                    Map<String, String> before = contents(folder);
                    List<String> args = new ArrayList<>(List.of(verb.getKey()));
                    args.addAll(verb.getValue());
                    args.addAll(List.of("--output", rules + "/policy.yaml"));

                    Cli.Outcome outcome = Cli.run(args.toArray(String[]::new));

                    assertThat(outcome.err()).startsWith("--output: found " + rules + "/policy.yaml, which lies in ");
                    assertThat(outcome.status()).isEqualTo(2);
                    assertThat(contents(folder)).isEqualTo(before);
                }));
    }

    private static Map<String, Attempt> plants() {
        Map<String, Attempt> plants = new LinkedHashMap<>();
        plants.put("a link", folder -> link(folder.resolve("plant"), folder.resolve("precious")));
        plants.put("a link that leads nowhere", folder -> link(folder.resolve("plant"), folder.resolve("nowhere")));
        plants.put("a hard link", folder -> Files.createLink(folder.resolve("plant"), folder.resolve("precious")));
        plants.put("a folder", folder -> Files.createDirectory(folder.resolve("plant")));
        plants.put("a pipe", folder -> {
            run("mkfifo", folder.resolve("plant").toString());
            return folder.resolve("plant");
        });
        plants.put("a file of another user", folder -> {
            Path plant = Files.writeString(folder.resolve("plant"), "planted");
            run("chown", "65534", plant.toString());
            return plant;
        });
        return plants;
    }

    /** Skips the attempt where it is not possible. */
    private static void run(String... command) throws IOException {
        try {
            assumeTrue(new ProcessBuilder(command).start().waitFor() == 0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsPlantedForThePartialFileIsRefused() {
        return Stream.of("", "--resume").flatMap(resume -> plants().entrySet().stream()
                .map(plant ->
                        DynamicTest.dynamicTest("partial files: " + plant.getKey() + " in its place " + resume, () -> {
                            Path folder = Files.createDirectories(root.resolve(
                                    "plant" + resume + plant.getKey().replaceAll("\\W", "-")));
                            Path precious = Files.writeString(folder.resolve("precious"), "kept");
                            Path list = Files.writeString(folder.resolve("list.csv"), LIST);
                            Files.move(
                                    plant.getValue().target(folder),
                                    folder.resolve(".advice.csv.partial"),
                                    LinkOption.NOFOLLOW_LINKS);
                            List<String> args = new ArrayList<>(List.of(
                                    "advise", list.toString(), "--output", folder + "/advice.csv", "--format", "csv"));
                            args.addAll(resume.isEmpty() ? List.of() : List.of(resume));

                            Cli.Outcome outcome = Cli.run(args.toArray(String[]::new));

                            assertThat(outcome.status()).isEqualTo(2);
                            assertThat(outcome.err())
                                    .startsWith(folder + "/.advice.csv.partial: found ")
                                    .endsWith(", expected no file, or what a run of yours has left\nMaybe remove it, or"
                                            + " name another output\n");
                            assertThat(precious).hasContent("kept");
                            assertThat(folder.resolve("nowhere")).doesNotExist();
                            assertThat(folder.resolve("advice.csv")).doesNotExist();
                        })));
    }
}
