package org.migrationadvisor.input.source;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Files that can be no list, by their first bytes. */
public final class ForeignContent {

    /** What it is, by the first bytes, each as one character. */
    private static final Map<String, String> KINDS = Map.of(
            "\u0089PNG", "a PNG image",
            "\u00FF\u00D8\u00FF", "a JPEG image",
            "GIF8", "a GIF image",
            "%PDF-", "a PDF document",
            "\u00D0\u00CF\u0011\u00E0", "an old Excel workbook (.xls), or one with a password",
            "\u001F\u008B", "a gzip archive",
            "7z\u00BC\u00AF", "a 7z archive");

    private ForeignContent() {}

    /**
     * Passes what is a text.
     *
     * @throws ListException if it is not
     */
    public static void refuse(String file, byte[] head) {
        foreignKind(head).ifPresent(kind -> {
            throw new ListException(file + ": found " + kind + ", " + Source.EXPECTED);
        });
    }

    /**
     * Passes what may be a list.
     *
     * @throws ListException if it is neither a text nor an archive that may hold one
     */
    static void refuseUnlessPacked(String file, byte[] head) {
        if (!Content.isGzip(head) && !Content.isWorkbook(head)) {
            refuse(file, head);
        }
    }

    private static Optional<String> foreignKind(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (start.startsWith(kind.getKey())) {
                return Optional.of(kind.getValue());
            }
        }
        return isBinary(head) ? Optional.of("a binary file") : Optional.empty();
    }

    /** A stray control character is an error of its row; more than one in twenty is no text. */
    private static boolean isBinary(byte[] head) {
        if (TextDecoder.isUtf16(head)) {
            return false;
        }
        int controls = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            }
        }
        return controls * 20L > head.length;
    }
}
