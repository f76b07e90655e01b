package org.migrationadvisor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs the command line as a caller would, without a terminal, in the folder of the project. */
final class Cli {
    static final Surroundings PROJECT = new Surroundings(Path.of(""), Map.of());

    /** What a run left behind. */
    record Outcome(int status, String out, String err) {

        /** Without the lines that say which rules were used, as all runs do. */
        Outcome withoutRules() {
            return new Outcome(status, out, err.replaceAll("(?m)^Rules( before)?: .*\\R", ""));
        }
    }

    private Cli() {}

    static Outcome run(String... args) {
        return runWithInput("", args);
    }

    static Outcome runWithInput(String input, String... args) {
        return run(input, PROJECT, args).withoutRules();
    }

    /** A run with all that it said. */
    static Outcome runIn(Surroundings surroundings, String... args) {
        return run("", surroundings, args);
    }

    private static Outcome run(String input, Surroundings surroundings, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int status = new Advisor(in, outStream, errStream, Terminal.none(), surroundings).run(args);
            outStream.flush();
            return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
