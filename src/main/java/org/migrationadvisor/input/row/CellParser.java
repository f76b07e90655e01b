package org.migrationadvisor.input.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.input.source.Texts;

/** The cells of one row as values. What is unknown is null or empty; so is what is wrong, and the problem is noted. */
public final class CellParser {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}([.,]\\d{1,30})?([eE][+-]?\\d{1,2})?");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,20}|\\d{1,3}(,\\d{3})+\\.\\d{1,20}");
    private static final Pattern SEPARATORS = Pattern.compile("[_\\s\\u00a0]+");
    private static final Pattern GUID =
            Pattern.compile("\\{?([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\\}?");
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]*>|\\{[^{}0-9-]*\\}");

    private static final int MAX_NUMBER = 60;
    private static final int GUID_LENGTH = 36;

    /** So many digits always fit. */
    private static final int SHORT_NUMBER = 9;

    private final RawRow row;
    private final Warnings warnings;
    private final DateOrders dates;
    private final List<RowProblem> problems;

    CellParser(RawRow row, Warnings warnings, DateOrders dates, List<RowProblem> problems) {
        this.row = row;
        this.warnings = warnings;
        this.dates = dates;
        this.problems = problems;
    }

    /** The value of a field; of a choice its code. */
    @Nullable
    Object value(FactField field) {
        return switch (field.type()) {
            case ID -> optionalId(field);
            case TEXT -> text(field);
            case COUNTRY -> letters(field, 2);
            case CURRENCY -> letters(field, 3);
            case LANGUAGE -> language(field);
            case CHOICE, YES_NO -> choice(field);
            case WHOLE -> wholeNumber(field);
            case DECIMAL -> decimal(field);
            case DATE -> date(field);
        };
    }

    /** An id that must be there, on one line; empty, and the problem is noted, if it is not. */
    String id(FactField field) {
        int before = problems.size();
        String id = optionalId(field);
        if (id == null && problems.size() == before) {
            missing(field, field.expected());
        }
        return id == null ? "" : id;
    }

    /** Notes that a field says nothing. */
    void missing(FactField field, String expected) {
        problem(field, "found nothing", expected);
    }

    /** An id on one line; a GUID in lower case, as its letter case says nothing. */
    @Nullable
    String optionalId(FactField field) {
        String id = text(field);
        if (id == null) {
            return null;
        }
        if (hasControl(id)) {
            wrong(field, id, field.expected() + " on one line");
        } else if ((id.startsWith("<") || id.startsWith("{"))
                && PLACEHOLDER.matcher(id).matches()) {
            problem(field, "found the placeholder " + Texts.quoted(id), field.expected());
        }
        return canonicalId(id);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** An id as it is compared: a GUID in lower case and without braces. */
    public static String canonicalId(String id) {
        if (id.length() < GUID_LENGTH || id.length() > GUID_LENGTH + 2) {
            return id;
        }
        var guid = GUID.matcher(id);
        return guid.matches() ? guid.group(1).toLowerCase(Locale.ROOT) : id;
    }

    public static boolean isGuid(String id) {
        return GUID.matcher(id).matches();
    }

    @Nullable
    String text(FactField field) {
        Cell cell = row.cells().get(field);
        if (cell == null) {
            return null;
        }
        String text = field.type() == FieldType.TEXT ? cell.text() : unguarded(cell.text());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                problem(field, String.format("found the control character U+%04X", (int) c), "a text");
                return null;
            }
        }
        return text.isEmpty() ? null : text;
    }

    /** Without what keeps a spreadsheet from changing a number: {@code '0042} and {@code ="0042"} are 0042. */
    private static String unguarded(String text) {
        if (text.startsWith("'")) {
            return Texts.trim(text.substring(1));
        }
        boolean formula = text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"");
        return formula ? Texts.trim(text.substring(2, text.length() - 1)) : text;
    }

    /** So many letters of the alphabet, in upper case. */
    private @Nullable String letters(FactField field, int count) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (text.length() != count || !isLetters(text)) {
            wrong(field, text, field.expected());
            return null;
        }
        return text.toUpperCase(Locale.ROOT);
    }

    /** The tag of a language as BCP 47 writes it; a text that is none is only warned of. */
    private @Nullable String language(FactField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!LANGUAGE.matcher(text).matches()) {
            warn(field, text, field.expected());
            return null;
        }
        return Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
    }

    private static boolean isLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Integer wholeNumber(FactField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (text.length() <= SHORT_NUMBER && isDigits(text, 0, text.length())) {
            return Integer.valueOf(text);
        }
        BigDecimal number = DIGITS.matcher(text).matches() ? new BigDecimal(text) : wholeOf(text);
        if (number == null) {
            wrong(field, text, field.expected());
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            wrong(field, text, "a whole number of at most " + Integer.MAX_VALUE);
            return null;
        }
        return number.intValueExact();
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** A number such as 12.0; null if it is not whole, or if it may be 12,000. */
    private static @Nullable BigDecimal wholeOf(String text) {
        BigDecimal number = mayBeGrouped(text, '.') ? null : number(text);
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : number;
    }

    /** A number without zeros at its end, so that 12.5 and 12.50 are the same. */
    private @Nullable BigDecimal decimal(FactField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        BigDecimal number = number(text);
        if (number == null) {
            wrong(field, text, field.expected());
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** A number of 0 or more; null if it is none, or if it cannot be told whether a comma parts thousands. */
    private static @Nullable BigDecimal number(String text) {
        if (text.length() > MAX_NUMBER) {
            return null;
        }
        int point = text.length() > SHORT_NUMBER ? -1 : text.indexOf('.');
        if (isDigits(text, 0, point) && isDigits(text, point + 1, text.length())) {
            return new BigDecimal(text);
        }
        if (GROUPED.matcher(text).matches()) {
            boolean decimalComma = text.lastIndexOf(',') > text.lastIndexOf('.');
            return new BigDecimal(decimalComma ? text.replace(".", "").replace(',', '.') : text.replace(",", ""));
        }
        if (!NUMBER.matcher(text).matches() || mayBeGrouped(text, ',')) {
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Whether the mark may part thousands: 1,200 is 1200 to some and 1.2 to others. */
    private static boolean mayBeGrouped(String text, char mark) {
        int at = text.indexOf(mark);
        return at >= 1
                && at <= 3
                && text.length() == at + 4
                && text.charAt(0) != '0'
                && DIGITS.matcher(text.substring(at + 1)).matches();
    }

    /** The day in UTC; a time without a zone is one in UTC. */
    private @Nullable LocalDate date(FactField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day =
                    parsed(text, Objects.requireNonNull(row.cells().get(field)).column());
            if (day.getYear() == 9999 || day.getYear() == 1) {
                warn(field, text, "the day of an end, where there is one (taken as unknown)");
                return null;
            }
            return day;
        } catch (DateText.Ambiguous e) {
            wrong(
                    field,
                    text,
                    "a date in which day and month can be told apart such as 2026-11-20, or --date-order dmy or mdy");
        } catch (DateTimeException e) {
            wrong(field, text, field.expected());
        }
        return null;
    }

    /** The day of a cell that is no field; null if it is no date. */
    @Nullable
    LocalDate day(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        try {
            return parsed(unguarded(cell.text()), cell.column());
        } catch (DateText.Ambiguous | DateTimeException e) {
            return null;
        }
    }

    private LocalDate parsed(String text, String column) throws DateText.Ambiguous {
        try {
            return DateText.parse(text, null);
        } catch (DateText.Ambiguous e) {
            return DateText.parse(text, dates.of(column));
        }
    }

    /** The code of a choice; a text that is none is only warned of. */
    private @Nullable String choice(FactField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        String code = field.type() == FieldType.YES_NO ? answer(text) : field.code(text);
        if (code == null && field.type() == FieldType.CHOICE) {
            code = field.code(SEPARATORS.matcher(text).replaceAll("-"));
        }
        if (code == null) {
            warn(field, text, "one of " + field.codes());
        }
        return code;
    }

    private static @Nullable String answer(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "y", "1" -> "yes";
            case "no", "false", "n", "0" -> "no";
            default -> null;
        };
    }

    private void warn(FactField field, String text, String expected) {
        RowProblem place = row.problem(field, "");
        warnings.add(new Place(place.file(), place.line()), place.column(), Texts.quoted(text), expected);
    }

    private void wrong(FactField field, String text, String expected) {
        problem(field, "found " + Texts.quoted(text), expected);
    }

    private void problem(FactField field, String found, String expected) {
        problems.add(row.problem(field, found + ", expected " + expected));
    }
}
