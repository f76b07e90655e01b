package org.migrationadvisor.rulebook.loading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.CatalogException;
import org.migrationadvisor.catalog.CatalogFile;
import org.migrationadvisor.catalog.CsvTable;
import org.migrationadvisor.rulebook.semantics.IsoCodes;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.semantics.TextKind;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;

/** Reads the rows of one table, cell by cell. */
final class TableReader {
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+-][A-Za-z(\"$].*", Pattern.DOTALL);
    private static final Pattern ERROR = Pattern.compile("#(REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)[!?]?|#{3,}");
    private static final List<String> YES = List.of("yes", "true");
    private static final List<String> NO = List.of("no", "false");

    private final TableDeclaration declared;
    private final SourceFile file;
    private final CellPlaces places;
    private final Problems problems;
    private final char separator;
    private TableDates dates = new TableDates(List.of());
    private TableNumbers numbers = new TableNumbers(List.of(), false);

    private TableReader(TableDeclaration declared, SourceFile file, Problems problems) {
        List<String> names = declared.columns().stream().map(Table.Column::name).toList();
        this.declared = declared;
        this.file = file;
        this.problems = problems;
        this.places = new CellPlaces(file, names);
        this.separator = CsvTable.separator(file.text(), names);
    }

    /** The rows without those that have an error, which have then been told. */
    static List<TableRow> read(TableDeclaration declared, SourceFile file, Problems problems) {
        return new TableReader(declared, file, problems).rows();
    }

    private List<TableRow> rows() {
        List<String> names = declared.columns().stream().map(Table.Column::name).toList();
        List<CatalogException.Problem> found = new ArrayList<>();
        List<CsvTable.Row> rows = new CsvTable(new CatalogFile(file.name(), file.text()), found).rows(names, names);
        found.forEach(
                problem -> wrong(problem.line(), problem.column(), problem.column() + ": " + problem.reason(), null));
        dates = new TableDates(cells(rows, ValueType.DATE));
        numbers = new TableNumbers(cells(rows, ValueType.DECIMAL), separator == ';');
        List<TableRow> read = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            if (problems.isFull(file)) {
                break;
            }
            TableRow one = row(row);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    private List<TableDates.Cell> cells(List<CsvTable.Row> rows, ValueType type) {
        List<TableDates.Cell> cells = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            for (int i = 0; i < declared.types().size(); i++) {
                if (declared.types().get(i).type() == type) {
                    cells.add(new TableDates.Cell(
                            row.cell(declared.columns().get(i).name()), row.line()));
                }
            }
        }
        return cells;
    }

    private void wrong(long line, String column, String what, @Nullable String mend) {
        problems.error(ProblemKind.TABLE_CELL, file, places.of(line, column), what, mend);
    }

    private @Nullable TableRow row(CsvTable.Row row) {
        @Nullable Object[] cells = new @Nullable Object[declared.columns().size()];
        boolean complete = true;
        for (Table.Column column : declared.columns()) {
            String text = row.cell(column.name());
            try {
                cells[column.place()] = value(column, text);
            } catch (RefusedCell refused) {
                complete = false;
                String found = text.isEmpty() ? "nothing" : SafeText.quoted(text);
                wrong(
                        row.line(),
                        column.name(),
                        column.name() + ": found " + found + ", expected " + refused.expected(),
                        mend(column, text));
            }
        }
        return complete ? row(row.line(), cells) : null;
    }

    private @Nullable TableRow row(long line, @Nullable Object[] cells) {
        List<Object> key = new ArrayList<>();
        for (Table.Column column : declared.key()) {
            Object value = cells[column.place()];
            if (value != null) {
                key.add(value);
            }
        }
        LocalDate from = LocalDate.MIN;
        LocalDate to = LocalDate.MAX;
        if (!declared.validity().isEmpty()) {
            Table.Column last = declared.validity().get(1);
            from = cells[declared.validity().get(0).place()] instanceof LocalDate day ? day : from;
            to = cells[last.place()] instanceof LocalDate day ? day : to;
            if (to.isBefore(from)) {
                wrong(
                        line,
                        last.name(),
                        last.name() + ": found " + to + ", expected a day on or after "
                                + declared.validity().get(0).name() + ", " + from,
                        null);
                return null;
            }
        }
        return new TableRow(file.name(), (int) line, key, from, to, cells);
    }

    private @Nullable Object value(Table.Column column, String text) throws RefusedCell {
        TableType type = declared.types().get(column.place());
        if (text.isEmpty()) {
            if (declared.key().contains(column)) {
                throw new RefusedCell("a value: the column is part of the key");
            }
            return null;
        }
        if (ERROR.matcher(text).matches()) {
            throw new RefusedCell("a value, not the error of a spreadsheet");
        }
        if (FORMULA.matcher(text).matches()) {
            throw new RefusedCell("a value, not a formula");
        }
        return switch (type.type()) {
            case WHOLE -> TableNumbers.whole(text);
            case DECIMAL -> numbers.decimal(text);
            case DATE -> dates.parse(text);
            case TRUTH -> truth(text);
            case CHOICE -> choice(type.choices(), text);
            default -> text(type.texts(), text);
        };
    }

    private static Boolean truth(String text) throws RefusedCell {
        if (YES.stream().noneMatch(text::equalsIgnoreCase) && NO.stream().noneMatch(text::equalsIgnoreCase)) {
            throw new RefusedCell("yes or no");
        }
        return YES.stream().anyMatch(text::equalsIgnoreCase);
    }

    private static String choice(List<String> choices, String text) throws RefusedCell {
        return choices.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new RefusedCell("one of " + String.join(", ", choices)));
    }

    private static String text(TextKind kind, String text) throws RefusedCell {
        if (kind == TextKind.COUNTRY && !IsoCodes.isCountry(text)) {
            throw new RefusedCell("a country as ISO 3166 alpha-2, such as DE");
        }
        if (kind == TextKind.CURRENCY && !IsoCodes.isCurrency(text)) {
            throw new RefusedCell("a currency as ISO 4217, such as EUR");
        }
        return text;
    }

    private @Nullable String mend(Table.Column column, String text) {
        TableType type = declared.types().get(column.place());
        if (FORMULA.matcher(text).matches() && !text.isEmpty()) {
            return "save the table with the values of its formulas; nothing here calculates them";
        }
        return switch (type.texts()) {
            case COUNTRY -> IsoCodes.country(text).map(Suggestion::didYouMean).orElse(null);
            case CURRENCY -> IsoCodes.currency(text).map(Suggestion::didYouMean).orElse(null);
            default -> text.isEmpty() ? null : Suggestion.didYouMean(text, type.choices());
        };
    }
}
