package org.migrationadvisor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program {@code advisor}. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out, false);
        PrintStream err = stream(FileDescriptor.err, true);
        int status = run(out, err, args);
        out.flush();
        if (status != ExitStatus.DONE) {
            System.exit(status);
        }
    }

    private static int run(PrintStream out, PrintStream err, String... args) {
        try {
            return new Advisor(System.in, out, err, Terminal.ofProcess()).run(args);
        } catch (LinkageError | TypeNotPresentException notLoaded) {
            err.println(
                    "The program: found that a part of it cannot be loaded (" + notLoaded + "), expected the whole jar"
                            + " and a limit of 64 open files or more\nMaybe ulimit -n 1024, or a fresh copy of the jar");
            return ExitStatus.LIMIT;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean flushLines) {
        BufferedOutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
        return new PrintStream(buffered, flushLines, StandardCharsets.UTF_8);
    }
}
