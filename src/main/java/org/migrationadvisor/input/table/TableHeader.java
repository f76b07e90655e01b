package org.migrationadvisor.input.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldMap;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.input.row.Cell;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.row.Translation;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Texts;

/** The header of a table whose format is known: it turns the cells of a record into a row. */
final class TableHeader {

    private final TableFormat format;
    private final FactTable fields;
    private final List<String> names;
    private final List<Origin> origins = new ArrayList<>();
    private final Map<String, Integer> charges = new HashMap<>();
    private final int latest;
    private final RowKind kind;
    private final boolean ofSubscriptions;

    /** A field with the columns it comes from, by their number from 0. */
    private record Origin(FactField field, List<Integer> columns, Translation translation) {}

    private TableHeader(
            TableFormat format, FactTable fields, List<String> names, Map<String, Integer> numbers, String forRejects) {
        this.format = format;
        this.fields = fields;
        this.names = names;
        Map<FactField, String> spelled = new FieldMap<>();
        for (TableColumn column : format.columns(fields)) {
            if (numbers.keySet().containsAll(column.names())) {
                List<Integer> columns =
                        column.names().stream().map(numbers::get).toList();
                origins.add(new Origin(column.field(), columns, column.translation()));
                spelled.putIfAbsent(column.field(), names.get(columns.get(0)));
            }
        }
        if (format.traits().contains(RowKind.Trait.REPEATS)) {
            Charges.COLUMNS.stream().filter(numbers::containsKey).forEach(name -> charges.put(name, numbers.get(name)));
        }
        latest = format.latest() == null ? -1 : numbers.getOrDefault(format.latest(), -1);
        ofSubscriptions = format.ofSubscriptions();
        kind = new RowKind(Map.copyOf(spelled), forRejects, format.traits(), Set.of());
    }

    /**
     * The header that a record holds; columns that are ignored are told to the sink.
     *
     * @param cells the column names
     * @param options the format that it must have, if one, and the fields that it can have
     * @param forRejects what heads the rows of this list in a rejects file
     * @throws ListException if a column that is read is there twice, or one that is required is missing
     */
    static TableHeader of(Place place, List<String> cells, ReadOptions options, String forRejects, RowSink sink) {
        List<String> names = cells.stream().map(Texts::trim).toList();
        TableFormat forced = options.format() == null
                ? null
                : TableFormat.of(options.format()).orElse(null);
        TableFormat format = forced != null ? forced : TableFormat.of(names).orElse(TableFormat.CANONICAL);
        Map<String, Integer> numbers = numbers(place, names, format, options.fields());
        requireColumns(place, names, numbers, format, forced != null);
        sink.recognised(format.format(), format.format().title());
        TableHeader header = new TableHeader(format, options.fields(), names, numbers, forRejects);
        header.tellColumns(place, sink);
        return header;
    }

    private static Map<String, Integer> numbers(Place place, List<String> names, TableFormat format, FactTable fields) {
        Set<String> read = new HashSet<>();
        format.columns(fields).forEach(column -> column.names().forEach(name -> read.add(lower(name))));
        Map<String, Integer> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean again = numbers.putIfAbsent(name, i) != null;
            boolean matters = format == TableFormat.CANONICAL
                    ? !name.isEmpty() && !name.equalsIgnoreCase(RejectedRow.REASON)
                    : read.contains(lower(name));
            if (again && matters) {
                throw new ListException(
                        place + ": found the column " + Texts.quoted(name) + " twice, expected each column once");
            }
        }
        return numbers;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void requireColumns(
            Place place, List<String> names, Map<String, Integer> numbers, TableFormat format, boolean forced) {
        List<String> missing = format.required().stream()
                .filter(name -> !numbers.containsKey(name))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        if (names.contains("String_Id") && names.contains("GUID")) {
            throw new ListException(place + ": found a list of products, expected a list of customers"
                    + "\nMaybe give it as the product list: --catalog " + place.file());
        }
        if (names.size() == 1 && !forced) {
            throw new ListException(place + ": found one column " + Texts.quoted(names.get(0))
                    + ", expected several, with customer_id and subscription_id among them");
        }
        String found = names.stream().limit(30).map(Texts::quoted).collect(Collectors.joining(", "));
        String hints = missing.stream()
                .flatMap(required -> Texts.nearest(required, names).stream()
                        .map(name -> "rename " + Texts.quoted(name) + " to " + required))
                .collect(Collectors.joining(", "));
        String expected = forced && format != TableFormat.CANONICAL
                ? String.join(", ", format.required()) + " among them, as in a "
                        + format.format().title()
                : "customer_id and subscription_id among them" + like(names);
        throw new ListException(place + ": found the columns " + found + (names.size() > 30 ? ", ..." : "")
                + ", expected " + expected + (hints.isEmpty() ? "" : "\nMaybe " + hints));
    }

