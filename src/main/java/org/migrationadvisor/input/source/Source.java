package org.migrationadvisor.input.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;

/** Where a list comes from: a file, or standard input. */
public final class Source {

    /** The name that stands for standard input on the command line. */
    public static final String STANDARD_INPUT = "-";

    public static final String EXPECTED = "expected a list of customers as CSV, JSON, JSON Lines or .xlsx";

    /** As much of standard input is kept in memory, in bytes. */
    private static final int IN_MEMORY = 4 << 20;

    private final String argument;
    private final String name;
    private final @Nullable InputStream stream;
    private byte @Nullable [] kept;
    private @Nullable UnnamedFile copy;
    private @Nullable Measured measured;
    private @Nullable State state;
    private long size;

    /** What changes when somebody writes to a file or puts another in its place. */
    private record State(
            long bytes, FileTime written, @Nullable Object key) {
        static State of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /** Counts and sums up the bytes that are read. */
    private static final class Measured extends CheckedInputStream {
        private long count;

        Measured(InputStream in) {
            super(in, new CRC32C());
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int found = super.read(buffer, offset, length);
            count += Math.max(0, found);
            return found;
        }
    }

    private Source(String argument, @Nullable InputStream stream) {
        this.argument = argument;
        this.name = SafeText.name(argument);
        this.stream = stream;
    }

    /**
     * The source that an argument names. Nothing is opened yet.
     *
     * @param argument the path of a file, or {@code -} for standard input
     * @param standardInput read, and not closed, if the argument is {@code -}
     */
    public static Source of(String argument, InputStream standardInput) {
        Objects.requireNonNull(argument, "argument");
        Objects.requireNonNull(standardInput, "standardInput");
        return argument.equals(STANDARD_INPUT)
                ? new Source("<stdin>", new OnceReadable("<stdin>", () -> standardInput))
                : new Source(argument, pipe(argument));
    }

    /** The file at a path, named in messages as the path is written. */
    public static Source of(Path path) {
        return new Source(path.toString(), pipe(path.toString()));
    }

    /** What is neither a file nor a directory, such as a pipe, can be read once only; null if it is one of them. */
    private static @Nullable InputStream pipe(String argument) {
        try {
            Path path = Path.of(argument);
            boolean once = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
            return once ? new OnceReadable(SafeText.name(argument), () -> Files.newInputStream(path)) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The name in messages: the path as given and fit for messages, or {@code <stdin>}. */
    public String name() {
        return name;
    }

    /**
     * All bytes from the first on, as often as asked; for that standard input is kept in memory or, where it is long, in
     * a temporary file.
     *
     * @throws ListException if there is no such file or it cannot be opened
     */
    InputStream open() {
        try {
            if (stream != null) {
                keep(stream);
                UnnamedFile file = copy;
                return file != null
                        ? measured(file.bytes(), file.size())
                        : measured(new ByteArrayInputStream(Objects.requireNonNull(kept)), kept.length);
            }
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                throw new ListException(name + ": found a directory, " + EXPECTED);
            }
            return measured(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new ListException(name + ": found no such file, " + EXPECTED + nearbyFile(), e);
        } catch (AccessDeniedException e) {
            throw new ListException(name + ": found a file without the permission to read it, " + EXPECTED, e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream measured(Path path) throws IOException {
        if (state == null) {
            state = State.of(path);
        }
        return measured(Files.newInputStream(path), state.bytes());
    }

    /**
     * Makes sure, after the bytes have been read, that these are all there are, and the same as at the first time.
     *
     * @throws ListException if the file was written to meanwhile
     */
    public void requireUnchanged() throws IOException {
        if (state == null) {
            return;
        }
        State now = State.of(Path.of(argument));
        if (!now.equals(state)) {
            throw new ListException(
                    name + ": found it written to while it was read (" + Counted.of(state.bytes(), "byte")
                            + " at first, " + Counted.of(now.bytes(), "byte") + " then), expected it to stay as it is"
                            + "\nMaybe wait until it is complete, or read a copy");
        }
    }

    private InputStream measured(InputStream in, long bytes) {
        if (measured != null) {
            return in;
        }
        size = bytes;
        measured = new Measured(in);
        return measured;
    }

    /** How much of the bytes has been read the first time: from 0 to 1. */
    public double shareRead() {
        return measured == null || size == 0 ? 0 : Math.min(1, (double) measured.count / size);
    }

    /** Name, size and checksum of what has been read: for the same list the same. */
    public String content() {
        long sum = measured == null ? 0 : measured.getChecksum().getValue();
        return name + " (" + size + " bytes, checksum " + Long.toHexString(sum) + ")";
    }

    private void keep(InputStream input) throws IOException {
        if (kept != null || copy != null) {
            return;
        }
        byte[] start = input.readNBytes(IN_MEMORY);
        if (start.length < IN_MEMORY) {
            kept = start;
            return;
        }
        copy = UnnamedFile.copy(new SequenceInputStream(new ByteArrayInputStream(start), input));
    }

    /** Forgets what was kept of standard input, which cannot be read again. */
    public void release() {
        if (copy != null) {
            copy.close();
        }
    }

    public ListException unreadable(IOException cause) {
        return new ListException(
                name + ": found a file that cannot be read (" + cause.getMessage() + "), " + EXPECTED, cause);
    }

    private String nearbyFile() {
        try {
            Path path = Path.of(argument).toAbsolutePath();
            Path folder = path.getParent();
            if (folder == null) {
                return "";
            }
            try (Stream<Path> files = Files.list(folder)) {
                List<String> names = files.limit(1000)
                        .map(file -> String.valueOf(file.getFileName()))
                        .sorted()
                        .toList();
                return Texts.nearest(String.valueOf(path.getFileName()), names)
                        .map(near ->
                                "\nMaybe " + SafeText.name(Path.of(argument).resolveSibling(near)))
                        .orElse("");
            }
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
