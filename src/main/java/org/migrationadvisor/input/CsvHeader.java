package org.migrationadvisor.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The header of a CSV list.
 *
 * @param names the column names as written, trimmed
 * @param fields by column; null where the column is ignored
 * @param columns how this header spells the fields it has
 * @param forRejects what heads the rows of this list in a rejects file
 * @param rejected whether {@code reject_reason} is in front, as in our own rejects file
 */
record CsvHeader(
        char delimiter,
        List<String> names,
        List<@Nullable Field> fields,
        Map<Field, String> columns,
        String forRejects,
        boolean rejected) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** The delimiter with which a header line names the most known columns, else the most columns. */
    static char delimiter(String headerLine) {
        return DELIMITERS.stream()
                .max(Comparator.<Character>comparingLong(delimiter -> split(headerLine, delimiter).stream()
                                .filter(name -> Field.ofColumn(name) != null)
                                .count())
                        .thenComparingInt(
                                delimiter -> split(headerLine, delimiter).size())
                        .thenComparingInt(delimiter -> -DELIMITERS.indexOf(delimiter)))
                .orElseThrow();
    }

    private static List<String> split(String line, char delimiter) {
        try {
            return CsvReader.builder().fieldSeparator(delimiter).ofSingleCsvRecord(line).getFields().stream()
                    .map(Texts::trim)
                    .toList();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    /**
     * The header that a record holds; columns that are ignored are told to the sink.
     *
     * @param original the record as written
     * @throws ListException if a column is there twice, or one that is required is missing
     */
    static CsvHeader of(Place place, char delimiter, List<String> cells, String original, RowSink sink) {
        List<String> names = cells.stream().map(Texts::trim).toList();
        List<@Nullable Field> fields = new ArrayList<>();
        Map<Field, String> columns = new EnumMap<>(Field.class);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Field field = Field.ofColumn(name);
            fields.add(field);
            if (field != null) {
                columns.put(field, name);
            }
            boolean read = !name.isEmpty() && !name.equalsIgnoreCase(Field.REJECT_REASON);
            if (read && !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new ListException(
                        place + ": found the column " + Texts.quoted(name) + " twice, expected each column once");
            }
        }
        requireIds(place, names, columns);
        for (int i = 0; i < names.size(); i++) {
            if (fields.get(i) == null && !names.get(i).equalsIgnoreCase(Field.REJECT_REASON)) {
                warnOfUnknown(place, names.get(i), columns, sink);
            }
        }
        boolean rejected = names.get(0).equalsIgnoreCase(Field.REJECT_REASON);
        String forRejects =
                Field.REJECT_REASON + delimiter + (rejected ? withoutFirstCell(original, delimiter) : original);
        return new CsvHeader(delimiter, names, fields, columns, forRejects, rejected);
    }

    private static void requireIds(Place place, List<String> names, Map<Field, String> columns) {
        List<String> missing = Stream.of(Field.CUSTOMER_ID, Field.SUBSCRIPTION_ID)
                .filter(field -> !columns.containsKey(field))
                .map(Field::column)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String found = names.stream().limit(30).map(Texts::quoted).collect(Collectors.joining(", "));
        String hints = missing.stream()
                .flatMap(required -> Texts.nearest(required, names).stream()
                        .map(name -> "rename " + Texts.quoted(name) + " to " + required))
                .collect(Collectors.joining(", "));
        throw new ListException(place + ": found the columns " + found + (names.size() > 30 ? ", ..." : "")
                + ", expected customer_id and subscription_id among them"
                + (hints.isEmpty() ? "" : "\nMaybe " + hints));
    }

    private static void warnOfUnknown(Place place, String name, Map<Field, String> columns, RowSink sink) {
        if (name.isEmpty()) {
            sink.warn(place, "row", "a column without a name", "a name for each column");
            return;
        }
        List<String> free = Field.columns().stream()
                .filter(column -> !columns.containsValue(column))
                .toList();
        String known = Texts.nearest(name, free).orElse("a known column such as customer_id");
        sink.warn(place, Texts.shown(name), "an unknown column", known);
    }

    /** The name of a column, {@code row} where the header has none. */
    String name(int column) {
        return column < names.size() && !names.get(column).isEmpty() ? Texts.shown(names.get(column)) : "row";
    }

    /** A record as its first source wrote it: without the reason that a rejects file put in front. */
    String originalOf(String record) {
        return rejected ? withoutFirstCell(record, delimiter) : record;
    }

    private static String withoutFirstCell(String record, char delimiter) {
        int end = record.startsWith("\"") ? closingQuote(record) : 0;
        int cut = record.indexOf(delimiter, end);
        return cut < 0 ? record : record.substring(cut + 1);
    }

    private static int closingQuote(String record) {
        int quote = record.indexOf('"', 1);
        while (quote >= 0 && record.startsWith("\"\"", quote)) {
            quote = record.indexOf('"', quote + 2);
        }
        return Math.max(quote, 0);
    }
}
