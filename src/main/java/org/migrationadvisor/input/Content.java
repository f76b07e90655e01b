package org.migrationadvisor.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What is in a source, unpacked if it is a gzip archive. */
final class Content implements AutoCloseable {

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

    /** @throws ListException if the source cannot be opened, or is a broken archive */
    static Content open(Source source) throws IOException {
        InputStream bytes = source.open();
        byte[] head = bytes.readNBytes(FormatDetection.HEAD);
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
            return new Content(source.name(), unpacked, unpacked.readNBytes(FormatDetection.HEAD), true);
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

    /** The first bytes, at most {@link FormatDetection#HEAD}. */
    byte[] head() {
        return head;
    }

    /** Whether it was unpacked from a gzip archive. */
    boolean isPacked() {
        return packed;
    }

    boolean isWorkbook() {
        return isWorkbook(head);
    }

    static boolean isWorkbook(byte[] head) {
        return TextDecoder.startsWith(head, 'P', 'K', 3, 4);
    }

    static boolean isGzip(byte[] head) {
        return TextDecoder.startsWith(head, 0x1F, 0x8B);
    }

    /** All bytes, to be read once. */
    InputStream all() {
        return new SequenceInputStream(new ByteArrayInputStream(head), bytes);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
