package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every {@code console} block of the README is run, one after the other in a copy of the folders it names; a line of
 * three dots stands for output that is left out.
 */
class ReadmeTest {
    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n(.*?)```");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern COPIED = Pattern.compile("^(?=(my-)?(rules|samples)(/|$))");

    @TempDir
    private static Path copy;

    private record Example(String command, String output) {
        boolean isOurs() {
            return command.startsWith("advisor ");
        }
    }

    @BeforeAll
    static void copyFolders() throws IOException {
        for (String folder : List.of("rules", "samples")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> commandsOfTheReadmePrintWhatItShows() throws IOException {
        return examples().stream().map(example -> dynamicTest(example.command(), () -> assertShown(example)));
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = CONSOLE.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            for (String part : block.group(1).split("(?m)^\\$ ", -1)) {
                int lineEnd = part.indexOf('\n');
                if (lineEnd > 0) {
                    examples.add(new Example(part.substring(0, lineEnd), part.substring(lineEnd + 1)));
                }
            }
        }
        return examples;
    }

    private static void assertShown(Example example) throws IOException, InterruptedException {
        String printed = (example.isOurs() ? run(example.command()) : shell(example.command()))
                .replace(copy + File.separator, "");
        int from = 0;
        for (String part : example.output().split("(?m)^\\.\\.\\.\n", -1)) {
            assertThat(printed.substring(from)).contains(part);
            from = printed.indexOf(part, from) + part.length();
        }
        if (!example.output().endsWith("...\n")) {
            assertThat(printed.substring(from)).isBlank();
        }
    }

    private static String run(String command) {
        List<String> arguments = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            arguments.add(
                    word.group(1) != null
                            ? word.group(1)
                            : COPIED.matcher(word.group(2))
                                    .replaceFirst(Matcher.quoteReplacement(copy + File.separator)));
        }
        Cli.Outcome outcome = Cli.run(arguments.subList(1, arguments.size()).toArray(String[]::new));
        return outcome.out() + outcome.err();
    }

    /** Runs a command of the system, such as one that copies a file. */
    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(printed).isZero();
        return printed;
    }

    @Test
    void javaOfTheReadmeIsThatOfATest() throws IOException {
        String test = withoutIndentation(
                Files.readString(Path.of("src/test/java/org/migrationadvisor/ReadmeExampleTest.java")));
        Matcher block = JAVA.matcher(Files.readString(Path.of("README.md")));

        assertThat(block.find()).isTrue();
        do {
            assertThat(test).contains(withoutIndentation(block.group(1)));
        } while (block.find());
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
