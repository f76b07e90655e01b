package org.migrationadvisor.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text in one pass: UTF-8, and every byte that cannot be UTF-8 as Windows-1252. So a file of either encoding
 * reads right without having been read to its end first, and one glued together from both reads right as well.
 */
public final class TextDecoder extends Reader {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream source;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(16384).flip();
    private final boolean marked;
    private long foreignBytes;
    private boolean ended;

    private TextDecoder(InputStream source, boolean marked) {
        this.source = source;
        this.marked = marked;
    }

    /** A text and what it turned out to be written in, which is certain once it is read to its end. */
    public record Decoded(Reader text, Supplier<String> encoding) {}

    /**
     * The text behind the byte order mark, if there is one.
     *
     * @param head the first bytes of the source
     * @param source all bytes, the first included
     */
    public static Decoded of(byte[] head, InputStream source) throws IOException {
        if (isUtf16(head)) {
            Charset charset = startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)
                    ? StandardCharsets.UTF_16
                    : unmarkedUtf16(head);
            return new Decoded(new InputStreamReader(source, charset), () -> "UTF-16");
        }
        boolean marked = startsWith(head, 0xEF, 0xBB, 0xBF);
        source.skipNBytes(marked ? 3 : 0);
        TextDecoder decoder = new TextDecoder(source, marked);
        return new Decoded(decoder, decoder::encoding);
    }

    private String encoding() {
        return (foreignBytes == 0 ? "UTF-8" : "Windows-1252") + (marked ? " with byte order mark" : "");
    }

    /** Whether it is UTF-16, as spreadsheets write "Unicode text": by its mark, or by a zero in every other byte. */
    public static boolean isUtf16(byte[] head) {
        return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) || unmarkedUtf16(head) != null;
    }

    private static @Nullable Charset unmarkedUtf16(byte[] head) {
        int[] zeros = new int[2];
        int length = Math.min(head.length, 512) & ~1;
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int half = length / 2;
        if (half == 0 || Math.min(zeros[0], zeros[1]) > 0 || Math.max(zeros[0], zeros[1]) * 10 < half * 9) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    public static boolean startsWith(byte[] head, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** Needs room for 2 characters, as a character beyond the first 65,536 takes both. */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer text = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = utf8.decode(bytes, text, ended);
            if (result.isMalformed() && text.hasRemaining()) {
                text.put(WINDOWS_1252.decode(bytes.slice(bytes.position(), 1)));
                bytes.position(bytes.position() + 1);
                foreignBytes++;
            } else if (text.position() > 0) {
                return text.position();
            } else if (ended) {
                return -1;
            } else {
                readMore();
            }
        }
    }

    private void readMore() throws IOException {
        bytes.compact();
        int count = source.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
