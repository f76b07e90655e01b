package org.migrationadvisor.input.store;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects values as few bytes, to be read by {@link ByteReader}. */
final class ByteWriter {
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[256];
    private int size;

    /** How many bytes were collected. */
    public int size() {
        return size;
    }

    /** Writes what was collected, and starts anew. */
    public void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    /** Copies what was collected, and starts anew. */
    public void moveTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, size);
        size = 0;
    }

    /** Writes a number as {@link #number(long)} does. */
    public static void number(long value, OutputStream out) throws IOException {
        long left = value;
        while (left >= 0x80) {
            out.write((int) (left | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    /** A number of 0 or more, seven bits to a byte. */
    public void number(long value) {
        reserve(LONGEST_NUMBER);
        long left = value;
        while (left >= 0x80) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** A number of 0 or more, or unknown. */
    void count(@Nullable Integer value) {
        number(value == null ? 0 : value + 1L);
    }

    /** A day of any year, or unknown. */
    void date(@Nullable LocalDate value) {
        if (value == null) {
            number(0);
        } else {
            long day = value.toEpochDay();
            number(((day << 1) ^ (day >> 63)) + 1);
        }
    }

    /** A text as it is, whatever characters it has; or none. */
    void text(@Nullable String value) {
        number(value == null ? 0 : value.length() + 1L);
        if (value != null) {
            reserve(value.length() * 3);
            int at = size;
            for (int i = 0; i < value.length(); i++) {
                int c = value.charAt(i);
                while (c >= 0x80) {
                    bytes[at++] = (byte) (c | 0x80);
                    c >>>= 7;
                }
                bytes[at++] = (byte) c;
            }
            size = at;
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
