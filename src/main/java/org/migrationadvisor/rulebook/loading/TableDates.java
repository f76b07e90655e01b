package org.migrationadvisor.rulebook.loading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one table. They are written in one form: 2026-05-04, 04.05.2026, or 04/05/2026 with the day or the month
 * first, as one of them proves that has a day above 12.
 */
final class TableDates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})( 0?0:00(:00)?)?");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})( 0?0:00(:00)?)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
    private static final int MONTHS = 12;

    /** In which form a date is written, by what stands between its figures. */
    private enum Form {
        ISO,
        DOTS,
        SLASHES,
        DASHES
    }

    /** A cell with a date. */
    record Cell(String text, long line) {}

    private @Nullable Cell first;
    private @Nullable Form form;
    private @Nullable Cell proof;
    private boolean monthFirst;

    /** @param cells all cells that are to hold a date, in the order of the file */
    TableDates(List<Cell> cells) {
        for (Cell cell : cells) {
            Form own = form(cell.text());
            if (own != null && form == null) {
                form = own;
                first = cell;
            }
            if (own != null && own == form && own != Form.ISO && proof == null) {
                prove(cell);
            }
        }
    }

    private void prove(Cell cell) {
        Matcher figures = FIGURES.matcher(cell.text());
        if (figures.matches()) {
            boolean day = Integer.parseInt(figures.group(1)) > MONTHS;
            boolean month = Integer.parseInt(figures.group(3)) > MONTHS;
            if (day != month) {
                proof = cell;
                monthFirst = month;
            }
        }
    }

    private static @Nullable Form form(String text) {
        if (ISO.matcher(text).matches()) {
            return Form.ISO;
        }
        Matcher figures = FIGURES.matcher(text);
        if (!figures.matches()) {
            return null;
        }
        return switch (figures.group(2)) {
            case "." -> Form.DOTS;
            case "/" -> Form.SLASHES;
            default -> Form.DASHES;
        };
    }

    /**
     * The day that a cell names.
     *
     * @throws RefusedCell if it names none, or not in the form of the table
     */
    LocalDate parse(String text) throws RefusedCell {
        Form own = form(text);
        if (own == null) {
            throw new RefusedCell(
                    SHORT_YEAR.matcher(text).matches()
                            ? "a year of four digits"
                            : "a date such as " + (first == null ? "2026-11-20" : first.text()));
        }
        if (own != form && first != null) {
            throw new RefusedCell("a date such as " + first.text() + " in line " + first.line()
                    + ": the dates of a table are written in one form");
        }
        try {
            return own == Form.ISO ? iso(text) : figures(text);
        } catch (DateTimeException noDay) {
            throw new RefusedCell("a day of the calendar");
        }
    }

    private static LocalDate iso(String text) {
        Matcher iso = ISO.matcher(text);
        return day(iso, 1, 2, 3);
    }

    private LocalDate figures(String text) throws RefusedCell {
        Matcher figures = FIGURES.matcher(text);
        if (form == Form.DOTS) {
            return day(figures, 4, 3, 1);
        }
        if (proof == null) {
            LocalDate dayFirst = day(figures, 4, 3, 1);
            LocalDate other = day(figures, 4, 1, 3);
            if (dayFirst.equals(other)) {
                return dayFirst;
            }
            throw new RefusedCell("a date that can be read in one way, such as " + dayFirst + " or " + other);
        }
        if (!figures.matches() || Integer.parseInt(figures.group(monthFirst ? 1 : 3)) > MONTHS) {
            throw new RefusedCell("the " + (monthFirst ? "month" : "day") + " first, as in " + proof.text()
                    + " in line " + proof.line());
        }
        return monthFirst ? day(figures, 4, 1, 3) : day(figures, 4, 3, 1);
    }

    private static LocalDate day(Matcher matcher, int year, int month, int day) {
        if (!matcher.matches()) {
            throw new DateTimeException("found no date");
        }
        return LocalDate.of(
                Integer.parseInt(matcher.group(year)),
                Integer.parseInt(matcher.group(month)),
                Integer.parseInt(matcher.group(day)));
    }
}
