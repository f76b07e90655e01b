package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.TerminalText;
import picocli.CommandLine.Option;

/** Where a verb writes to. */
final class OutputOption {

    @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable Path file;

    /** Whether a file was named. */
    boolean isFile() {
        return file != null;
    }

    /**
     * Opens the file that was named, else standard output.
     *
     * @throws UsageException if it cannot be written
     */
    OutputFile open(Advisor advisor) {
        return OutputFile.open(file, advisor.out());
    }

    /**
     * Opens the file that was named so that a run which is stopped can be gone on with; a device, or standard output, as
     * {@link #open}.
     *
     * @param resume whether to go on with an earlier run, if there is one
     * @throws UsageException if it cannot be written, or another run is writing it
     */
    OutputFile openResumable(Advisor advisor, boolean resume) {
        return file == null || OutputFile.isDevice(file) ? open(advisor) : ResumableFile.open(file, resume);
    }

    /** Writes a whole text there. */
    void write(Advisor advisor, String text) throws IOException {
        OutputFile.write(file, advisor.out(), text);
    }

    /** Whether colours are seen: a file shows none. */
    boolean colour(Advisor advisor) {
        return advisor.terminal().colour() && file == null;
    }

    /** An empty text of the terminal's width. */
    TerminalText text(Advisor advisor) {
        return new TerminalText(advisor.terminal().width(), colour(advisor));
    }
}
