package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A copy of rules to be changed. */
final class RulesCopy {
    private static final Path RULES = Path.of("rules");
    private static final Path SMALL_BOOK = Path.of("src/test/resources/org/migrationadvisor/workbench/check/book");

    private RulesCopy() {}

    /** Copies the bundled rules. */
    static Path in(Path folder) throws IOException {
        return of(RULES, folder);
    }

    /** Copies a book of four rules, which does not change when the bundled rules do. */
    static Path ofSmallBook(Path folder) throws IOException {
        return of(SMALL_BOOK, folder);
    }

    private static Path of(Path rules, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(rules.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }

    static void replace(Path file, String text, String other) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(text);
        Files.writeString(
                file,
                content.replaceFirst(
                        java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(other)));
    }

    static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
