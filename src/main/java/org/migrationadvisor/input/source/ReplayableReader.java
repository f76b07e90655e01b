package org.migrationadvisor.input.source;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Hands on a text and keeps what it handed on until it is released, so that a record can be shown as it was written, or
 * read again. Places are offsets in characters from the start of the text.
 */
public final class ReplayableReader extends Reader {

    private static final int BLOCK = 8192;

    private final Reader source;
    private final int limit;
    private char[] kept = new char[2 * BLOCK];
    private long start;
    private int from;
    private int next;
    private int to;

    /** @param limit how many characters it may keep; one more and reading fails with {@link TooLong} */
    public ReplayableReader(Reader source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** More characters without a release than may be kept. */
    public static final class TooLong extends IOException {
        TooLong(int limit) {
            super("more than " + limit + " characters");
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (next == to && !fill()) {
            return -1;
        }
        int allowed = from + limit - next;
        if (allowed <= 0) {
            throw new TooLong(limit);
        }
        int count = Math.min(Math.min(length, allowed), to - next);
        System.arraycopy(kept, next, target, offset, count);
        next += count;
        return count;
    }

    /** Reading goes on at a place that is still kept. */
    public void rewind(long place) {
        next = index(place);
    }

    /** Everything before the place may be forgotten. */
    public void release(long place) {
        from = Math.max(from, index(place));
    }

    /** What was written between two places that are still kept. */
    public String text(long begin, long end) {
        return new String(kept, index(begin), (int) (end - begin));
    }

    /** The end of what has been taken from the source. */
    long end() {
        return start + to;
    }

    /**
     * The place behind the line break that ends the line of a place; the end of the text if there is none.
     *
     * @throws TooLong if it is farther away than may be kept
     */
    public long lineEnd(long place) throws IOException {
        int plain = index(place);
        int sure = Math.min(to, from + limit);
        while (plain < sure && kept[plain] != '\n' && kept[plain] != '\r') {
            plain++;
        }
        long end = start + plain;
        while (has(end)) {
            checkLimit(end);
            char c = kept[index(end)];
            end++;
            if (c == '\n' || (c == '\r' && !(has(end) && kept[index(end)] == '\n'))) {
                return end;
            }
        }
        return end;
    }

    /** The line of a place without its line break, cut off where it is longer than may be kept. */
    public String line(long place) throws IOException {
        try {
            return withoutBreak(text(place, lineEnd(place)));
        } catch (TooLong e) {
            return text(place, place + limit);
        }
    }

    public static String withoutBreak(String text) {
        int end = text.length();
        end -= text.endsWith("\n") ? 1 : 0;
        end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
        return text.substring(0, end);
    }

    /** As {@link #lineEnd}, but releases the line on the way, however long it is; reading continues after it. */
    public long skipLine(long place) throws IOException {
        long end = place;
        boolean broken = false;
        while (!broken && has(end)) {
            release(end);
            char c = kept[index(end)];
            end++;
            broken = c == '\n' || (c == '\r' && !(has(end) && kept[index(end)] == '\n'));
        }
        rewind(end);
        release(end);
        return end;
    }

    /** Whether there is a character at the place, which is kept or comes next. */
    public boolean has(long place) throws IOException {
        return place < end() || fill();
    }

    private int index(long place) {
        return (int) (place - start);
    }

    private boolean fill() throws IOException {
        if (kept.length - to < BLOCK) {
            makeRoom();
        }
        int count = source.read(kept, to, Math.min(BLOCK, kept.length - to));
        if (count < 0) {
            return false;
        }
        to += count;
        return true;
    }

    private void checkLimit(long place) throws TooLong {
        if (place - (start + from) > limit) {
            throw new TooLong(limit);
        }
    }

    private void makeRoom() {
        int size = to - from;
        char[] target = size + BLOCK <= kept.length / 2 ? kept : Arrays.copyOf(kept, 2 * kept.length);
        System.arraycopy(kept, from, target, 0, size);
        kept = target;
        start += from;
        next -= from;
        to = size;
        from = 0;
    }

    /** The source belongs to whoever opened it. */
    @Override
    public void close() {}
}
