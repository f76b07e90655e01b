package org.migrationadvisor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The program {@code advisor}. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        StandardOutput standardOutput = new StandardOutput();
        PrintStream out = stream(standardOutput, false);
        PrintStream err = stream(new FileOutputStream(FileDescriptor.err), true);
        int status = run(out, err, args);
        if (out.checkError() && status == ExitStatus.DONE && !standardOutput.isClosedByItsReader()) {
            err.println("standard output: found that it did not take all, expected room for it");
            status = ExitStatus.USAGE;
        }
        if (status != ExitStatus.DONE) {
            System.exit(status);
        }
    }

    private static int run(PrintStream out, PrintStream err, String... args) {
        try {
            Surroundings surroundings = Surroundings.ofProcess();
            return new Advisor(System.in, out, err, Terminal.ofProcess(surroundings), surroundings).run(args);
        } catch (LinkageError | TypeNotPresentException notLoaded) {
            err.println(
                    "The program: found that a part of it cannot be loaded (" + notLoaded + "), expected the whole jar"
                            + " and a limit of 64 open files or more\nMaybe ulimit -n 1024, or a fresh copy of the jar");
            return ExitStatus.LIMIT;
        }
    }

    private static PrintStream stream(OutputStream stream, boolean flushLines) {
        return new PrintStream(new BufferedOutputStream(stream, 1 << 16), flushLines, StandardCharsets.UTF_8);
    }

    /** Remembers why it could not be written: whoever ends a pipe has read enough, and a full disk has lost something. */
    private static final class StandardOutput extends FileOutputStream {
        private boolean closedByItsReader;

        StandardOutput() {
            super(FileDescriptor.out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                super.write(bytes, offset, length);
            } catch (IOException cannotWrite) {
                closedByItsReader = String.valueOf(cannotWrite.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains("pipe");
                throw cannotWrite;
            }
        }

        boolean isClosedByItsReader() {
            return closedByItsReader;
        }
    }
}
