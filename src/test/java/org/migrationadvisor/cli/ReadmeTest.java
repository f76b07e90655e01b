package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every {@code console} block of the README and of the pages beside it is run, those of one page one after the other in a
 * copy of the folders they name; a line of three dots stands for output that is left out.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n(.*?)```");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern RULE = Pattern.compile("(?s)```\n(rule \".*?)```");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern COPIED = Pattern.compile("^(?=(my-)?(rules|samples)(/|$))");

    private record Example(String command, String output) {
        boolean isOurs() {
            return command.startsWith("advisor ");
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(README), docs.sorted()).toList();
        }
    }

    @TestFactory
    Stream<DynamicContainer> commandsOfEachPagePrintWhatItShows(@TempDir Path folder) throws IOException {
        List<DynamicContainer> containers = new ArrayList<>();
        for (Path page : pages()) {
            Path copy = folder.resolve(page.getFileName());
            copyFolders(copy);
            containers.add(dynamicContainer(
                    page.toString(),
                    examples(page).stream()
                            .map(example -> dynamicTest(example.command(), () -> assertShown(example, copy)))));
        }
        return containers.stream();
    }

    private static void copyFolders(Path copy) throws IOException {
        Files.createDirectory(copy);
        for (String folder : List.of("rules", "samples")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file));
                }
            }
        }
    }

    private static List<Example> examples(Path page) throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = CONSOLE.matcher(Files.readString(page));
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

    private static void assertShown(Example example, Path copy) throws IOException, InterruptedException {
        String printed = (example.isOurs() ? run(example.command(), copy) : shell(example.command(), copy))
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

    private static String run(String command, Path copy) {
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
    private static String shell(String command, Path copy) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(printed).isZero();
        return printed;
    }

    @Test
    void javaOfThePagesIsThatOfATest() throws IOException {
        String test = withoutIndentation(
                Files.readString(Path.of("src/test/java/org/migrationadvisor/ReadmeExampleTest.java")));
        List<String> blocks = new ArrayList<>();
        for (Path page : pages()) {
            JAVA.matcher(Files.readString(page)).results().forEach(block -> blocks.add(block.group(1)));
        }

        assertThat(blocks).hasSizeGreaterThan(2).allSatisfy(block -> assertThat(test)
                .contains(withoutIndentation(block)));
    }

    @Test
    void rulesOfThePagesAreThoseOfTheRulesFolder() throws IOException {
        String rules = Files.readString(Path.of("rules/timing/expiry.drl"));
        List<String> shown = new ArrayList<>();
        for (Path page : pages()) {
            RULE.matcher(Files.readString(page)).results().forEach(block -> shown.add(block.group(1)));
        }

        assertThat(shown).hasSizeGreaterThan(1).allSatisfy(rule -> assertThat(rules)
                .contains(rule));
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    @Test
    void theReadmeIsReadInFiveMinutes() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(250);
    }

    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        assertThat(links(README))
                .containsAll(pages().stream().skip(1).map(Path::toString).toList());
    }

    @TestFactory
    Stream<DynamicTest> linksOfThePagesLeadSomewhere() throws IOException {
        return Stream.concat(pages().stream(), Stream.of(Path.of("samples/README.md"), Path.of("benchmarks/README.md")))
                .map(page -> dynamicTest(page.toString(), () -> assertThat(links(page))
                        .allSatisfy(link -> assertThat(leadsSomewhere(page, link))
                                .describedAs(link)
                                .isTrue())));
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll("code"))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("https://"))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    /** The names that GitHub gives to the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
