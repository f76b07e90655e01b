package org.migrationadvisor.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Where rows wait that do not fit into the memory: in files of the folder for temporary files, which nobody else may
 * read. A file without a name, {@link UnnamedFile}, is gone with its process, however that ends. One with a name,
 * {@link NamedCopy}, has a lock beside it that is held while it is in use; what nobody holds is left over from a run that
 * was killed, and the next run removes it.
 */
public final class TemporaryFiles {
    private static final String START = "advisor-";
    private static final String DATA = ".data";
    private static final String LOCK = ".lock";
    private static final int BLOCK = 1 << 16;

    private TemporaryFiles() {}

    static Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** The path of a file that is not there yet. */
    static Path newPath() {
        return folder().resolve(START + UUID.randomUUID() + DATA);
    }

    /** The file that is locked while another is in use; for itself the same. */
    static Path lockOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + LOCK);
    }

    /**
     * Writes all bytes.
     *
     * @throws IOException if the bytes cannot be read
     * @throws ListException if there is no room for them
     */
    static void fill(FileChannel file, InputStream bytes) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int count = bytes.read(block); count >= 0; count = bytes.read(block)) {
            try {
                ByteBuffer left = ByteBuffer.wrap(block, 0, count);
                while (left.hasRemaining()) {
                    file.write(left);
                }
            } catch (IOException noRoom) {
                throw unusable(noRoom);
            }
        }
    }

    /** Removes what runs that were killed have left. */
    public static void removeOrphans() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder(), START + "*{" + DATA + "," + LOCK + "}")) {
            for (Path file : left) {
                removeOrphan(file, lockOf(file));
            }
        } catch (IOException notReadable) {
            // then nothing of ours can be in it
            return;
        }
    }

    private static void removeOrphan(Path file, Path lock) {
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            delete(file);
            return;
        }
        try (FileChannel held =
                FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (held.tryLock() != null) {
                delete(file);
                delete(lock);
            }
        } catch (IOException | OverlappingFileLockException inUseOrOfAnotherUser) {
            return;
        }
    }

    /** Deletes a file, if it is there and may be deleted. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ofAnotherUser) {
            return;
        }
    }

    public static ListException unusable(IOException cause) {
        return new ListException(
                folder() + ": found that temporary files cannot be kept there (" + cause.getMessage()
                        + "), expected about 200 bytes of room for each row of the lists"
                        + "\nMaybe make room, or name another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
                cause);
    }
}
