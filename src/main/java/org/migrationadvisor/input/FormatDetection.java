package org.migrationadvisor.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.migrationadvisor.input.json.Json;
import org.migrationadvisor.input.json.JsonDocumentReader;
import org.migrationadvisor.input.json.JsonLinesReader;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ListReader;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.Content;
import org.migrationadvisor.input.source.ForeignContent;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.input.source.TextDecoder;
import org.migrationadvisor.input.table.CsvListReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells the format of a list from its first bytes; the name of the file does not count. */
public final class FormatDetection {

    private FormatDetection() {}

    /**
     * The reader for a text.
     *
     * @param head its first bytes, at most {@link Content#HEAD}
     * @throws ListException if it is empty or of another kind
     */
    static ListReader detect(String file, byte[] head, ReadOptions options) throws IOException {
        ForeignContent.refuse(file, head);
        String text = text(head).stripLeading();
        if (text.isEmpty()) {
            throw new ListException(file + ": found " + (head.length == 0 ? "an empty file" : "nothing but blanks")
                    + ", " + Source.EXPECTED);
        }
        if (options.format() == ListFormat.JSON_LINES) {
            return new JsonLinesReader(options);
        }
        if (options.format() != null && !options.format().isJson()) {
            return new CsvListReader(options);
        }
        char start = text.charAt(0);
        if (options.format() != null && start != '{' && start != '[') {
            return new JsonDocumentReader(options);
        }
        return switch (start) {
            case '<' -> throw new ListException(file + ": found " + markup(text) + ", " + Source.EXPECTED);
            case '[' -> new JsonDocumentReader(options);
            case '{' -> isJsonLines(text) ? new JsonLinesReader(options) : new JsonDocumentReader(options);
            default -> new CsvListReader(options);
        };
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
