package org.migrationadvisor.input.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ReplayableReader;
import org.migrationadvisor.input.source.Texts;

/** Hands the objects of a list to the sink, each by what it is: a customer of the canonical list, or another shape. */
final class JsonObjects {

    private static final String EXPECTED = "a customer, subscription, offer, SKU or eligibility of Partner Center, or a"
            + " subscribedSku or directory subscription of Microsoft Graph";

    private final String file;
    private final ReplayableReader tape;
    private final ListFormat canonical;
    private final RowKind customers;
    private final ReadOptions options;
    private final RowSink sink;

    /**
     * @param canonical what a list of customers is here: JSON, or JSON Lines
     * @param customers what the rows of canonical customers have in common
     */
    JsonObjects(
            String file,
            ReplayableReader tape,
            ListFormat canonical,
            RowKind customers,
            ReadOptions options,
            RowSink sink) {
        this.customers = customers;
        this.file = file;
        this.tape = tape;
        this.canonical = canonical;
        this.options = options;
        this.sink = sink;
    }

    /** The shape of an object; empty if it is to be read as a customer of the canonical list. */
    Optional<JsonShape> shape(JsonNode node) {
        boolean canonicalKeys = node.has(FactFields.CUSTOMER_ID.key()) || node.has(JsonCustomer.SUBSCRIPTIONS);
        ListFormat format = options.format();
        if (format == null ? canonicalKeys : format == ListFormat.JSON || format == ListFormat.JSON_LINES) {
            return Optional.empty();
        }
        return JsonShape.of(node).filter(shape -> format == null || shape.format() == format);
    }

    /**
     * Hands an object to the sink; the tape must still keep it.
     *
     * @param foreign whether it comes from a list of another system, in which no canonical customer is expected
     */
    void push(JsonNode node, boolean foreign) {
        JsonNode inner = mended(node);
        Optional<JsonShape> shape = inner == null ? shape(node) : shape(inner);
        if (shape.isPresent()) {
            JsonItem.push(file, inner == null ? node : inner, shape.get(), tape, options, sink);
        } else if (!node.isObject()) {
            reject(node, "found " + node.kind() + ", expected " + (foreign ? EXPECTED : "a customer as an object"));
        } else if (foreign || isForced()) {
            reject(node, found(node) + ", expected " + expected());
        } else {
            sink.recognised(canonical, canonical.title());
            JsonCustomer.push(file, node, tape, customers, options.fields(), sink);
        }
    }

    /** The object that a line of our own rejects file wraps; null if it is no such line. */
    private static @Nullable JsonNode mended(JsonNode node) {
        JsonNode inner = node.has(RejectedRow.REASON) ? node.get(JsonCustomer.ORIGINAL) : null;
        return inner != null && inner.isObject() ? inner : null;
    }

    private boolean isForced() {
        return options.format() == ListFormat.PARTNER_CENTER || options.format() == ListFormat.GRAPH;
    }

    private String expected() {
        return isForced() && options.format() != null
                ? "an object of " + options.format().title()
                : EXPECTED;
    }

    /** What an object is by its keys, for messages. */
    static String found(JsonNode node) {
        List<String> keys = node.members().stream()
                .map(member -> Texts.quoted(member.key()))
                .toList();
        return keys.isEmpty()
                ? "found an object without keys"
                : "found an object with " + keys.stream().limit(8).collect(Collectors.joining(", "))
                        + (keys.size() > 8 ? ", ..." : "");
    }

    private void reject(JsonNode node, String reason) {
        RowProblem problem = new RowProblem(file, node.line(), "row", reason);
        sink.reject(new RejectedRow(List.of(problem), tape.text(node.begin(), node.end()), null));
    }
}
