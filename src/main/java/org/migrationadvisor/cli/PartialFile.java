package org.migrationadvisor.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.source.PrivateFile;

/**
 * The file that grows beside an output until it is complete: created by this run and by nobody else, for its owner
 * alone, and locked against other runs. One that an earlier run has left is kept until it is said what becomes of it.
 */
final class PartialFile extends OutputStream {
    private final Path named;
    private final Path path;
    private final NewFile usual;
    private final CRC32C checksum = new CRC32C();
    private FileChannel channel;
    private boolean left;

    private PartialFile(Path named, Path path, NewFile usual, FileChannel channel, boolean left) {
        this.named = named;
        this.path = path;
        this.usual = usual;
        this.channel = channel;
        this.left = left;
    }

    /**
     * Creates the file, or takes the one that an earlier run has left.
     *
     * @param named the output as the user named it
     * @param files the files beside it
     * @throws UsageException if another run is writing it, or a file of its name is there that cannot be a run's
     */
    static PartialFile open(Path named, WorkingFiles files) throws IOException {
        NewFile usual = NewFile.at(files.fresh());
        try {
            return new PartialFile(named, files.partial(), usual, create(named, files.partial()), false);
        } catch (FileAlreadyExistsException left) {
            return new PartialFile(named, files.partial(), usual, take(named, files.partial(), usual), true);
        }
    }

    private static FileChannel create(Path named, Path path) throws IOException {
        return locked(named, PrivateFile.create(path));
    }

    private static FileChannel take(Path named, Path path, NewFile usual) throws IOException {
        Object before = usual.requireOwn(path);
        FileChannel channel = locked(
                named,
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        // the run before may have completed it until now
        if (Files.notExists(path) || !Objects.equals(before, usual.requireOwn(path))) {
            channel.close();
            throw inUse(named);
        }
        return channel;
    }

    private static FileChannel locked(Path named, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            channel.close();
            throw inUse(named);
        }
        channel.close();
        throw inUse(named);
    }

    private static UsageException inUse(Path named) {
        return new UsageException(named + ": found another run that is writing it, expected one at a time"
                + "\nMaybe wait for it to end, or name another file");
    }

    /** What a new file of this user is like. */
    NewFile usual() {
        return usual;
    }

    /** Whether an earlier run has left it, and nothing is decided on it yet. */
    boolean isLeft() {
        return left;
    }

    /** Starts with an empty file: what an earlier run has left is removed, not written over. */
    void startAnew() throws IOException {
        if (left) {
            FileChannel old = channel;
            Files.delete(path);
            channel = create(named, path);
            old.close();
            left = false;
        }
    }

    /**
     * Continues after the first bytes of what an earlier run has left.
     *
     * @return what is wrong with them, such as {@code 3 bytes}; null if they have the checksum
     */
    @Nullable
    String continueAfter(long bytes, long expected) throws IOException {
        if (channel.size() < bytes) {
            return channel.size() + " bytes";
        }
        read(bytes);
        if (checksum.getValue() != expected) {
            return "other bytes than were written";
        }
        channel.truncate(bytes);
        left = false;
        return null;
    }

    private void read(long bytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        channel.position(0);
        for (long rest = bytes; rest > 0; rest -= block.limit()) {
            block.clear().limit((int) Math.min(block.capacity(), rest));
            while (block.hasRemaining()) {
                if (channel.read(block) < 0) {
                    throw new EOFException("found the end of " + path + " while it was read");
                }
            }
            checksum.update(block.flip());
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        checksum.update(bytes, offset, length);
    }

    long size() throws IOException {
        return channel.position();
    }

    /** The checksum of all bytes so far. */
    long checksum() {
        return checksum.getValue();
    }

    /** Returns when everything that has been written is on the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Gives it the name of the output, and the permissions of the file that it replaces or that any new file has. */
    void appearAs(Path target) throws IOException {
        force();
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = usual.permissions();
        if (posix != null && permissions != null) {
            posix.setPermissions(Files.exists(target) ? Files.getPosixFilePermissions(target) : permissions);
        }
        Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Unlocks the file, which stays as it is. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
