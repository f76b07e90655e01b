package org.migrationadvisor.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/**
 * A small book of rules, files to be put into it that make it a bad one, and beside each of them the text that is
 * expected of the program. The folder of such a file says where in the book it goes, or the file itself, as one of several
 * in a text.
 */
final class BookFiles {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    static final Path FOLDER = Path.of("src/test/resources/org/migrationadvisor/workbench/check");
    private static final Map<String, String> TARGETS = Map.of(
            "rules", "probe/probe.drl",
            "timing", "timing/expiry.drl",
            "definitions", "definitions/probe.drl",
            "policy", "policy.yaml",
            "recommendations", "recommendations.yaml",
            "messages-en", "messages/en.yaml",
            "messages-de", "messages/de.yaml",
            "offers", "offers.csv",
            "facts", "facts.yaml",
            "cases", "timing/expiry.cases.yaml");

    private BookFiles() {}

    static RulesFolder book() throws IOException {
        return RulesFolder.read(FOLDER.resolve("book"));
    }

    /** All files of a kind, {@code broken} or {@code hostile}. */
    static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(kind))) {
            return files.filter(file -> file.toString().matches(".*\\.(drl|yaml|csv|files)"))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path file) {
        return FOLDER.relativize(file).toString();
    }

    static RulesFolder bookWith(Path file) throws IOException {
        String text = Files.readString(file, UTF_8);
        if (file.toString().endsWith(".files")) {
            return bookWithFiles(text);
        }
        String folder = file.getName(file.getNameCount() - 2).toString();
        String target = Objects.requireNonNull(TARGETS.get(folder), folder);
        return book().with(target, text);
    }

    /** The book with several files, each of them after a line such as {@code >>> policy.yaml}. */
    private static RulesFolder bookWithFiles(String text) throws IOException {
        RulesFolder folder = book();
        for (String part : text.split("(?m)^>>> ", -1)) {
            String[] file = part.split("\n", 2);
            if (file.length == 2) {
                folder = folder.with(file[0], file[1]);
            }
        }
        return folder;
    }

    static void assertExpected(Path file, String found) throws IOException {
        Path expected = file.resolveSibling(file.getFileName() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found, UTF_8);
        }
        assertThat(found)
                .as("%s%nMaybe the new text is right: run the test with -Dgolden.update=true and read it.", name(file))
                .isNotEmpty()
                .isEqualTo(Files.readString(expected, UTF_8));
    }
}
