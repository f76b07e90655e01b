package org.migrationadvisor.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of the rules folder: comma separated, columns by their header. Collects all problems of its file. */
final class CsvTable {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*\\|\\s*");

    private final CatalogFile file;
    private final List<CatalogException.Problem> problems;

    CsvTable(CatalogFile file, List<CatalogException.Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A row of the table. */
    final class Row {
        private final long line;
        private final Map<String, String> cells;

        private Row(long line, Map<String, String> cells) {
            this.line = line;
            this.cells = cells;
        }

        long line() {
            return line;
        }

        /** The cell without blanks at its ends; empty if the table has no such column. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The cell; empty if it is, which has then been told. */
        String required(String column, String expected) {
            if (cell(column).isEmpty()) {
                problem(column, "found nothing, expected " + expected);
            }
            return cell(column);
        }

        /** The values of a cell that are separated by {@code |}. */
        List<String> parts(String column) {
            return cell(column).isEmpty() ? List.of() : List.of(SEPARATOR.split(cell(column)));
        }

        /** A whole number of 1 or more; null if the cell is empty, or holds something else, which has then been told. */
        @Nullable
        Integer number(String column) {
            String text = cell(column);
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("[1-9][0-9]{0,6}")) {
                problem(column, "found '" + text + "', expected a whole number or nothing");
                return null;
            }
            return Integer.valueOf(text);
        }

        void problem(String column, String reason) {
            CsvTable.this.problem(line, column, reason);
        }
    }

    void problem(long line, String column, String reason) {
        problems.add(new CatalogException.Problem(file.name(), line, column, reason));
    }

    /**
     * The rows without those that do not fit the header, which have been told.
     *
     * @param columns all columns that the table can have
     * @param required those it must have; without them there are no rows
     */
    List<Row> rows(List<String> columns, List<String> required) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = null;
            for (CsvRecord row : reader) {
                if (header != null) {
                    row(header, row, rows);
                } else if (isHeader(row, columns, required)) {
                    header = row.getFields();
                } else {
                    return rows;
                }
            }
            if (header == null) {
                problem(1, "row", "found an empty table, expected a header and rows");
            }
        } catch (CsvParseException broken) {
            problem(1, "row", "found CSV that cannot be read: " + broken.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private boolean isHeader(CsvRecord row, List<String> columns, List<String> required) {
        int before = problems.size();
        Set<String> seen = new HashSet<>();
        for (String name : row.getFields()) {
            if (!columns.contains(name)) {
                problem(1, name, "found an unknown column, expected some of " + String.join(", ", columns));
            } else if (!seen.add(name)) {
                problem(1, name, "found the column again, expected each once");
            }
        }
        for (String name : required) {
            if (!seen.contains(name)) {
                problem(1, name, "found no such column, expected it");
            }
        }
        return problems.size() == before;
    }

    private void row(List<String> header, CsvRecord row, List<Row> rows) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            problem(line, "row", "found " + row.getFieldCount() + " cells, expected " + header.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.getField(i).strip());
        }
        rows.add(new Row(line, cells));
    }
}
