package org.migrationadvisor.rulebook.loading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/** Finds rows of the same key on the same day, and keys and days without a row where a table promises one. */
final class TableReview {
    private static final int MOST_COMBINATIONS = 100_000;
    private static final int MOST_NAMED = 3;

    private final TableDeclaration declared;
    private final Table table;
    private final SourceFile file;
    private final CellPlaces places;
    private final Problems problems;

    TableReview(TableDeclaration declared, Table table, SourceFile file, Problems problems) {
        this.declared = declared;
        this.table = table;
        this.file = file;
        this.places = new CellPlaces(
                file, table.columns().stream().map(Table.Column::name).toList());
        this.problems = problems;
    }

    void run() {
        table.rowsByKey().forEach(this::overlaps);
        if (declared.complete() != null && !problems.hasErrors()) {
            holes();
        }
    }

    private void overlaps(List<TableRow> rows) {
        TableRow longest = rows.get(0);
        for (TableRow row : rows.subList(1, rows.size())) {
            if (!row.from().isAfter(longest.to())) {
                overlap(row, longest);
            }
            longest = row.to().isAfter(longest.to()) ? row : longest;
        }
    }

    private void overlap(TableRow row, TableRow before) {
        TableRow later = row.line() > before.line() ? row : before;
        TableRow first = later == row ? before : row;
        boolean dated = !table.validity().isEmpty();
        String column =
                dated ? table.validity().get(0).name() : table.key().get(0).name();
        problems.error(
                ProblemKind.OVERLAPPING_ROWS,
                file,
                places.of(later.line(), column),
                "found " + named(later) + (dated ? " " + days(later.from(), later.to()) : "")
                        + " again, expected one row"
                        + (dated ? " for each day" : "") + "; line " + first.line()
                        + (dated ? " holds " + days(first.from(), first.to()) : " has it first"),
                dated ? "end one row on the day before the other one starts" : "remove one of the rows");
    }

    /** Such as {@code from 2026-05-04 on}. */
    private static String days(LocalDate from, LocalDate to) {
        boolean open = from.equals(LocalDate.MIN);
        if (to.equals(LocalDate.MAX)) {
            return open ? "on any day" : "from " + from + " on";
        }
        return open ? "until " + to : "from " + from + " to " + to;
    }

    private String named(TableRow row) {
        return named(table.key().stream()
                .map(column -> row.cell(column.place()))
                .map(String::valueOf)
                .toList());
    }

    private String named(List<String> key) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            parts.add(table.key().get(i).name() + " " + key.get(i));
        }
        return String.join(", ", parts);
    }

    private void holes() {
        List<List<String>> values = new ArrayList<>();
        long combinations = 1;
        for (Table.Column column : table.key()) {
            List<String> all = all(column);
            if (all.isEmpty()) {
                refuse("found the key column " + column.name() + ", which can be any "
                        + column.property().type().shown().replaceFirst("^an? ", "")
                        + ", expected columns of a key that have a list of values");
                return;
            }
            values.add(all);
            combinations *= all.size();
        }
        if (combinations > MOST_COMBINATIONS) {
            refuse("found " + combinations + " combinations of the key, expected at most " + MOST_COMBINATIONS);
            return;
        }
        missing(values, combinations);
        if (!table.validity().isEmpty()) {
            table.rowsByKey().forEach(this::days);
        }
    }

    private void refuse(String what) {
        if (declared.complete() != null) {
            declared.complete().wrong(ProblemKind.WRONG_VALUE, what, "remove `complete: true`");
        }
    }

    private static List<String> all(Table.Column column) {
        return column.property().type() == ValueType.TRUTH
                ? List.of("true", "false")
                : column.property().choices();
    }

    private void missing(List<List<String>> values, long combinations) {
        Set<List<String>> there = new HashSet<>();
        table.rows()
                .forEach(row -> there.add(table.key().stream()
                        .map(column -> String.valueOf(row.cell(column.place())))
                        .toList()));
        List<String> named = new ArrayList<>();
        int missing = 0;
        for (long number = 0; number < combinations; number++) {
            List<String> key = new ArrayList<>();
            long rest = number;
            for (int i = values.size() - 1; i >= 0; i--) {
                key.add(0, values.get(i).get((int) (rest % values.get(i).size())));
                rest /= values.get(i).size();
            }
            if (!there.contains(key)) {
                missing++;
                if (named.size() < MOST_NAMED) {
                    named.add(named(key));
                }
            }
        }
        if (missing > 0) {
            hole(
                    new Span(0, 1),
                    "found no row for " + named.stream().collect(Collectors.joining("; ", "", ""))
                            + (missing > named.size() ? " and " + (missing - named.size()) + " more keys" : ""));
        }
    }

    private void days(List<TableRow> rows) {
        TableRow first = rows.get(0);
        if (!first.from().equals(LocalDate.MIN)) {
            hole(cell(first, 0), "found no row for " + named(first) + " before " + first.from());
        }
        for (int i = 0; i + 1 < rows.size(); i++) {
            LocalDate next = rows.get(i).to().plusDays(1);
            if (next.isBefore(rows.get(i + 1).from())) {
                hole(
                        cell(rows.get(i + 1), 0),
                        "found no row for " + named(first) + " from " + next + " to "
                                + rows.get(i + 1).from().minusDays(1));
            }
        }
        TableRow last = rows.get(rows.size() - 1);
        if (!last.to().equals(LocalDate.MAX)) {
            hole(cell(last, 1), "found no row for " + named(last) + " after " + last.to());
        }
    }

    private Span cell(TableRow row, int end) {
        return places.of(row.line(), table.validity().get(end).name());
    }

    private void hole(Span span, String what) {
        problems.error(
                ProblemKind.MISSING_ROW,
                file,
                span,
                what + ", expected one for each key" + (table.validity().isEmpty() ? "" : " on every day")
                        + " as `complete: true` says",
                "add it; an empty cell of the validity is open");
    }
}
