package org.migrationadvisor.text;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/** The order in which a language writes year, month and day, with what stands between them. Immutable. */
final class DatePattern {

    /**
     * A part of a date.
     *
     * @param field y, M or d; ' for a text
     * @param width the fewest digits; three for a month's name
     */
    private record Part(char field, int width, String text) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<String> months;
    private final int zero;

    /**
     * @param pattern of Unicode CLDR, such as {@code d 'de' MMM 'de' y}
     * @param months their names; empty if the pattern has none
     * @param zero the code point of the digit 0
     */
    DatePattern(String pattern, List<String> months, int zero) {
        this.months = List.copyOf(months);
        this.zero = zero;
        for (int i = 0; i < pattern.length(); ) {
            int end = end(pattern, i);
            char first = pattern.charAt(i);
            boolean field = "yMd".indexOf(first) >= 0;
            parts.add(new Part(
                    field ? first : '\'',
                    end - i,
                    field ? "" : pattern.substring(i, end).replace("'", "")));
            i = end;
        }
    }

    /** Where a field, a quoted text or another character ends. */
    private static int end(String pattern, int start) {
        char first = pattern.charAt(start);
        if (first == '\'') {
            return pattern.indexOf('\'', start + 1) + 1;
        }
        int end = start + 1;
        while ("yMd".indexOf(first) >= 0 && end < pattern.length() && pattern.charAt(end) == first) {
            end++;
        }
        return end;
    }

    void write(LocalDate day, StringBuilder out) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            switch (part.field()) {
                case 'y' -> digits(day.get(ChronoField.YEAR_OF_ERA), part.width(), out);
                case 'd' -> digits(day.getDayOfMonth(), part.width(), out);
                case 'M' -> {
                    if (part.width() > 2) {
                        out.append(months.get(day.getMonthValue() - 1));
                    } else {
                        digits(day.getMonthValue(), part.width(), out);
                    }
                }
                default -> out.append(part.text());
            }
        }
    }

    private void digits(int number, int width, StringBuilder out) {
        long above = 10;
        for (int digits = 1; digits < width || above <= number; digits++) {
            above *= 10;
        }
        for (long unit = above / 10; unit > 0; unit /= 10) {
            out.appendCodePoint(zero + (int) (number / unit % 10));
        }
    }
}
