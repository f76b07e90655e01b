package org.migrationadvisor.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of the rules folder, as spreadsheets write them: separated by commas, semicolons or tabs, columns by their header
 * in any order and letter case, rows of empty cells left out. Collects the problems of its file, up to 1,000 of all tables.
 * It has at most 50,000 rows, 200,000 values separated by {@code |}, and 32,767 characters in a cell.
 */
public final class CsvTable {
    private static final String SPREADSHEET_HINT = "sep=";
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_VALUES = 200_000;
    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_PROBLEMS = 1_000;

    private final CatalogFile file;
    private final List<CatalogException.Problem> problems;
    private int values;

    /** @param problems takes what is wrong with the file */
    public CsvTable(CatalogFile file, List<CatalogException.Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A row of the table. */
    public final class Row {
        private final long line;
        private final Map<String, Integer> columns;
        private final String[] cells;

        private Row(long line, Map<String, Integer> columns, String[] cells) {
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        /** The line where it starts, counted from 1. */
        public long line() {
            return line;
        }

        /** The cell without blanks at its ends; empty if the table has no such column. */
        public String cell(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : cells[index];
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
            if (cell(column).isEmpty()) {
                return List.of();
            }
            String[] parts = cell(column).split("\\|");
            values += parts.length;
            if (values > MOST_VALUES) {
                problem(column, "found more than " + MOST_VALUES + " values separated by | up to here");
                return List.of();
            }
            return Arrays.stream(parts).map(String::strip).toList();
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
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new CatalogException.Problem(file.name(), line, column, reason));
        }
    }

    /**
     * The rows without those that do not fit the header, which have been told.
     *
     * @param columns all columns that the table can have
     * @param required those it must have; without them there are no rows
     */
    public List<Row> rows(List<String> columns, List<String> required) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text, columns))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<String, Integer> header = null;
            for (CsvRecord row : reader) {
                if (header == null && isHint(row)) {
                    continue;
                }
                if (rows.size() == MOST_ROWS) {
                    problem(
                            row.getStartingLineNumber(),
                            "row",
                            "found more than " + MOST_ROWS + " rows, expected at most so many");
                    return rows;
                }
                if (header != null) {
                    row(header, row, rows);
                } else if (isHeader(row, columns, required)) {
                    header = new HashMap<>();
                    for (int i = 0; i < row.getFieldCount(); i++) {
                        header.put(canonical(row.getField(i), columns), i);
                    }
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

    /** The separator with which the header names the most columns: a comma, a semicolon or a tab. */
    public static char separator(String text, List<String> columns) {
        char best = ',';
        long most = -1;
        String header = text.lines()
                .filter(line ->
                        !line.isBlank() && !line.toLowerCase(Locale.ROOT).startsWith(SPREADSHEET_HINT))
                .findFirst()
                .orElse("");
        for (char separator : SEPARATORS) {
            long known = Arrays.stream(header.split(Pattern.quote(String.valueOf(separator)), -1))
                    .filter(name -> columns.contains(canonical(name.replace("\"", ""), columns)))
                    .count();
            if (known > most) {
                best = separator;
                most = known;
            }
        }
        return best;
    }

    /** Whether it is a line such as {@code sep=;}, which tells a spreadsheet the separator. */
    private static boolean isHint(CsvRecord row) {
        return row.getField(0).toLowerCase(Locale.ROOT).startsWith(SPREADSHEET_HINT);
    }

    /** The column that a name in a header means, whatever its letter case. */
    private static String canonical(String name, List<String> columns) {
        String stripped = name.strip();
        return columns.stream().filter(stripped::equalsIgnoreCase).findFirst().orElse(stripped);
    }

    private boolean isHeader(CsvRecord row, List<String> columns, List<String> required) {
        int before = problems.size();
        Set<String> seen = new HashSet<>();
        for (String field : row.getFields()) {
            String name = canonical(field, columns);
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

    private void row(Map<String, Integer> header, CsvRecord row, List<Row> rows) {
        long line = row.getStartingLineNumber();
        if (row.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        if (row.getFieldCount() != header.size()) {
            problem(line, "row", "found " + row.getFieldCount() + " cells, expected " + header.size());
            return;
        }
        String[] cells = new String[header.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getField(i).strip();
            if (cells[i].length() > LONGEST_CELL) {
                problem(
                        line,
                        "row",
                        "found a cell of " + cells[i].length() + " characters, expected at most " + LONGEST_CELL);
                return;
            }
        }
        rows.add(new Row(line, header, cells));
    }
}
