package org.migrationadvisor.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;

/** A file that appears under its name only when it is complete; without a name, standard output. */
class OutputFile implements AutoCloseable {
    private static final int MOST_LINKS = 40;

    private final @Nullable Path target;
    private final @Nullable PartialFile partial;
    private final OutputStream stream;
    private final Thread atTheEnd = new Thread(this::discard);

    /** Thrown where nobody reads any more what is written, as behind {@code | head}. */
    static final class UnreadException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Output to be written.
     *
     * @param target what to name in messages; null for standard output
     * @param partial what grows until it is complete; null where the stream is the output itself
     */
    OutputFile(@Nullable Path target, @Nullable PartialFile partial, OutputStream stream) {
        this.target = target;
        this.partial = partial;
        this.stream = stream;
    }

    /**
     * Opens the file. Where the name is a link, the file that it leads to is written; a device or a pipe is written at
     * once.
     *
     * @throws UsageException if it cannot be written
     */
    static OutputFile open(@Nullable Path target, PrintStream standardOutput) {
        if (target == null) {
            return new OutputFile(null, null, standardOutput);
        }
        folder(target);
        try {
            if (isDevice(target)) {
                return new OutputFile(target, null, buffered(Files.newOutputStream(target, StandardOpenOption.WRITE)));
            }
            PartialFile partial = PartialFile.open(target, WorkingFiles.of(leadsTo(target)));
            partial.startAnew();
            OutputFile file = new OutputFile(target, partial, buffered(partial));
            Runtime.getRuntime().addShutdownHook(file.atTheEnd);
            return file;
        } catch (IOException cannotWrite) {
            throw unwritable(target, cannotWrite);
        }
    }

    static OutputStream buffered(OutputStream file) {
        return new BufferedOutputStream(file, 1 << 16);
    }

    /** Whether it is there and no file that can be replaced. */
    static boolean isDevice(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    /** The file itself, where the name is a link; it need not be there yet. */
    static Path leadsTo(Path target) throws IOException {
        Path file = target;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(target.toString());
            }
            file = file.toAbsolutePath().resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    /**
     * The folder of a file to write to.
     *
     * @throws UsageException if it is clear already that the file cannot be written
     */
    static Path folder(Path target) {
        if (Files.isDirectory(target)) {
            throw new UsageException(SafeText.name(target) + ": found a folder, expected a file to write to");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new UsageException(
                    SafeText.name(target) + ": found a file that may not be written, expected one that may");
        }
        return Objects.requireNonNull(target.toAbsolutePath().getParent(), "folder");
    }

    static UsageException unwritable(Path target, IOException cause) {
        return new UsageException(
                SafeText.name(target) + ": found " + reason(cause, folder(target)) + ", expected a file to write to");
    }

    private static String reason(IOException cannotWrite, Path folder) {
        if (cannotWrite instanceof NoSuchFileException) {
            return "no folder " + SafeText.name(folder);
        }
        if (cannotWrite instanceof AccessDeniedException) {
            return "no permission to write in the folder " + SafeText.name(folder);
        }
        if (cannotWrite instanceof FileSystemLoopException) {
            return "links that lead in a circle";
        }
        return "that it cannot be written (" + SafeText.shown(String.valueOf(cannotWrite.getMessage())) + ")";
    }

    /** Writes a text; without a target, to standard output. */
    static void write(@Nullable Path target, PrintStream standardOutput, String text) throws IOException {
        try (OutputFile file = open(target, standardOutput)) {
            file.stream().write(text.getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
    }

    String name() {
        return target == null ? "standard output" : SafeText.name(target);
    }

    OutputStream stream() {
        return stream;
    }

    /**
     * Begins to write what a run makes.
     *
     * @param run what decides the bytes, as lines {@code name: value}
     * @return how many customers an earlier run has written, whose advice is there already
     */
    long begin(List<String> run) {
        return 0;
    }

    /**
     * Takes note that the stream has all of so many customers, and nothing of the next.
     *
     * @throws UnreadException if nobody reads standard output any more, so that going on would be for nothing
     */
    void reached(long customers) throws IOException {
        if (stream instanceof PrintStream standardOutput && standardOutput.checkError()) {
            throw new UnreadException();
        }
    }

    /** Sees to it that a later run can go on behind the last customer, if it can at all. Returns whether it can. */
    boolean keep() {
        return canGoOn();
    }

    /** Whether a later run can go on with what is there. */
    boolean canGoOn() {
        return false;
    }

    /** Makes the file appear under its name. */
    void complete() throws IOException {
        stream.flush();
        if (target != null && partial != null) {
            partial.appearAs(leadsTo(target));
        }
    }

    /** Removes what is not complete. */
    @Override
    public void close() throws IOException {
        if (target != null && partial == null) {
            stream.close();
        }
        if (partial != null) {
            discard();
            partial.close();
            removeHook();
        }
    }

    private void discard() {
        try {
            if (partial != null) {
                partial.delete();
            }
        } catch (IOException staysForTheNextRun) {
            return;
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            return;
        }
    }
}
