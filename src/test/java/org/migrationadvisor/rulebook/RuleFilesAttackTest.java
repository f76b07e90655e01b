package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Parser;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/** Rules folders made to use up memory or time, each loaded with a small heap: refused with a place, or loaded. */
@Tag("attack")
class RuleFilesAttackTest {
    private static final Path EXPECTED =
            Path.of("src/test/resources/org/migrationadvisor/rulebook/rule-file-attempts.txt");

    @TempDir
    private Path temporary;

    @TestFactory
    @Timeout(600)
    Stream<DynamicTest> noFolderUsesUpTheMemoryOfAService() throws Exception {
        Path output = run(RuleFileAttempts.class, 400);
        if (Boolean.getBoolean("golden.update")) {
            Files.copy(output, EXPECTED, StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, String> found = results(output);
        Map<String, String> expected = results(EXPECTED);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        return expected.entrySet().stream()
                .map(attempt ->
                        dynamicTest("rule files: " + attempt.getKey(), () -> assertThat(found.get(attempt.getKey()))
                                .isEqualTo(attempt.getValue())));
    }

    /** Any one character, as often as a file may hold it, leads to neither exhausted memory nor a defect. */
    @TestFactory
    @Timeout(600)
    Stream<DynamicTest> aFileOfOneCharacterTakesNoMoreThanAHundredMegabytes() throws Exception {
        Map<String, String> found = results(run(OneCharacterAttempts.class, 100));
        assertThat(found.keySet()).containsExactlyElementsOf(OneCharacterAttempts.FILES);
        return found.entrySet().stream()
                .map(file -> dynamicTest(
                        "rule files: 4 MiB of any one character as " + file.getKey(),
                        () -> assertThat(file.getValue()).isEqualTo("refused or loaded")));
    }

    /** Runs a program of attempts to its end, and returns what it printed. */
    private Path run(Class<?> attempts, int megabytes) throws Exception {
        Path output = temporary.resolve(attempts.getSimpleName() + ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        attempts.getName())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private static Map<String, String> results(Path file) throws IOException {
        Map<String, String> results = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", 2);
            results.put(parts[0], parts[1]);
        }
        return results;
    }

    /** Work is counted in bytes allocated, which do not depend on what else the machine does. */
    private static long allocatedFor(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SourceFile file = new SourceFile("many.drl", text);
        long before = threads.getCurrentThreadAllocatedBytes();
        Parser.parse(file, new Problems());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    @DisplayName("rule files: four times as much to read is four times the work")
    void parsingIsLinear() {
        for (String part :
                List.of("rule ", "rule\n", "rule \"\n", "@a(b)\n", "( ", "\u00A7 ", "end ", "$a : b( c )\n")) {
            allocatedFor(part.repeat(1_000));
            long once = allocatedFor(part.repeat(20_000));
            long fourTimes = allocatedFor(part.repeat(80_000));

            assertThat(fourTimes).as(part).isLessThan(6 * once + (1 << 20));
        }
    }

    @Test
    @DisplayName("rule files: the first 100 problems of a file, and how many more there are")
    void problemsAreCapped() throws IOException {
        String rules = "package many;\n" + "rule \"A\" then\n".repeat(30_000);
        RulesFolder folder = RulesFolder.read(RuleFileAttempts.BOOK).with("many/many.drl", rules);

        try {
            Rulebook.load(folder);
            assertThat(folder).as("loads").isNull();
        } catch (RulebookException refused) {
            assertThat(refused.problems()).hasSize(100);
            assertThat(refused.getMessage()).endsWith("\n\n... and 29,900 more problems.");
        }
    }
}
