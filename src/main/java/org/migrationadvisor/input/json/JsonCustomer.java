package org.migrationadvisor.input.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldMap;
import org.migrationadvisor.input.row.Cell;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ReplayableReader;
import org.migrationadvisor.input.source.Texts;
import tools.jackson.core.JsonToken;

/** One customer of the canonical list, as a row per subscription. */
public final class JsonCustomer {

    static final String SUBSCRIPTIONS = "subscriptions";
    public static final String ORIGINAL = "original";

    /** About how many characters a problem takes. */
    private static final int PROBLEM_SIZE = 100;

    private final String file;
    private final ReplayableReader tape;
    private final RowKind kind;
    private final FactTable fields;
    private final RowSink sink;

    private final Facts customer;
    private final List<Facts> subscriptions = new ArrayList<>();
    private final List<JsonNode.Member> members = new ArrayList<>();
    private @Nullable JsonNode unwrapped;
    private boolean fromRejects;

    /** What one object says. */
    private static final class Facts {
        private final JsonNode node;
        private final Map<FactField, Cell> cells = new FieldMap<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        Facts(JsonNode node) {
            this.node = node;
        }
    }

    private JsonCustomer(
            String file, JsonNode node, ReplayableReader tape, RowKind kind, FactTable fields, RowSink sink) {
        this.kind = kind;
        this.fields = fields;
        this.file = file;
        this.tape = tape;
        this.sink = sink;
        customer = new Facts(node);
    }

    /** Hands the rows of a customer to the sink; the tape must still keep it. */
    static void push(String file, JsonNode node, ReplayableReader tape, RowKind kind, FactTable fields, RowSink sink) {
        JsonCustomer read = new JsonCustomer(file, node, tape, kind, fields, sink);
        read.readCustomer(node);
        read.push();
    }

    private void push() {
        if (subscriptions.isEmpty()) {
            sink.row(row(customer, customer.cells, customer.problems, this::original));
        }
        long repeated = subscriptions.size() * ownSize();
        if (repeated > Json.MAX_CUSTOMER) {
            reject(repeated);
            return;
        }
        for (Facts subscription : subscriptions) {
            sink.row(row(
                    subscription,
                    RawRow.merged(customer.cells, subscription.cells),
                    RawRow.merged(customer.problems, subscription.problems),
                    () -> original(subscription)));
        }
    }

    /** About how many characters each row repeats of the customer itself. */
    private long ownSize() {
        return members.stream()
                        .mapToLong(member -> member.value().end() - member.begin())
                        .sum()
                + (long) PROBLEM_SIZE * customer.problems.size();
    }

    /** Few characters can become many rows that all repeat a long text, so that they are refused together. */
    private void reject(long repeated) {
        String reason = String.format(
                Locale.ROOT,
                "found a customer of whom %,d subscriptions would repeat %,d characters, expected at most %,d",
                subscriptions.size(),
                repeated,
                Json.MAX_CUSTOMER);
        RowProblem problem = new RowProblem(file, customer.node.line(), "row", reason);
        sink.reject(new RejectedRow(List.of(problem), original(), null));
    }

    private RawRow row(Facts facts, Map<FactField, Cell> cells, List<RowProblem> problems, Supplier<String> original) {
        Place place = new Place(file, facts.node.line());
        return new RawRow(place, cells, kind, facts != customer, problems, null, original);
    }

    private String original() {
        JsonNode node = unwrapped == null ? customer.node : unwrapped;
        return tape.text(node.begin(), node.end());
    }

    /** The customer with one subscription only, so that it can be mended and read again by itself. */
    private String original(Facts subscription) {
        String facts = members.stream()
                .map(member -> tape.text(member.begin(), member.value().end()) + ", ")
                .collect(Collectors.joining());
        return "{" + facts + "\"" + SUBSCRIPTIONS + "\": ["
                + tape.text(subscription.node.begin(), subscription.node.end()) + "]}";
    }

    private void readCustomer(JsonNode node) {
        for (JsonNode.Member member : node.members()) {
            if (member.key().equals(RejectedRow.REASON)) {
                fromRejects = true;
            } else if (member.key().equals(ORIGINAL) && fromRejects) {
                readWrapped(member.value());
            } else if (member.key().equalsIgnoreCase(SUBSCRIPTIONS)) {
                readSubscriptions(member.key(), member.value());
            } else {
                readValue(customer, member.key(), member.value());
                members.add(member);
            }
        }
    }

    /** A line of our own rejects file: the customer is inside. */
    private void readWrapped(JsonNode value) {
        if (value.isObject()) {
            readCustomer(value);
            unwrapped = unwrapped == null ? value : unwrapped;
        } else {
            problem(customer, ORIGINAL, value, "the mended customer as an object");
        }
    }

    private void readSubscriptions(String key, JsonNode value) {
        noteKey(customer, key, value);
        if (value.isArray()) {
            value.elements().forEach(element -> subscriptions.add(readSubscription(key, element)));
        } else if (value.token() != JsonToken.VALUE_NULL) {
            problem(customer, key, value, "an array");
        }
    }

    private Facts readSubscription(String key, JsonNode node) {
        Facts subscription = new Facts(node);
        if (node.isObject()) {
            node.members().forEach(member -> readValue(subscription, member.key(), member.value()));
        } else {
            problem(subscription, key, node, "an object for each subscription");
        }
        return subscription;
    }

    private void readValue(Facts facts, String key, JsonNode value) {
        FactField field = fields.ofKey(key);
        boolean ofCustomer = facts == customer;
        if (field == null || field.ofCustomer() != ofCustomer) {
            String known = Texts.nearest(key, fields.keys(ofCustomer))
                    .orElse(
                            ofCustomer && field != null
                                    ? "it inside \"" + SUBSCRIPTIONS + "\""
                                    : "a known key such as "
                                            + (ofCustomer ? FactFields.CUSTOMER_ID : FactFields.SUBSCRIPTION_ID).key());
            sink.warn(new Place(file, value.line()), Texts.shown(key), "an unknown key", known);
            sink.column(key, null);
            return;
        }
        sink.column(key, field);
        noteKey(facts, key, value);
        if (!value.isScalar()) {
            problem(facts, key, value, "a single value");
            return;
        }
        String text = Texts.trim(value.text());
        if (value.token() != JsonToken.VALUE_NULL && RawRow.isKnown(text)) {
            facts.cells.put(field, new Cell(text, key, value.line()));
        }
    }

    private void noteKey(Facts facts, String key, JsonNode value) {
        if (!facts.seen.add(key.toLowerCase(Locale.ROOT))) {
            facts.problems.add(new RowProblem(file, value.line(), key, "found the key twice, expected it once"));
        }
    }

    private void problem(Facts facts, String key, JsonNode found, String expected) {
        facts.problems.add(new RowProblem(file, found.line(), key, "found " + found.kind() + ", expected " + expected));
    }
}
