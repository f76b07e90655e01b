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
        int status = new Advisor(System.in, out, err, Terminal.ofProcess()).run(args);
        out.flush();
        if (status != ExitStatus.DONE) {
            System.exit(status);
        }
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean flushLines) {
        BufferedOutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
        return new PrintStream(buffered, flushLines, StandardCharsets.UTF_8);
    }
}