    /** What a header lacks to be of the format that it is most like. */
    private static String like(List<String> names) {
        return TableFormat.nearest(names)
                .map(format -> ", or "
                        + format.required().stream()
                                .filter(column -> names.stream().noneMatch(column::equalsIgnoreCase))
                                .collect(Collectors.joining(", "))
                        + " as in " + format.format().title())
                .orElse("");
    }

    private void tellColumns(Place place, RowSink sink) {
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            List<FactField> read = origins.stream()
                    .filter(origin -> origin.columns().contains(column))
                    .map(Origin::field)
                    .toList();
            read.forEach(field -> sink.column(names.get(column), field));
            if (read.isEmpty()) {
                sink.column(names.get(i), null);
            }
            boolean unknown = read.isEmpty() && !names.get(i).equalsIgnoreCase(RejectedRow.REASON);
            if (unknown && format == TableFormat.CANONICAL) {
                warnOfUnknown(place, names.get(i), sink);
            }
        }
    }

    private void warnOfUnknown(Place place, String name, RowSink sink) {
        if (name.isEmpty()) {
            sink.warn(place, "row", "a column without a name", "a name for each column");
            return;
        }
        List<String> free = fields.columns().stream()
                .filter(column -> names.stream().noneMatch(column::equalsIgnoreCase))
                .toList();
        String known = Texts.nearest(name, free).orElse("a known column such as customer_id");
        sink.warn(place, Texts.shown(name), "an unknown column", known);
    }

    /** The number of columns. */
    int size() {
        return names.size();
    }

    /** What heads the rows of this list in a rejects file. */
    @Nullable
    String forRejects() {
        return kind.header();
    }

    /** The name of a column, {@code row} where the header has none. */
    String name(int column) {
        return column < names.size() && !names.get(column).isEmpty() ? Texts.shown(names.get(column)) : "row";
    }

    /** Whether a column holds dates. */
    boolean isDate(int column) {
        return column == latest
                || origins.stream()
                        .anyMatch(origin -> origin.field().type() == FieldType.DATE
                                && origin.columns().contains(column));
    }

    /** Hands a record with as many cells as the header has to the sink. */
    void push(Place place, List<String> record, Supplier<String> original, RowSink sink) {
        Map<String, String> charge = charge(record);
        Optional<Map.Entry<String, String>> foreign = charge.isEmpty() ? Optional.empty() : Charges.foreign(charge);
        if (foreign.isPresent()) {
            String found = foreign.get().getValue();
            sink.skip(place, foreign.get().getKey(), found, "a line of a license-based subscription (skipped)");
            return;
        }
        Map<FactField, Cell> cells = new FieldMap<>();
        format.constants().forEach((field, value) -> cells.put(field, new Cell(value, field.column(), place.line())));
        for (Origin origin : origins) {
            if (!cells.containsKey(origin.field()) && (origin.field() != FactFields.SEATS || tellsSeats(charge))) {
                put(cells, origin, record, place);
            }
        }
        sink.row(new RawRow(place, cells, kind, ofSubscriptions, List.of(), latest(record, place), original));
    }

    private Map<String, String> charge(List<String> record) {
        if (charges.isEmpty()) {
            return Map.of();
        }
        Map<String, String> charge = new HashMap<>();
        charges.forEach((name, column) -> charge.put(name, Texts.trim(record.get(column))));
        return charge;
    }

    private static boolean tellsSeats(Map<String, String> charge) {
        return !charge.containsKey("ChargeType") || Charges.tellSeats(charge);
    }

    private void put(Map<FactField, Cell> cells, Origin origin, List<String> record, Place place) {
        List<Integer> columns = origin.columns();
        String text = Texts.trim(record.get(columns.get(0)));
        for (int i = 1; i < columns.size(); i++) {
            String next = Texts.trim(record.get(columns.get(i)));
            text = text.isEmpty() || next.isEmpty() ? "" : text + ":" + next;
        }
        String value = text.isEmpty() ? "" : origin.translation().apply(text);
        if (value != null && RawRow.isKnown(value)) {
            cells.put(origin.field(), new Cell(value, names.get(columns.get(0)), place.line()));
        }
    }

    private @Nullable Cell latest(List<String> record, Place place) {
        String text = latest < 0 ? "" : Texts.trim(record.get(latest));
        return text.isEmpty() ? null : new Cell(text, names.get(latest), place.line());
    }

    /** How many of the names are columns of some known table. */
    static long known(List<String> names) {
        Set<String> all = Stream.of(TableFormat.values())
                .flatMap(format -> format.columns().stream())
                .flatMap(column -> column.names().stream())
                .map(TableHeader::lower)
                .collect(Collectors.toSet());
        return names.stream().filter(name -> all.contains(lower(name))).count();
    }
}
