package org.migrationadvisor.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells the format of a list from its first bytes; the name of the file does not count. */
final class FormatDetection {

    /** How many bytes are looked at. */
    static final int HEAD = 65536;

    /** What it is, by the first bytes, each as one character. */
    private static final Map<String, String> KINDS = Map.of(
            "\u0089PNG", "a PNG image",
            "\u00FF\u00D8\u00FF", "a JPEG image",
            "GIF8", "a GIF image",
            "%PDF-", "a PDF document",
            "\u00D0\u00CF\u0011\u00E0", "an old Excel workbook (.xls), or one with a password",
            "\u001F\u008B", "a gzip archive",
            "7z\u00BC\u00AF", "a 7z archive");

    private FormatDetection() {}

    /**
     * The reader for a text.
     *
     * @param head its first bytes, at most {@link #HEAD}
     * @throws ListException if it is empty or of another kind
     */
    static ListReader detect(String file, byte[] head, ReadOptions options) throws IOException {
        refuseForeign(file, head);
        String text = text(head).stripLeading();
        if (text.isEmpty()) {
            throw new ListException(file + ": found " + (head.length == 0 ? "an empty file" : "nothing but blanks")
                    + ", " + Source.EXPECTED);
        }
        if (options.format() == ListFormat.JSON_LINES) {
            return new JsonLinesReader(options);
        }
        if (options.format() != null && !options.format().isJson()) {
            return new CsvListReader(TableFormat.of(options.format()).orElseThrow());
        }
        char start = text.charAt(0);
        if (options.format() != null && start != '{' && start != '[') {
            return new JsonDocumentReader(options);
        }
        return switch (start) {
            case '<' -> throw new ListException(file + ": found " + markup(text) + ", " + Source.EXPECTED);
            case '[' -> new JsonDocumentReader(options);
            case '{' -> isJsonLines(text) ? new JsonLinesReader(options) : new JsonDocumentReader(options);
            default -> new CsvListReader(null);
        };
    }

    private static void refuseForeign(String file, byte[] head) {
        foreignKind(head).ifPresent(kind -> {
            throw new ListException(file + ": found " + kind + ", " + Source.EXPECTED);
        });
    }

    /** @throws ListException if it is neither a text nor an archive that may hold one */
    static void refuseForeignUnlessPacked(String file, byte[] head) {
        if (!Content.isGzip(head) && !Content.isWorkbook(head)) {
            refuseForeign(file, head);
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

    private static String text(byte[] head) throws IOException {
        StringWriter text = new StringWriter(head.length);
        TextDecoder.of(head, new ByteArrayInputStream(head)).text().transferTo(text);
        return text.toString();
    }

    private static String markup(String text) {
        String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") ? "an HTML page" : "an XML document";
    }

    /** Whether a text that begins with an object goes on with one object per line. */
    private static boolean isJsonLines(String text) {
        try (JsonParser parser = Json.parser(new StringReader(text))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                boolean array = parser.nextToken() == JsonToken.START_ARRAY;
                if (key.equalsIgnoreCase(Json.CUSTOMERS) || (array && JsonDocumentReader.LISTS.contains(key))) {
                    return false;
                }
                parser.skipChildren();
            }
            return parser.currentLocation().getLineNr() == 1;
        } catch (JacksonException e) {
            return looksLikeJsonLines(text);
        }
    }

    /** For a first object that is broken, or longer than what is looked at. */
    private static boolean looksLikeJsonLines(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        return lines.get(0).endsWith("}") || lines.size() == 1 || lines.get(1).startsWith("{");
    }
}
