package org.migrationadvisor.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of a list for readers that need the path of a file; gone when it is closed, when the program ends or, after a
 * kill, with the next run.
 */
public final class NamedCopy implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;
    private final Thread atTheEnd = new Thread(this::delete);

    private NamedCopy() throws IOException {
        Path name;
        FileChannel held;
        do {
            name = TemporaryFiles.newPath();
            held = PrivateFile.create(TemporaryFiles.lockOf(name));
            held.lock();
            // another run may have taken it for left over before it was locked
        } while (!Files.exists(TemporaryFiles.lockOf(name)));
        path = name;
        lock = held;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /**
     * A copy of all bytes.
     *
     * @throws IOException if they cannot be read
     * @throws ListException if there is no room on the disk
     */
    public static NamedCopy of(InputStream bytes) throws IOException {
        NamedCopy copy = create();
        try (FileChannel file = copy.open()) {
            TemporaryFiles.fill(file, bytes);
            return copy;
        } catch (IOException | RuntimeException failed) {
            copy.close();
            throw failed;
        }
    }

    private static NamedCopy create() {
        try {
            return new NamedCopy();
        } catch (IOException cannotWrite) {
            throw TemporaryFiles.unusable(cannotWrite);
        }
    }

    private FileChannel open() {
        try {
            return PrivateFile.create(path);
        } catch (IOException cannotWrite) {
            throw TemporaryFiles.unusable(cannotWrite);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            lock.close();
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IOException | IllegalStateException ending) {
            // the hook is running or has run, which is as well
            return;
        }
    }

    private void delete() {
        TemporaryFiles.delete(path);
        TemporaryFiles.delete(TemporaryFiles.lockOf(path));
    }
}
