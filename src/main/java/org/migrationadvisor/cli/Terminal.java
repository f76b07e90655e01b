package org.migrationadvisor.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal.
 *
 * @param present whether a person sees the output
 * @param width how many columns it has
 * @param colour whether it takes ANSI colours
 */
record Terminal(boolean present, int width, boolean colour) {
    static final int DEFAULT_WIDTH = 100;

    private static final Pattern SIZE = Pattern.compile("[0-9]+ ([0-9]+)\\s*");

    /** No terminal: output goes to a file or a pipe. */
    static Terminal none() {
        return new Terminal(false, DEFAULT_WIDTH, false);
    }

    /** The terminal of this process; {@code COLUMNS} and what the environment says of colours are heeded. */
    static Terminal ofProcess(Surroundings surroundings) {
        boolean present = isTerminal(System.console());
        return new Terminal(present, width(surroundings.variable("COLUMNS"), present), colour(surroundings, present));
    }

    /** As {@code no-color.org} and {@code bixense.com/clicolors} have it: what forbids colours counts first. */
    static boolean colour(Surroundings surroundings, boolean present) {
        if (!surroundings.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = surroundings.variable("CLICOLOR_FORCE");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return present
                && !surroundings.variable("TERM").equals("dumb")
                && !surroundings.variable("CLICOLOR").equals("0");
    }

    /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    private static int width(String columns, boolean present) {
        if (columns.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(columns);
        }
        return present ? askTerminal() : DEFAULT_WIDTH;
    }

    private static int askTerminal() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = process.getInputStream()) {
                String size = new String(answer.readNBytes(64), StandardCharsets.US_ASCII);
                Matcher matcher = SIZE.matcher(size);
                boolean answered = process.waitFor(1, TimeUnit.SECONDS) && matcher.matches();
                int width = answered ? Integer.parseInt(matcher.group(1)) : 0;
                return width > 0 ? width : DEFAULT_WIDTH;
            }
        } catch (IOException noSuchProgram) {
            return DEFAULT_WIDTH;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return DEFAULT_WIDTH;
        }
    }
}
