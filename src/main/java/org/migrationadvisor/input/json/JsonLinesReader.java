package org.migrationadvisor.input.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ListReader;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ReplayableReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The canonical list as JSON Lines: one customer per line. A broken line is one rejected row. */
public final class JsonLinesReader implements ListReader {

    private final ReadOptions options;
    private final RowKind customers;

    public JsonLinesReader(ReadOptions options) {
        this.options = options;
        this.customers = RowKind.plain(options.fields().spelledAsKeys(), null);
    }

    @Override
    public void read(String file, Reader text, RowSink sink) throws IOException {
        ReplayableReader tape = new ReplayableReader(text, Json.MAX_CUSTOMER);
        long place = 0;
        for (long number = 1; tape.has(place); number++) {
            String line = tape.line(place);
            long end = tape.skipLine(place);
            Place at = new Place(file, number);
            if (end - place > Json.MAX_CUSTOMER) {
                reject(
                        at,
                        "found more than " + Json.MAX_CUSTOMER + " characters, expected at most " + Json.MAX_CUSTOMER,
                        line,
                        sink);
            } else if (!line.isBlank()) {
                readLine(at, line, sink);
            }
            place = end;
        }
    }

    private void readLine(Place at, String line, RowSink sink) throws IOException {
        ReplayableReader tape = new ReplayableReader(new StringReader(line), Json.MAX_CUSTOMER);
        try (JsonParser parser = Json.parser(tape)) {
            try {
                JsonToken start = parser.nextToken();
                if (start != JsonToken.START_OBJECT) {
                    reject(at, "found " + Json.kind(start) + ", expected a customer as an object", line, sink);
                    return;
                }
                JsonNode node = JsonNode.read(parser, at.line() - 1);
                if (parser.nextToken() == null) {
                    new JsonObjects(at.file(), tape, ListFormat.JSON_LINES, customers, options, sink).push(node, false);
                } else {
                    reject(
                            at,
                            "found " + Json.kind(parser.currentToken()) + " after the customer, expected the end"
                                    + " of the line",
                            line,
                            sink);
                }
            } catch (JacksonException e) {
                Json.throwUnlessTooLong(e);
                reject(at, Json.reason(e, parser), line, sink);
            } catch (Json.TooMany e) {
                reject(at, String.valueOf(e.getMessage()), line, sink);
            }
        }
    }

    private static void reject(Place at, String reason, String line, RowSink sink) {
        RowProblem problem = new RowProblem(at.file(), at.line(), "row", reason);
        sink.reject(new RejectedRow(List.of(problem), line, null));
    }
}
