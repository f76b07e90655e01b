package org.migrationadvisor.input;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The canonical list as one JSON document: an array of customers, or an object that holds it. */
final class JsonDocumentReader implements ListReader {

    @Override
    public void read(String file, Reader text, RowSink sink) throws IOException {
        Tape tape = new Tape(text, Json.MAX_CUSTOMER);
        try (JsonParser parser = Json.parser(tape)) {
            try {
                new Reading(file, tape, parser, sink).document();
            } catch (JacksonException e) {
                Json.throwUnlessTooLong(e);
                throw new ListException(file + ":" + Json.line(e, parser) + ": " + Json.reason(e, parser), e);
            }
        }
    }

    private record Reading(String file, Tape tape, JsonParser parser, RowSink sink) {

        void document() {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                customers();
            } else {
                wrapper();
            }
            if (parser.nextToken() != null) {
                throw refused(Json.kind(parser.currentToken()) + " behind the list", "the end of the file");
            }
        }

        private void wrapper() {
            boolean found = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                Place place = place();
                JsonToken value = parser.nextToken();
                if (!key.equals(Json.CUSTOMERS)) {
                    sink.warn(place, Texts.shown(key), "an unknown key", "only \"" + Json.CUSTOMERS + "\"");
                    skip();
                } else if (value == JsonToken.START_ARRAY) {
                    found = true;
                    customers();
                } else {
                    throw refused("\"" + Json.CUSTOMERS + "\" with " + Json.kind(value), "an array");
                }
            }
            if (!found) {
                throw new ListException(file + ": found an object without \"" + Json.CUSTOMERS + "\", "
                        + Json.EXPECTED_LIST + "\nMaybe put the object between [ and ]");
            }
        }

        /** Over a value of any size, without keeping it. */
        private void skip() {
            int depth = 0;
            do {
                depth += parser.currentToken().isStructStart() ? 1 : 0;
                depth -= parser.currentToken().isStructEnd() ? 1 : 0;
                parser.finishToken();
                tape.release(parser.currentLocation().getCharOffset());
            } while (depth > 0 && parser.nextToken() != null);
        }

        private void customers() {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                long begin = parser.currentTokenLocation().getCharOffset();
                tape.release(begin);
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    JsonCustomer.read(file, 0, parser, tape, sink).push();
                } else {
                    reject(begin);
                }
            }
        }

        private void reject(long begin) {
            String reason = "found " + Json.kind(parser.currentToken()) + ", expected a customer as an object";
            Problem problem = new Problem(file, place().line(), "row", reason);
            parser.skipChildren();
            parser.finishToken();
            String original = tape.text(begin, parser.currentLocation().getCharOffset());
            sink.reject(new RejectedRow(List.of(problem), original, null));
        }

        private ListException refused(String found, String expected) {
            return new ListException(place() + ": found " + found + ", expected " + expected);
        }

        private Place place() {
            return new Place(file, parser.currentTokenLocation().getLineNr());
        }
    }
}
