package org.migrationadvisor.input.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private byte[] bytes = new byte[256];
    private char[] characters = new char[64];
    private int at;

    /** Takes the next values; false at the end of the stream. */
    public boolean fill(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return false;
        }
        int size = 0;
        for (int shift = 0; ; shift += 7) {
            size |= (next & 0x7F) << shift;
            if (next < 0x80) {
                break;
            }
            next = in.read();
        }
        if (bytes.length < size) {
            bytes = new byte[size * 2];
        }
        if (in.readNBytes(bytes, 0, size) < size) {
            throw new EOFException("found the end in the middle of a row");
        }
        at = 0;
        return true;
    }

    /** Takes the values that stand in an array, which is not to be filled then. */
    void over(byte[] array, int from) {
        bytes = array;
        at = from;
    }

    long number() {
        long value = 0;
        int shift = 0;
        while (bytes[at] < 0) {
            value |= (long) (bytes[at++] & 0x7F) << shift;
            shift += 7;
        }
        return value | (long) bytes[at++] << shift;
    }

    @Nullable
    Integer count() {
        long value = number();
        return value == 0 ? null : (Integer) (int) (value - 1);
    }

    @Nullable
    LocalDate date() {
        long value = number();
        return value == 0 ? null : LocalDate.ofEpochDay((value - 1) >>> 1 ^ -((value - 1) & 1));
    }

    @Nullable
    String text() {
        int length = (int) number() - 1;
        if (length < 0) {
            return null;
        }
        if (characters.length < length) {
            characters = new char[length * 2];
        }
        for (int i = 0; i < length; i++) {
            characters[i] = bytes[at] >= 0 ? (char) bytes[at++] : (char) number();
        }
        return new String(characters, 0, length);
    }
}
