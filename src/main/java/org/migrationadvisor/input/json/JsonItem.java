package org.migrationadvisor.input.json;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FieldMap;
import org.migrationadvisor.input.row.Cell;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ReplayableReader;

/**
 * One object of Partner Center or Microsoft Graph: handed to the sink as a row, or as a bridge between offers. What is
 * read by its path alone is read here; the rest by those who know the system it comes from.
 */
final class JsonItem {

    private static final int MAX_MATCHED = 2000;

    private final String file;
    private final JsonNode node;
    private final JsonShape shape;
    private final RowSink sink;
    private final Map<FactField, Cell> cells = new FieldMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Set<RowKind.Trait> traits;

    private JsonItem(String file, JsonNode node, JsonShape shape, RowSink sink) {
        this.file = file;
        this.node = node;
        this.shape = shape;
        this.sink = sink;
        traits = shape.traits().isEmpty() ? EnumSet.noneOf(RowKind.Trait.class) : EnumSet.copyOf(shape.traits());
    }

    /** Hands what an object says to the sink; the tape must still keep it. */
    static void push(
            String file, JsonNode node, JsonShape shape, ReplayableReader tape, ReadOptions options, RowSink sink) {
        sink.recognised(shape.format(), shape.title());
        JsonItem item = new JsonItem(file, node, shape, sink);
        if (shape.isBridge()) {
            PartnerCenterItem.bridge(item);
        } else if (PartnerCenterItem.isUsage(item)) {
            item.skip(
                    node.has("billingType") ? "billingType" : "unitType",
                    "a usage-based subscription",
                    "a license-based subscription (skipped)");
        } else {
            shape.fields().forEach(item::put);
            options.fields().own().forEach(item::putOwn);
            if (shape.format() == ListFormat.GRAPH) {
                GraphItem.complete(item, options.partnerTenants());
            } else {
                PartnerCenterItem.complete(item);
            }
            item.pushRow(tape);
        }
    }

    JsonNode node() {
        return node;
    }

    JsonShape shape() {
        return shape;
    }

    boolean is(String path, String expected) {
        return node.text(path).filter(expected::equalsIgnoreCase).isPresent();
    }

    boolean has(FactField field) {
        return cells.containsKey(field);
    }

    Optional<Cell> cell(FactField field) {
        return Optional.ofNullable(cells.get(field));
    }

    /** How the text at a path matches; a text that is longer than any that is meant does not. */
    Optional<Matcher> match(String path, Pattern pattern) {
        return node.text(path)
                .filter(text -> text.length() <= MAX_MATCHED)
                .map(pattern::matcher)
                .filter(Matcher::matches);
    }

    void put(FactField field, String text, String path) {
        cells.put(field, new Cell(text, path, line(path)));
    }

    private void putOwn(FactField field) {
        put(JsonField.key(field, field.key()));
        put(JsonField.key(field, field.column()));
    }

    private void put(JsonField from) {
        Optional<JsonNode> value = node.at(from.path());
        if (value.isEmpty() || cells.containsKey(from.field())) {
            return;
        }
        if (!value.get().isScalar()) {
            reject(from.path(), "found " + value.get().kind() + ", expected a single value");
            return;
        }
        node.text(from.path()).ifPresent(text -> {
            String translated = from.translation().apply(text);
            if (translated != null && RawRow.isKnown(translated)) {
                put(from.field(), translated, from.path());
            }
        });
    }

    /** An active subscription that is said to be a trial is one. */
    void trial(String path) {
        Cell status = cells.get(FactFields.STATUS);
        if (node.has(path)) {
            sink.column(path, FactFields.STATUS);
        }
        if (status != null && status.text().equalsIgnoreCase("active") && is(path, "true")) {
            put(FactFields.STATUS, "trial", status.column());
        }
    }

    void trait(RowKind.Trait trait) {
        traits.add(trait);
    }

    void reject(String path, String reason) {
        problems.add(new RowProblem(file, line(path), path, reason));
    }

    void warn(String path, String found, String expected) {
        sink.warn(new Place(file, line(path)), path, found, expected);
    }

    private void skip(String path, String found, String expected) {
        sink.skip(new Place(file, node.line()), path, found, expected);
    }

    void bridge(String offerId, String skuId) {
        sink.bridge(new Place(file, node.line()), offerId, skuId);
    }

    private long line(String path) {
        return node.at(path).map(JsonNode::line).orElse(node.line());
    }

    private void pushRow(ReplayableReader tape) {
        tellColumns();
        RowKind kind = new RowKind(spelled(), null, traits, shape.hints());
        sink.row(new RawRow(
                new Place(file, node.line()),
                cells,
                kind,
                shape != JsonShape.CUSTOMER,
                problems,
                null,
                () -> tape.text(node.begin(), node.end())));
    }

    private Map<FactField, String> spelled() {
        Map<FactField, String> spelled = new FieldMap<>();
        shape.fields().forEach(field -> spelled.putIfAbsent(field.field(), field.path()));
        cells.forEach((field, cell) -> spelled.put(field, cell.column()));
        return spelled;
    }

    private void tellColumns() {
        cells.forEach((field, cell) -> sink.column(cell.column(), field));
        for (JsonNode.Member member : node.members()) {
            String key = member.key();
            boolean read = cells.values().stream().anyMatch(cell -> {
                String column = cell.column().toLowerCase(Locale.ROOT);
                return column.equals(key.toLowerCase(Locale.ROOT))
                        || column.startsWith(key.toLowerCase(Locale.ROOT) + ".");
            });
            if (!read) {
                sink.column(key, null);
            }
        }
    }
}
