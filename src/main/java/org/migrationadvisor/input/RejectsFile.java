package org.migrationadvisor.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.json.Json;
import org.migrationadvisor.input.json.JsonCustomer;
import org.migrationadvisor.input.row.RejectedRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes rejected rows in their original form with the reason in front, so that they can be mended and read again as
 * they are. Rows of CSV lists stand below their own header line, which is repeated where it changes; rows of JSON lists
 * are JSON Lines. Where one run rejects rows of both kinds, they have to be parted before they are read again.
 */
public final class RejectsFile {

    private final Appendable out;
    private @Nullable String header;

    public RejectsFile(Appendable out) {
        this.out = out;
    }

    /** Writes the next row, its line ended by a line feed. */
    public void write(RejectedRow row) throws IOException {
        String own = row.header();
        if (own == null) {
            out.append(json(row)).append('\n');
        } else {
            if (!own.equals(header)) {
                out.append(own).append('\n');
            }
            char delimiter = own.charAt(RejectedRow.REASON.length());
            out.append(quoted(row.message()))
                    .append(delimiter)
                    .append(row.original())
                    .append('\n');
        }
        header = own;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(RejectedRow row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            generator.writeStringProperty(RejectedRow.REASON, row.message());
            generator.writeName(JsonCustomer.ORIGINAL);
            if (isJson(row.original())) {
                generator.writeRawValue(onOneLine(row.original()));
            } else {
                generator.writeString(row.original());
            }
            generator.writeEndObject();
        }
        return text.toString();
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = Json.parser(new StringReader(text))) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** In valid JSON a line break is never inside a text. */
    private static String onOneLine(String json) {
        return json.replaceAll("\\s*[\\r\\n]\\s*", " ");
    }
}
