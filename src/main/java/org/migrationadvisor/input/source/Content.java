package org.migrationadvisor.input.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What is in a source, unpacked if it is a gzip archive. */
public final class Content implements AutoCloseable {

    /** How many of the first bytes are looked at to find out what a source holds. */
    public static final int HEAD = 65536;

    private final String file;
    private final InputStream bytes;
    private final byte[] head;
    private final boolean packed;

    private Content(String file, InputStream bytes, byte[] head, boolean packed) {
        this.file = file;
        this.bytes = bytes;
        this.head = head;
        this.packed = packed;
    }

    /**
     * Opens a source.
     *
     * @throws ListException if the source cannot be opened, or is a broken archive
     */
    public static Content open(Source source) throws IOException {
        InputStream bytes = source.open();
        byte[] head = bytes.readNBytes(HEAD);
        if (!isGzip(head)) {
            return new Content(source.name(), bytes, head, false);
        }
        InflateGuard.Counting packed =
                new InflateGuard.Counting(new SequenceInputStream(new ByteArrayInputStream(head), bytes));
        try {
            // unlike the one of the JDK it reads every member of the archive, and nothing else behind one
            InputStream unpacking = GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
            InputStream unpacked = new InflateGuard(source.name(), "a gzip archive", unpacking, packed::count);
            return new Content(source.name(), unpacked, unpacked.readNBytes(HEAD), true);
        } catch (IOException e) {
            bytes.close();
            throw InflateGuard.broken(source.name(), "a gzip archive", e);
        } catch (ListException e) {
            bytes.close();
            throw e;
        }
    }

    String file() {
        return file;
    }

    /** The first bytes, at most {@link #HEAD}. */
    public byte[] head() {
        return head;
    }

    /** Whether it was unpacked from a gzip archive. */
    public boolean isPacked() {
        return packed;
    }

    public boolean isWorkbook() {
        return isWorkbook(head);
    }

    public static boolean isWorkbook(byte[] head) {
        return TextDecoder.startsWith(head, 'P', 'K', 3, 4);
    }

    public static boolean isGzip(byte[] head) {
        return TextDecoder.startsWith(head, 0x1F, 0x8B);
    }

    /** All bytes, to be read once. */
    public InputStream all() {
        return new SequenceInputStream(new ByteArrayInputStream(head), bytes);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
