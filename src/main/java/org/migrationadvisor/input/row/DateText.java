package org.migrationadvisor.input.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which files write a day: ISO 8601, with or without a time; day, month and year in figures in any order;
 * an English month name; the serial number of a spreadsheet. A time is cut to the day in UTC; one without a zone is in
 * UTC.
 */
final class DateText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DAY)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BLANKS_IN_TIME = Pattern.compile("(?<=\\d)[ \\u00a0]*:[ \\u00a0]*(?=\\d)");
    private static final String CLOCK = "(?:[ T,\\u00a0\\u202f]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
            + "(?:[ \\u00a0\\u202f]?([AaPp])\\.?[Mm]\\.?)?(?:[ ]?(?:Z|UTC))?)?";
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,4})([./-])[ ]?(\\d{1,2})\\2[ ]?(\\d{1,4})" + CLOCK);
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})[ .-]+([A-Za-z]{3,9})[ .,-]+(\\d{4})" + CLOCK);
    private static final Pattern MONTH_DAY = Pattern.compile("([A-Za-z]{3,9})[ .]+(\\d{1,2}),?[ ]+(\\d{4})" + CLOCK);
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]\\d{1,20})?");

    /** CsvHelper's invariant culture, and so that of Microsoft's tools in .NET, writes the month first. */
    private static final Pattern INVARIANT_CULTURE = Pattern.compile("\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}:\\d{2}");

    /** Serial numbers that are taken for days: from the year 1954 to 2119. */
    private static final int FIRST_SERIAL = 20_000;

    private static final int LAST_SERIAL = 80_000;
    private static final int LONGEST = 60;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DateText() {}

    /**
     * The day that a text names.
     *
     * @param order in which order figures stand where that cannot be told; null if that is not known
     * @throws Ambiguous if it cannot be told which figure is the day and which the month
     * @throws DateTimeException if it is no date
     */
    static LocalDate parse(String text, @Nullable DateOrder order) throws Ambiguous {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = figure(text, 0, 4);
            int month = figure(text, 5, 7);
            int day = figure(text, 8, 10);
            return year < 0 || month < 0 || day < 0 ? LocalDate.parse(text, DAY) : LocalDate.of(year, month, day);
        }
        if (text.length() > LONGEST) {
            throw new DateTimeException("found a text too long for a date");
        }
        String compact = BLANKS_IN_TIME.matcher(text).replaceAll(":");
        Matcher figures = FIGURES.matcher(compact);
        if (figures.matches()) {
            checkTime(figures, 5);
            return ofFigures(figures, order, INVARIANT_CULTURE.matcher(compact).matches());
        }
        Matcher named = DAY_MONTH.matcher(compact);
        if (named.matches()) {
            checkTime(named, 4);
            return LocalDate.of(number(named, 3), month(named.group(2)), number(named, 1));
        }
        Matcher american = MONTH_DAY.matcher(compact);
        if (american.matches()) {
            checkTime(american, 4);
            return LocalDate.of(number(american, 3), month(american.group(1)), number(american, 2));
        }
        Matcher serial = SERIAL.matcher(compact);
        if (serial.matches() && number(serial, 1) >= FIRST_SERIAL && number(serial, 1) <= LAST_SERIAL) {
            return SERIAL_ZERO.plusDays(number(serial, 1));
        }
        TemporalAccessor time = TIME.parseBest(compact, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime withOffset
                ? withOffset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDate.from(time);
    }

    /** The number that digits make; negative if they are none. */
    private static int figure(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** Day and month cannot be told apart. */
    static final class Ambiguous extends Exception {
        Ambiguous() {
            super("day and month cannot be told apart", null, false, false);
        }
    }

    /** The order that a text proves by a figure above 12; empty if it proves none. */
    static Optional<DateOrder> provenOrder(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher figures = FIGURES.matcher(BLANKS_IN_TIME.matcher(text).replaceAll(":"));
        if (!figures.matches() || figures.group(4).length() != 4) {
            return Optional.empty();
        }
        int first = number(figures, 1);
        int second = number(figures, 3);
        if (first > 12 && first <= 31 && second <= 12) {
            return Optional.of(DateOrder.DMY);
        }
        return second > 12 && second <= 31 && first <= 12 ? Optional.of(DateOrder.MDY) : Optional.empty();
    }

    private static LocalDate ofFigures(Matcher figures, @Nullable DateOrder order, boolean invariantCulture)
            throws Ambiguous {
        int first = number(figures, 1);
        int second = number(figures, 3);
        int third = number(figures, 4);
        if (figures.group(1).length() == 4) {
            return LocalDate.of(first, second, third);
        }
        if (figures.group(4).length() == 4) {
            return first <= 12 && second <= 12 && first != second
                    ? ordered(first, second, third, invariantCulture ? DateOrder.MDY : order)
                    : ordered(first, second, third, second > 12 ? DateOrder.MDY : DateOrder.DMY);
        }
        if (figures.group(1).length() > 2 || figures.group(4).length() != 2) {
            throw new DateTimeException("found a year of neither two nor four figures");
        }
        if (order == null) {
            throw new Ambiguous();
        }
        return order == DateOrder.YMD
                ? LocalDate.of(2000 + first, second, third)
                : ordered(first, second, 2000 + third, order);
    }

    private static LocalDate ordered(int first, int second, int year, @Nullable DateOrder order) throws Ambiguous {
        if (order == DateOrder.DMY) {
            return LocalDate.of(year, second, first);
        }
        if (order == DateOrder.MDY) {
            return LocalDate.of(year, first, second);
        }
        throw new Ambiguous();
    }

    /** Throws if what stands behind the day is no time. */
    private static void checkTime(Matcher matcher, int hourGroup) {
        if (matcher.group(hourGroup) != null) {
            int hour = number(matcher, hourGroup);
            boolean halfDay = matcher.group(hourGroup + 3) != null;
            int seconds = matcher.group(hourGroup + 2) == null ? 0 : number(matcher, hourGroup + 2);
            LocalTime.of(halfDay && hour == 12 ? 0 : hour, number(matcher, hourGroup + 1), seconds);
        }
    }

    private static int month(String name) {
        int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) {
            throw new DateTimeException("found no English month name");
        }
        return month;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
