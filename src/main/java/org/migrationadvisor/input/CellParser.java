package org.migrationadvisor.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.Coded;

/** The cells of one row as values. What is unknown is null or empty; so is what is wrong, and the problem is noted. */
final class CellParser {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern SEPARATORS = Pattern.compile("[_\\s\\u00a0]+");
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

    private final RawRow row;
    private final Warnings warnings;
    private final List<Problem> problems;

    CellParser(RawRow row, Warnings warnings, List<Problem> problems) {
        this.row = row;
        this.warnings = warnings;
        this.problems = problems;
    }

    /** An id that must be there, on one line; empty, and the problem is noted, if it is not. */
    String id(Field field, String expected) {
        String id = text(field);
        if (id == null) {
            if (!row.cells().containsKey(field)) {
                problem(field, "found nothing", expected);
            }
            return "";
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            wrong(field, id, expected + " on one line");
        }
        return id;
    }

    @Nullable
    String text(Field field) {
        Cell cell = row.cells().get(field);
        if (cell == null) {
            return null;
        }
        String text = cell.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                problem(field, String.format("found the control character U+%04X", (int) c), "a text");
                return null;
            }
        }
        return text;
    }

    /** So many letters of the alphabet, in upper case. */
    @Nullable
    String letters(Field field, int count, String expected) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (text.length() != count || !LETTERS.matcher(text).matches()) {
            wrong(field, text, expected);
            return null;
        }
        return text.toUpperCase(Locale.ROOT);
    }

    @Nullable
    Integer wholeNumber(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!DIGITS.matcher(text).matches()) {
            wrong(field, text, "a whole number of 0 or more");
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            wrong(field, text, "a whole number of at most " + Integer.MAX_VALUE);
            return null;
        }
        return number.intValueExact();
    }

    /** A price without zeros at its end, so that 12.5 and 12.50 are the same. */
    @Nullable
    BigDecimal price(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            wrong(field, text, "a number of 0 or more such as 12.50");
            return null;
        }
        BigDecimal price = new BigDecimal(text).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    /** The day in UTC; a time without a zone is one in UTC. */
    @Nullable
    LocalDate date(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return text.length() <= "2026-11-20".length() ? LocalDate.parse(text, DAY) : dayOf(text);
        } catch (DateTimeException e) {
            wrong(field, text, "a date such as 2026-11-20");
            return null;
        }
    }

    private static LocalDate dayOf(String text) {
        TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime withOffset
                ? withOffset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDate.from(time);
    }

    /** The constant with that code; a text that is none is only warned of. */
    <E extends Enum<E> & Coded> Optional<E> oneOf(Field field, Class<E> type) {
        String text = text(field);
        if (text == null) {
            return Optional.empty();
        }
        Optional<E> constant = Coded.find(type, SEPARATORS.matcher(text).replaceAll("-"));
        if (constant.isEmpty()) {
            warn(field, text, "one of " + Coded.codes(type));
        }
        return constant;
    }

    /** Yes or no; a text that is neither is only warned of. */
    Optional<Answer> answer(Field field) {
        String text = text(field);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Answer> answer =
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "yes", "true", "1" -> Optional.of(Answer.YES);
                    case "no", "false", "0" -> Optional.of(Answer.NO);
                    default -> Optional.empty();
                };
        if (answer.isEmpty()) {
            warn(field, text, "one of " + Coded.codes(Answer.class));
        }
        return answer;
    }

    private void warn(Field field, String text, String expected) {
        Problem place = row.problem(field, "");
        warnings.add(new Place(place.file(), place.line()), place.column(), Texts.quoted(text), expected);
    }

    private void wrong(Field field, String text, String expected) {
        problem(field, "found " + Texts.quoted(text), expected);
    }

    private void problem(Field field, String found, String expected) {
        problems.add(row.problem(field, found + ", expected " + expected));
    }
}
