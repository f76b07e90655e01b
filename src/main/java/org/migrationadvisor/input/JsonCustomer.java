package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One customer of a JSON list: read whole, then pushed as one row per subscription. */
final class JsonCustomer {

    private static final String SUBSCRIPTIONS = "subscriptions";
    static final String ORIGINAL = "original";
    private static final Map<Field, String> KEYS = Field.spelledAsKeys();

    private final String file;
    private final long before;
    private final JsonParser parser;
    private final Tape tape;
    private final RowSink sink;

    private final Facts customer;
    private final List<Facts> subscriptions = new ArrayList<>();
    private final List<Span> members = new ArrayList<>();
    private @Nullable Span unwrapped;
    private boolean fromRejects;

    /** From one character to before another. */
    private record Span(long begin, long end) {}

    /** What one object says. */
    private static final class Facts {
        private final Place place;
        private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private Span span = new Span(0, 0);

        Facts(Place place) {
            this.place = place;
        }
    }

    private JsonCustomer(String file, long before, JsonParser parser, Tape tape, RowSink sink) {
        this.file = file;
        this.before = before;
        this.parser = parser;
        this.tape = tape;
        this.sink = sink;
        customer = new Facts(place());
    }

    /**
     * Reads the customer whose object the parser has just entered.
     *
     * @param before how many lines of the file lie before the text of the parser
     * @param tape what the parser reads from
     */
    static JsonCustomer read(String file, long before, JsonParser parser, Tape tape, RowSink sink) {
        JsonCustomer read = new JsonCustomer(file, before, parser, tape, sink);
        read.customer.span = read.readCustomer();
        return read;
    }

    /** Hands the rows to the sink; the tape must still keep the customer. */
    void push() {
        if (subscriptions.isEmpty()) {
            sink.row(row(customer, customer.cells, customer.problems, this::original));
        }
        for (Facts subscription : subscriptions) {
            sink.row(row(
                    subscription,
                    RawRow.merged(customer.cells, subscription.cells),
                    RawRow.merged(customer.problems, subscription.problems),
                    () -> original(subscription)));
        }
    }

    private RawRow row(Facts facts, Map<Field, Cell> cells, List<Problem> problems, Supplier<String> original) {
        return new RawRow(facts.place, cells, KEYS, facts != customer, problems, original, null);
    }

    private String original() {
        Span span = unwrapped == null ? customer.span : unwrapped;
        return tape.text(span.begin(), span.end());
    }

    /** The customer with one subscription only, so that it can be mended and read again by itself. */
    private String original(Facts subscription) {
        String facts = members.stream()
                .map(member -> tape.text(member.begin(), member.end()) + ", ")
                .collect(Collectors.joining());
        return "{" + facts + "\"" + SUBSCRIPTIONS + "\": ["
                + tape.text(subscription.span.begin(), subscription.span.end()) + "]}";
    }

    private Span readCustomer() {
        long begin = parser.currentTokenLocation().getCharOffset();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            long member = parser.currentTokenLocation().getCharOffset();
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals(Field.REJECT_REASON)) {
                parser.skipChildren();
                fromRejects = true;
            } else if (key.equals(ORIGINAL) && fromRejects) {
                readWrapped(value);
            } else if (key.equalsIgnoreCase(SUBSCRIPTIONS)) {
                readSubscriptions(key, value);
            } else {
                readValue(customer, key, value);
                members.add(new Span(member, end()));
            }
        }
        return new Span(begin, end());
    }

    /** A line of our own rejects file: the customer is inside. */
    private void readWrapped(JsonToken value) {
        if (value == JsonToken.START_OBJECT) {
            Span inner = readCustomer();
            unwrapped = unwrapped == null ? inner : unwrapped;
        } else {
            parser.skipChildren();
            problem(customer, ORIGINAL, Json.kind(value), "the mended customer as an object");
        }
    }

    private void readSubscriptions(String key, JsonToken value) {
        noteKey(customer, key);
        if (value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                subscriptions.add(readSubscription(key));
            }
        } else if (value != JsonToken.VALUE_NULL) {
            problem(customer, key, Json.kind(value), "an array");
            parser.skipChildren();
        }
    }

    private Facts readSubscription(String key) {
        Facts subscription = new Facts(place());
        long begin = parser.currentTokenLocation().getCharOffset();
        JsonToken start = parser.currentToken();
        if (start == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                readValue(subscription, name, parser.nextToken());
            }
        } else {
            problem(subscription, key, Json.kind(start), "an object for each subscription");
            parser.skipChildren();
        }
        subscription.span = new Span(begin, end());
        return subscription;
    }

    private void readValue(Facts facts, String key, JsonToken value) {
        Field field = Field.ofKey(key);
        boolean ofCustomer = facts == customer;
        if (field == null || field.ofCustomer() != ofCustomer) {
            String known = Texts.nearest(key, Field.keys(ofCustomer))
                    .orElse(
                            ofCustomer && field != null
                                    ? "it inside \"" + SUBSCRIPTIONS + "\""
                                    : "a known key such as "
                                            + (ofCustomer ? Field.CUSTOMER_ID : Field.SUBSCRIPTION_ID).key());
            sink.warn(place(), Texts.shown(key), "an unknown key", known);
            parser.skipChildren();
            return;
        }
        noteKey(facts, key);
        if (value.isStructStart()) {
            problem(facts, key, Json.kind(value), "a single value");
            parser.skipChildren();
            return;
        }
        long line = place().line();
        String text = Texts.trim(Json.scalar(parser));
        if (value != JsonToken.VALUE_NULL && RawRow.isKnown(text)) {
            facts.cells.put(field, new Cell(text, key, line));
        }
    }

    private void noteKey(Facts facts, String key) {
        if (!facts.seen.add(key.toLowerCase(Locale.ROOT))) {
            facts.problems.add(new Problem(file, place().line(), key, "found the key twice, expected it once"));
        }
    }

    private void problem(Facts facts, String key, String found, String expected) {
        facts.problems.add(new Problem(file, place().line(), key, "found " + found + ", expected " + expected));
    }

    private Place place() {
        return new Place(file, before + parser.currentTokenLocation().getLineNr());
    }

    /** Behind the value just read, which is taken to its end first: the parser is lazy about texts. */
    private long end() {
        parser.finishToken();
        return parser.currentLocation().getCharOffset();
    }
}
