package org.migrationadvisor.input.json;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ListReader;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.ReplayableReader;
import org.migrationadvisor.input.source.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A list as one JSON document: an array of objects, an object that holds it, or a single object of Partner Center or
 * Microsoft Graph. A document that is broken is refused as a whole, so that what stands before the break is not taken
 * for all there is.
 */
public final class JsonDocumentReader implements ListReader {

    /** The keys of lists: ours, Partner Center's and Microsoft Graph's. */
    public static final Set<String> LISTS = keys(Json.CUSTOMERS, "items", "value");

    private static final Set<String> NEXT_PAGE = keys("@odata.nextLink", "odata.nextLink", "nextLink");

    private final ReadOptions options;
    private final RowKind customers;

    public JsonDocumentReader(ReadOptions options) {
        this.options = options;
        this.customers = RowKind.plain(options.fields().spelledAsKeys(), null);
    }

    private static Set<String> keys(String... keys) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(keys));
        return set;
    }

    @Override
    public void read(String file, Reader text, RowSink sink) throws IOException {
        ReplayableReader tape = new ReplayableReader(text, Json.MAX_CUSTOMER);
        try (JsonParser parser = Json.parser(tape)) {
            JsonObjects objects = new JsonObjects(file, tape, ListFormat.JSON, customers, options, sink);
            try {
                new Reading(file, tape, parser, objects, sink).document();
            } catch (JacksonException e) {
                Json.throwUnlessTooLong(e);
                throw new ListException(file + ":" + Json.line(e, parser) + ": " + Json.reason(e, parser), e);
            } catch (Json.TooMany e) {
                throw new ListException(file + ":" + e.line() + ": " + e.getMessage(), e);
            }
        }
    }

    private static final class Reading {
        private final String file;
        private final ReplayableReader tape;
        private final JsonParser parser;
        private final JsonObjects objects;
        private final RowSink sink;
        private long count;

        Reading(String file, ReplayableReader tape, JsonParser parser, JsonObjects objects, RowSink sink) {
            this.file = file;
            this.tape = tape;
            this.parser = parser;
            this.objects = objects;
            this.sink = sink;
        }

        void document() {
            JsonToken start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                objects(false);
            } else if (start == JsonToken.START_OBJECT) {
                wrapper();
            } else {
                throw new ListException(file + ":1: found " + (start == null ? "nothing" : Json.kind(start)) + ", "
                        + Json.EXPECTED_LIST);
            }
            if (parser.nextToken() != null) {
                throw refused(Json.kind(parser.currentToken()) + " after the list", "the end of the file");
            }
        }

        private void wrapper() {
            long line = place().line();
            int column = parser.currentTokenLocation().getColumnNr();
            long begin = parser.currentTokenLocation().getCharOffset();
            List<JsonNode.Member> others = new ArrayList<>();
            String list = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                if (!LISTS.contains(key)) {
                    others.add(JsonNode.readMember(parser, 0));
                } else if (parser.nextToken() == JsonToken.START_ARRAY) {
                    list = key;
                    objects(!key.equalsIgnoreCase(Json.CUSTOMERS));
                } else {
                    throw refused("\"" + key + "\" with " + Json.kind(parser.currentToken()), "an array");
                }
            }
            JsonNode rest = new JsonNode(
                    JsonToken.START_OBJECT,
                    "",
                    others,
                    List.of(),
                    line,
                    begin,
                    parser.currentLocation().getCharOffset());
            if (list == null) {
                single(rest, column);
            } else if (list.equalsIgnoreCase(Json.CUSTOMERS)) {
                others.forEach(other -> sink.warn(
                        new Place(file, other.line()),
                        Texts.shown(other.key()),
                        "an unknown key",
                        "only \"" + Json.CUSTOMERS + "\""));
            } else {
                checkPages(rest);
            }
        }

        private void single(JsonNode node, int column) {
            Optional<JsonShape> shape = objects.shape(node);
            if (shape.isEmpty()) {
                throw new ListException(file + ":" + node.line() + ": " + JsonObjects.found(node) + " at column "
                        + column + ", " + Json.EXPECTED_LIST + ", or an object of Partner Center or Microsoft Graph"
                        + (node.has(FactFields.CUSTOMER_ID.key()) ? "\nMaybe put the object between [ and ]" : ""));
            }
            objects.push(node, true);
        }

        /** A collection that goes on elsewhere is read, but is not all there is. */
        private void checkPages(JsonNode wrapper) {
            for (JsonNode.Member member : wrapper.members()) {
                if (NEXT_PAGE.contains(member.key()) && !member.value().text().isEmpty()) {
                    warn(member.value(), member.key(), "a link to the next page", "the next pages in this run too");
                }
            }
            wrapper.at("links.next")
                    .filter(JsonNode::isObject)
                    .ifPresent(next ->
                            warn(next, "links.next", "a link to the next page", "the next pages in this run too"));
            Optional<String> total = wrapper.text("totalCount").filter(text -> text.matches("\\d{1,15}"));
            if (total.isPresent() && Long.parseLong(total.get()) > count) {
                wrapper.at("totalCount")
                        .ifPresent(node -> warn(
                                node,
                                "totalCount",
                                total.get() + " but " + count + (count == 1 ? " item" : " items"),
                                "all of them; the others are not read"));
            }
        }

        private void warn(JsonNode node, String key, String found, String expected) {
            sink.warn(new Place(file, node.line()), key, found, expected);
        }

        private void objects(boolean foreign) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                tape.release(parser.currentTokenLocation().getCharOffset());
                JsonNode node = JsonNode.read(parser, 0);
                count++;
                objects.push(node, foreign);
            }
        }

        private ListException refused(String found, String expected) {
            return new ListException(place() + ": found " + found + ", expected " + expected);
        }

        private Place place() {
            return new Place(file, parser.currentTokenLocation().getLineNr());
        }
    }
}
