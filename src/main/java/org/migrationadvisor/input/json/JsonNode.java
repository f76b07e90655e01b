package org.migrationadvisor.input.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.source.Texts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A value of a JSON text with its place. An object of a list is held whole, and nothing more.
 *
 * @param token what it starts with; one for values that are neither object nor list
 * @param text of a value that is neither object nor list
 * @param members of an object, in their order, which may repeat a key
 * @param elements of a list
 * @param line counted from 1
 * @param begin its first character, counted from the start of the tape
 * @param end behind its last character
 */
record JsonNode(
        JsonToken token, String text, List<Member> members, List<JsonNode> elements, long line, long begin, long end) {

    /** So many values in one object of a list are more than any customer has. */
    static final int MAX_VALUES = 400_000;

    /** @param begin where the key begins */
    record Member(String key, JsonNode value, long line, long begin) {}

    /** The value under the parser, which is left at its end. */
    static JsonNode read(JsonParser parser, long linesBefore) {
        return new Reading(parser, linesBefore).value();
    }

    /** Reads on from the key under the parser. */
    static Member readMember(JsonParser parser, long linesBefore) {
        return new Reading(parser, linesBefore).member();
    }

    boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return token == JsonToken.START_ARRAY;
    }

    boolean isScalar() {
        return !token.isStructStart();
    }

    /** The first member of that name, in any letter case. */
    @Nullable
    JsonNode get(String key) {
        for (Member member : members) {
            if (member.key().equalsIgnoreCase(key)) {
                return member.value();
            }
        }
        return null;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    /** The value at the end of keys separated by dots; empty where one of them is missing. */
    Optional<JsonNode> at(String path) {
        JsonNode node = this;
        for (String key : path.split("\\.", -1)) {
            node = node == null ? null : node.get(key);
        }
        return Optional.ofNullable(node);
    }

    /** The text at the end of a path, trimmed; empty if it says nothing. */
    Optional<String> text(String path) {
        return at(path).filter(JsonNode::isScalar)
                .filter(node -> node.token() != JsonToken.VALUE_NULL)
                .map(node -> Texts.trim(node.text()))
                .filter(RawRow::isKnown);
    }

    /** What it is, for messages. */
    String kind() {
        return Json.kind(token);
    }

    private static final class Reading {
        private final JsonParser parser;
        private final long linesBefore;
        private int values;

        Reading(JsonParser parser, long linesBefore) {
            this.parser = parser;
            this.linesBefore = linesBefore;
        }

        JsonNode value() {
            long line = line();
            if (++values > MAX_VALUES) {
                throw new Json.TooMany(line);
            }
            long begin = begin();
            JsonToken token = parser.currentToken();
            List<Member> members = List.of();
            List<JsonNode> elements = List.of();
            String text = "";
            if (token == JsonToken.START_OBJECT) {
                members = new ArrayList<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    members.add(member());
                }
            } else if (token == JsonToken.START_ARRAY) {
                elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value());
                }
            } else {
                text = Json.scalar(parser);
            }
            parser.finishToken();
            return new JsonNode(
                    token,
                    text,
                    members,
                    elements,
                    line,
                    begin,
                    parser.currentLocation().getCharOffset());
        }

        Member member() {
            String key = parser.currentName();
            long line = line();
            long begin = begin();
            parser.nextToken();
            return new Member(key, value(), line, begin);
        }

        private long line() {
            return linesBefore + parser.currentTokenLocation().getLineNr();
        }

        private long begin() {
            return parser.currentTokenLocation().getCharOffset();
        }
    }
}
