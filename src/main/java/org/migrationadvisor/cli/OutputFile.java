package org.migrationadvisor.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that appears under its name only when it is complete; without a name, standard output. */
final class OutputFile implements AutoCloseable {
    private final @Nullable Path target;
    private final @Nullable Path partial;
    private final OutputStream stream;
    private final boolean own;

    private OutputFile(@Nullable Path target, @Nullable Path partial, OutputStream stream, boolean own) {
        this.target = target;
        this.partial = partial;
        this.stream = stream;
        this.own = own;
    }

    /**
     * Opens the file. Where the name is a link, the file that it leads to is written; a device or a pipe is written at
     * once.
     *
     * @throws UsageException if it cannot be written
     */
    static OutputFile open(@Nullable Path target, PrintStream standardOutput) {
        if (target == null) {
            return new OutputFile(null, null, standardOutput, false);
        }
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "folder");
        if (Files.isDirectory(target)) {
            throw new UsageException(target + ": found a folder, expected a file to write to");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new UsageException(target + ": found a file that may not be written, expected one that may");
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new OutputFile(null, null, buffered(target, StandardOpenOption.WRITE), true);
            }
            Path linked = Files.isSymbolicLink(target) ? target.toRealPath() : target;
            Path partial = linked.resolveSibling("." + linked.getFileName() + "." + UUID.randomUUID() + ".partial");
            OutputStream stream = buffered(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new OutputFile(linked, partial, stream, true);
        } catch (IOException cannotWrite) {
            throw new UsageException(
                    target + ": found " + reason(cannotWrite, folder) + ", expected a file to write to");
        }
    }

    private static OutputStream buffered(Path file, OpenOption... options) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file, options), 1 << 16);
    }

    private static String reason(IOException cannotWrite, Path folder) {
        if (cannotWrite instanceof NoSuchFileException) {
            return "no folder " + folder;
        }
        if (cannotWrite instanceof AccessDeniedException) {
            return "no permission to write in the folder " + folder;
        }
        return "that it cannot be written (" + cannotWrite.getMessage() + ")";
    }

    /** Writes a text; without a target, to standard output. */
    static void write(@Nullable Path target, PrintStream standardOutput, String text) throws IOException {
        try (OutputFile file = open(target, standardOutput)) {
            file.stream().write(text.getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** Makes the file appear under its name. */
    void complete() throws IOException {
        stream.flush();
        if (target != null && partial != null) {
            stream.close();
            keepPermissions(target, partial);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file that is replaced keeps who may read and write it. */
    private static void keepPermissions(Path target, Path partial) throws IOException {
        if (Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
        }
    }

    /** Removes what is not complete. */
    @Override
    public void close() throws IOException {
        if (own) {
            stream.close();
        }
        if (partial != null) {
            Files.deleteIfExists(partial);
        }
    }
}
