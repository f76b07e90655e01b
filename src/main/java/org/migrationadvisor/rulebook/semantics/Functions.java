package org.migrationadvisor.rulebook.semantics;

import static org.migrationadvisor.rulebook.semantics.ValueType.DATE;
import static org.migrationadvisor.rulebook.semantics.ValueType.DECIMAL;
import static org.migrationadvisor.rulebook.semantics.ValueType.WHOLE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions that rules can call. What they make is unknown where a value that they need is. */
final class Functions {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    private static final List<Function> ALL = List.of(
            new Function(
                    "daysBetween",
                    WHOLE,
                    List.of(DATE, DATE),
                    "two dates",
                    values -> daysBetween((LocalDate) values[0], (LocalDate) values[1])),
            new Function("earliest", DATE, List.of(DATE, DATE), "two dates", values -> later(values, false)),
            new Function("lastOfMonth", DATE, List.of(DATE), "a date", values -> ((LocalDate) values[0])
                    .with(TemporalAdjusters.lastDayOfMonth())),
            new Function("latest", DATE, List.of(DATE, DATE), "two dates", values -> later(values, true)),
            new Function(
                    "plusMonths", DATE, List.of(DATE, WHOLE), "a date and a number of months", values -> ((LocalDate)
                                    values[0])
                            .plusMonths((Integer) values[1])),
            new Function(
                    "prorated",
                    DECIMAL,
                    List.of(DECIMAL, WHOLE, WHOLE),
                    "a price, a number of seats and a number of days",
                    values -> prorated(Values.decimal(values[0]), (Integer) values[1], (Integer) values[2])));

    private Functions() {}

    /** Makes a value of known ones; null if there is none, such as a day that no calendar has. */
    private interface Body {
        @Nullable
        Object of(Object[] values);
    }

    /**
     * A function.
     *
     * @param parameters the types of its values; a whole number is a decimal one too
     * @param expected the values in words
     */
    record Function(String name, ValueType result, List<ValueType> parameters, String expected, Body body) {

        /** What it makes of values of its types, null being unknown. */
        @Nullable
        Object of(@Nullable Object[] values) {
            Object[] known = new Object[values.length];
            for (int i = 0; i < known.length; i++) {
                Object value = values[i];
                if (value == null) {
                    return null;
                }
                known[i] = value;
            }
            try {
                return body.of(known);
            } catch (DateTimeException outOfRange) {
                return null;
            }
        }
    }

    static Optional<Function> named(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Function::name).toList();
    }

    private static Object later(Object[] dates, boolean latest) {
        return ((LocalDate) dates[0]).isAfter((LocalDate) dates[1]) == latest ? dates[0] : dates[1];
    }

    private static @Nullable Object daysBetween(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days == (int) days ? (Object) (int) days : null;
    }

    /** Price per month × seats × days × 12 / 365, rounded half up to the cent. */
    static BigDecimal prorated(BigDecimal price, int seats, int days) {
        return price.multiply(BigDecimal.valueOf(seats))
                .multiply(BigDecimal.valueOf(days))
                .multiply(MONTHS)
                .divide(DAYS_OF_YEAR, 2, RoundingMode.HALF_UP);
    }
}
