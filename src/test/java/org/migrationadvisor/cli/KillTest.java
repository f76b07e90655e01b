package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the packaged program that are killed at random moments are continued to the same bytes and leave nothing. */
@Tag("attack")
@Tag("slow")
class KillTest {
    private static final Path JAR = Path.of("target", "advisor.jar");
    private static final int KILLS = 20;
    private static final int KILLS_IN_A_ROW = 4;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aLongList() throws Exception {
        return killed("1,000,000 rows", 1, 1_000_000);
    }

    @TestFactory
    Stream<DynamicTest> manySmallFiles() throws Exception {
        return killed("1,000 files of 100 rows", 1_000, 100);
    }

    private Stream<DynamicTest> killed(String what, int files, int rows) throws Exception {
        assertThat(JAR).as("mvn package makes it").exists();
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path outputs = Files.createDirectory(folder.resolve("outputs"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            names.add(list(lists.resolve(i + ".csv"), i * rows, rows));
        }
        Path expected = folder.resolve("expected.csv");
        long start = System.nanoTime();
        assertThat(start(names, expected, temporary).waitFor()).isZero();
        int milliseconds = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Path output = outputs.resolve("advice.csv");
        Random random = new Random(12);
        return IntStream.rangeClosed(1, KILLS).mapToObj(kill -> {
            int moment = random.nextInt(milliseconds);
            return DynamicTest.dynamicTest("kills: a run over " + what + " after " + moment + " ms", () -> {
                Process process = start(names, output, temporary, "--resume");
                if (!process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
                assertThat(process.waitFor()).isIn(0, 137);
                if (kill % KILLS_IN_A_ROW == 0) {
                    assertThat(start(names, output, temporary, "--resume").waitFor())
                            .isZero();
                    assertThat(output).hasSameBinaryContentAs(expected);
                    assertThat(names(outputs)).containsExactly("advice.csv");
                    assertThat(names(temporary)).isEmpty();
                    Files.delete(output);
                }
            });
        });
    }

    private static String list(Path file, int first, int rows) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("customer_id,relationship,subscription_id,program,offer_id,seats,status,end_date\n");
            for (int i = first; i < first + rows; i++) {
                text.write("c" + i * 7919L % 400_009 + ",none,s" + i + ",ea,SPE_E3," + (1 + i % 90)
                        + ",active,2026-12-1" + i % 10 + "\n");
            }
        }
        return file.toString();
    }

    private Process start(List<String> lists, Path output, Path temporary, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                JAR.toString(),
                "advise",
                "--as-of",
                "2026-11-20",
                "--quiet",
                "--output",
                output.toString()));
        command.addAll(List.of(more));
        command.addAll(lists);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("messages.txt").toFile())
                .start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
