package org.migrationadvisor.input.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Texts;

/**
 * The header of a CSV list.
 *
 * @param rejected whether {@code reject_reason} is in front, as in our own rejects file
 */
public record CsvHeader(char delimiter, TableHeader table, boolean rejected) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final String SPREADSHEET_HINT = "sep=";

    /** The delimiter with which a header line names the most known columns, else the most columns. */
    public static char delimiter(String headerLine) {
        return DELIMITERS.stream()
                .max(Comparator.<Character>comparingLong(delimiter -> TableHeader.known(split(headerLine, delimiter)))
                        .thenComparingInt(
                                delimiter -> split(headerLine, delimiter).size())
                        .thenComparingInt(delimiter -> -DELIMITERS.indexOf(delimiter)))
                .orElseThrow();
    }

    /** The delimiter that a line such as {@code sep=;} tells a spreadsheet; null if it is no such line. */
    static @Nullable Character hint(String line) {
        String text = line.strip();
        boolean hint = text.length() == SPREADSHEET_HINT.length() + 1
                && text.regionMatches(true, 0, SPREADSHEET_HINT, 0, SPREADSHEET_HINT.length());
        if (line.equalsIgnoreCase(SPREADSHEET_HINT + '\t')) {
            return '\t';
        }
        return hint ? (Character) text.charAt(SPREADSHEET_HINT.length()) : null;
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
     * @param options the format that it must have, if one, and the fields that it can have
     * @param original the record as written
     * @throws ListException if a column is there twice, or one that is required is missing
     */
    static CsvHeader of(
            Place place, char delimiter, List<String> cells, ReadOptions options, String original, RowSink sink) {
        boolean rejected = Texts.trim(cells.get(0)).equalsIgnoreCase(RejectedRow.REASON);
        String forRejects =
                RejectedRow.REASON + delimiter + (rejected ? withoutFirstCell(original, delimiter) : original);
        return new CsvHeader(delimiter, TableHeader.of(place, cells, options, forRejects, sink), rejected);
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
