package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every {@code console} block of the README is run; a line of three dots stands for output that is left out. */
class ReadmeTest {
    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n(.*?)```");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    private record Example(String command, String output) {}

    @TestFactory
    Stream<DynamicTest> commandsOfTheReadmePrintWhatItShows() throws IOException {
        return examples().stream().map(example -> dynamicTest(example.command(), () -> assertShown(example)));
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = CONSOLE.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            for (String part : block.group(1).split("(?m)^\\$ ", -1)) {
                if (part.startsWith("advisor ")) {
                    int lineEnd = part.indexOf('\n');
                    examples.add(new Example(part.substring(0, lineEnd), part.substring(lineEnd + 1)));
                }
            }
        }
        return examples;
    }

    private static void assertShown(Example example) {
        String[] words = example.command().split(" +", -1);
        String[] arguments = new String[words.length - 1];
        System.arraycopy(words, 1, arguments, 0, arguments.length);
        Cli.Outcome outcome = Cli.run(arguments);
        String printed = outcome.out() + outcome.err();
        int from = 0;
        for (String part : example.output().split("(?m)^\\.\\.\\.\n", -1)) {
            assertThat(printed.substring(from)).contains(part);
            from = printed.indexOf(part, from) + part.length();
        }
        if (!example.output().endsWith("...\n")) {
            assertThat(printed.substring(from)).isBlank();
        }
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
