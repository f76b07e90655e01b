package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A copy of the bundled rules to be changed. */
final class RulesCopy {
    private static final Path RULES = Path.of("rules");

    private RulesCopy() {}

    static Path in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(RULES.relativize(file).toString());
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
