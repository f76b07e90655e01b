package org.migrationadvisor.input.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Stops an archive that is broken, or unpacks to far more than a list ever would. */
public final class InflateGuard extends FilterInputStream {

    /** The most that is unpacked of one byte, beyond {@link #ALWAYS_ALLOWED}. */
    static final int MAX_RATIO = 200;

    private static final long ALWAYS_ALLOWED = 16 << 20;

    private final String file;
    private final String kind;
    private final LongSupplier packed;
    private long unpacked;

    /**
     * @param kind such as {@code a gzip archive}
     * @param unpacking gives what is unpacked
     * @param packed how many bytes have been unpacked so far
     */
    public InflateGuard(String file, String kind, InputStream unpacking, LongSupplier packed) {
        super(unpacking);
        this.file = file;
        this.kind = kind;
        this.packed = packed;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = unpack(target, offset, length);
        unpacked += Math.max(count, 0);
        if (unpacked > ALWAYS_ALLOWED && unpacked > MAX_RATIO * packed.getAsLong()) {
            throw new ListException(file + ": found " + kind + " that unpacks to more than " + MAX_RATIO
                    + " times its size, expected a list, which never does");
        }
        return count;
    }

    private int unpack(byte[] target, int offset, int length) {
        try {
            return in.read(target, offset, length);
        } catch (IOException cause) {
            throw broken(file, kind, cause);
        }
    }

    static ListException broken(String file, String kind, IOException cause) {
        String reason = cause.getMessage() == null ? "it ends too early" : cause.getMessage();
        return new ListException(
                file + ": found " + kind + " that is broken (" + Texts.shown(reason) + "), " + Source.EXPECTED, cause);
    }

    @Override
    public long skip(long count) {
        byte[] skipped = new byte[(int) Math.min(8192, Math.max(count, 0))];
        return Math.max(read(skipped, 0, skipped.length), 0);
    }

    /** Counts what is read from an archive. */
    static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream packed) {
            super(packed);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
