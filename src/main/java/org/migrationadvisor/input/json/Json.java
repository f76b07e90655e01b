package org.migrationadvisor.input.json;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationadvisor.input.source.ReplayableReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** How JSON is read here, its limits, and its errors in our words. */
public final class Json {

    /** The key of the list in {@code {"customers": [...]}}. */
    public static final String CUSTOMERS = "customers";

    static final String EXPECTED_LIST = "expected an array of customers or {\"customers\": [...]}";

    /** The longest customer, in characters. */
    public static final int MAX_CUSTOMER = 16 << 20;

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private static final String END = "end-of-input";
    private static final Pattern LIMIT = Pattern.compile("(.+) \\((\\d+)\\) exceeds the maximum allowed \\((\\d+).*");
    private static final Pattern FOUND = Pattern.compile(
            "(?:Unexpected character \\(|Unrecognized token |Unexpected close marker |Non-standard token )('.+?'(?=[ :])).*");
    private static final Map<String, String> EXPECTATIONS = expectations();

    private Json() {}

    /** More values in one object of a list than {@link JsonNode#MAX_VALUES}. */
    static final class TooMany extends RuntimeException {
        private final long line;

        TooMany(long line) {
            super(
                    "found more than " + JsonNode.MAX_VALUES + " values in one customer, expected at most "
                            + JsonNode.MAX_VALUES,
                    null,
                    false,
                    false);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    public static JsonParser parser(Reader text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** What stands where an object or a list was expected. */
    static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "true or false";
        };
    }

    /** The text of the scalar under the parser; a number without an exponent, and without a fraction of only zeros. */
    static String scalar(JsonParser parser) {
        String text = parser.getString();
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > 100
                ? text
                : number.stripTrailingZeros().toPlainString();
    }

    /** An error of the source is not an error of the JSON. */
    static void throwUnlessTooLong(JacksonException e) throws IOException {
        if (e.getCause() instanceof IOException cause && !(cause instanceof ReplayableReader.TooLong)) {
            throw cause;
        }
    }

    /** The line of an error, counted from 1. */
    static long line(JacksonException e, JsonParser parser) {
        return location(e, parser).getLineNr();
    }

    /** What was found and what was expected, on one line. */
    static String reason(JacksonException e, JsonParser parser) {
        if (e.getCause() instanceof ReplayableReader.TooLong) {
            return "found a customer of more than " + MAX_CUSTOMER + " characters, expected at most " + MAX_CUSTOMER;
        }
        String message = String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " ");
        Matcher limit = LIMIT.matcher(message);
        if (e instanceof StreamConstraintsException && limit.matches()) {
            String what = limit.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replace("document ", "")
                    .replace("string value", "text");
            return "found a " + what + " of " + limit.group(2) + at(e, parser) + ", expected at most " + limit.group(3);
        }
        return "found " + found(message) + at(e, parser) + ", expected " + expected(message, parser);
    }

    private static String at(JacksonException e, JsonParser parser) {
        return " at column " + location(e, parser).getColumnNr();
    }

    private static TokenStreamLocation location(JacksonException e, JsonParser parser) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? parser.currentLocation() : location;
    }

    private static String found(String message) {
        Matcher found = FOUND.matcher(message);
        if (found.matches()) {
            return found.group(1);
        }
        if (message.contains(END)) {
            return "the end";
        }
        if (message.contains("CTRL-CHAR")) {
            return "a line break or control character";
        }
        return "broken JSON (" + message + ")";
    }

    private static String expected(String message, JsonParser parser) {
        for (Map.Entry<String, String> expectation : EXPECTATIONS.entrySet()) {
            if (message.contains(expectation.getKey())) {
                return expectation.getValue();
            }
        }
        String lead = message.contains(END) ? "the closing " : "a comma or ";
        if (parser.streamReadContext().inArray()) {
            return lead + "]";
        }
        return parser.streamReadContext().inObject() ? lead + "}" : "valid JSON";
    }

    private static Map<String, String> expectations() {
        Map<String, String> expectations = new LinkedHashMap<>();
        expectations.put("double-quote to start property name", "a key in double quotes");
        expectations.put("comma to separate Object entries", "a comma or }");
        expectations.put("comma to separate Array entries", "a comma or ]");
        expectations.put("colon", "a colon");
        expectations.put("closing quote", "a closing double quote");
        expectations.put("in string value", "a closing double quote, or \\n for a line break");
        expectations.put("character escape", "an escape such as \\n or \\\"");
        expectations.put("no open", "the end");
        expectations.put("expected ']'", "a comma or ]");
        expectations.put("expected '}'", "a comma or }");
        expectations.put("JSON String, Number", "a value");
        expectations.put("Leading zeroes", "a number without leading zeros");
        expectations.put("numeric value", "a number");
        return expectations;
    }
}
