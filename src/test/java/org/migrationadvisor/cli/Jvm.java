package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command line in a process of its own. */
final class Jvm {

    /** No run takes that long, on however busy a machine. */
    private static final int MINUTES = 10;

    private Jvm() {}

    /** What starts the program with options of the JVM. */
    static List<String> command(List<String> options, List<String> args) {
        return command(Main.class, options, args);
    }

    /** What starts a main class with options of the JVM. */
    static List<String> command(Class<?> main, List<String> options, List<String> args) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(args);
        return command;
    }

    /** Runs the program to its end under a limit of the shell, such as {@code ulimit -n 8}. */
    static Cli.Outcome runUnder(String limit, List<String> options, List<String> args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", limit + " && exec \"$@\"", "sh"));
        command.addAll(command(options, args));
        Path out = Files.createTempFile("jvm", ".out");
        Path err = Files.createTempFile("jvm", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            return new Cli.Outcome(process.exitValue(), read(out), read(err)).withoutRules();
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
