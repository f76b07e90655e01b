package org.migrationadvisor.input.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that is written once and then read as often as asked. The system removes its name as soon as it is
 * open (on Windows the file, when it is closed), so that nobody else can open it and nothing is left of it after a kill.
 */
public final class UnnamedFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;

    /** Writes what is to be read later. */
    @FunctionalInterface
    public interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private UnnamedFile() throws IOException {
        channel = PrivateFile.create(TemporaryFiles.newPath(), StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static UnnamedFile create() {
        try {
            return new UnnamedFile();
        } catch (IOException cannotWrite) {
            throw TemporaryFiles.unusable(cannotWrite);
        }
    }

    /**
     * Keeps what is written.
     *
     * @throws ListException if there is no room on the disk
     */
    public static UnnamedFile of(Writing writing) {
        UnnamedFile file = create();
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel), BUFFER);
            writing.write(out);
            out.flush();
            return file;
        } catch (IOException noRoom) {
            file.close();
            throw TemporaryFiles.unusable(noRoom);
        }
    }

    /**
     * A copy of all bytes.
     *
     * @throws IOException if they cannot be read
     * @throws ListException if there is no room on the disk
     */
    static UnnamedFile copy(InputStream bytes) throws IOException {
        UnnamedFile file = create();
        try {
            TemporaryFiles.fill(file.channel, bytes);
            return file;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Its bytes from the first on. Readers do not disturb each other, and need not be closed. */
    public InputStream bytes() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = channel.read(ByteBuffer.wrap(target, offset, length), at);
                at += Math.max(count, 0);
                return count;
            }
        };
    }

    /** Gives its room back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException nothingIsLost) {
            throw TemporaryFiles.unusable(nothingIsLost);
        }
    }
}
