package org.migrationadvisor.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a list comes from: a file, or standard input. */
public final class Source {

    /** The name that stands for standard input on the command line. */
    public static final String STANDARD_INPUT = "-";

    static final String EXPECTED = "expected a list of customers as CSV, JSON, JSON Lines or .xlsx";

    private final String name;
    private final @Nullable InputStream stream;
    private @Nullable Path copy;

    private Source(String name, @Nullable InputStream stream) {
        this.name = name;
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
    private static @Nullable InputStream pipe(String name) {
        try {
            Path path = Path.of(name);
            boolean once = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
            return once ? new OnceReadable(name, () -> Files.newInputStream(path)) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The name in messages: the path as given, or {@code <stdin>}. */
    public String name() {
        return name;
    }

    /**
     * All bytes from the first on, as often as asked; standard input is copied to a file for that.
     *
     * @throws ListException if there is no such file or it cannot be opened
     */
    InputStream open() {
        try {
            if (stream != null) {
                return Files.newInputStream(copy(stream));
            }
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new ListException(name + ": found a directory, " + EXPECTED);
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new ListException(name + ": found no such file, " + EXPECTED + nearbyFile(), e);
        } catch (AccessDeniedException e) {
            throw new ListException(name + ": found a file without the permission to read it, " + EXPECTED, e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Path copy(InputStream input) throws IOException {
        if (copy == null) {
            copy = Files.createTempFile("advisor", ".stdin");
            copy.toFile().deleteOnExit();
            Files.copy(input, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    /** Forgets the copy of standard input, which cannot be read again. */
    void release() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }

    ListException unreadable(IOException cause) {
        return new ListException(
                name + ": found a file that cannot be read (" + cause.getMessage() + "), " + EXPECTED, cause);
    }

    private String nearbyFile() {
        try {
            Path path = Path.of(name).toAbsolutePath();
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
                        .map(near -> "\nMaybe " + Path.of(name).resolveSibling(near))
                        .orElse("");
            }
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
