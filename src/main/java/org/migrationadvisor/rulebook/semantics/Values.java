package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Comparing and calculating with values that may be unknown. */
final class Values {

    private Values() {}

    /** A term that is the same for all facts; comparisons with it are cheaper. */
    record Constant(@Nullable Object value) implements Term {
        @Override
        public @Nullable Object of(@Nullable Object self, @Nullable Object[] others) {
            return value;
        }
    }

    /** A term that reads a field of the pattern's own fact; comparisons with it are cheaper. */
    record OwnField(Function<Object, @Nullable Object> reader) implements Term {
        @Override
        public @Nullable Object of(@Nullable Object self, @Nullable Object[] others) {
            return self == null ? null : reader.apply(self);
        }
    }

    /** The term of a comparison; with an unknown value only {@code !=} can hold. */
    static Term comparison(String operator, Term left, Term right) {
        return switch (operator) {
            case "==" -> equality(left, right, true);
            case "!=" -> equality(left, right, false);
            case "<" -> order(left, right, -1, -1);
            case "<=" -> order(left, right, -1, 0);
            case ">" -> order(left, right, 1, 1);
            case ">=" -> order(left, right, 0, 1);
            default -> throw new IllegalArgumentException("operator: found " + operator);
        };
    }

    private static Term equality(Term left, Term right, boolean wanted) {
        if (right instanceof Constant constant && constant.value() != null) {
            Object value = comparable(constant.value());
            if (left instanceof OwnField own) {
                Function<Object, @Nullable Object> reader = own.reader();
                return (self, others) -> same(reader.apply(Objects.requireNonNull(self)), value) == wanted;
            }
            return (self, others) -> same(left.of(self, others), value) == wanted;
        }
        return (self, others) -> same(left.of(self, others), right.of(self, others)) == wanted;
    }

    private static Term order(Term left, Term right, int least, int most) {
        if (right instanceof Constant constant && constant.value() != null) {
            Object value = constant.value();
            if (left instanceof OwnField own) {
                Function<Object, @Nullable Object> reader = own.reader();
                return (self, others) -> order(reader.apply(Objects.requireNonNull(self)), value, least, most);
            }
            return (self, others) -> order(left.of(self, others), value, least, most);
        }
        return (self, others) -> order(left.of(self, others), right.of(self, others), least, most);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        return a != null && b != null && comparable(a).equals(comparable(b));
    }

    /** A value whose {@code equals} holds for equal numbers of any kind. */
    static Object comparable(Object value) {
        return value instanceof BigDecimal decimal ? whole(decimal) : value;
    }

    private static Object whole(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() < 10) {
            return plain.intValueExact();
        }
        return plain;
    }

    private static boolean order(@Nullable Object a, @Nullable Object b, int least, int most) {
        if (a == null || b == null) {
            return false;
        }
        int compared = Integer.signum(compare(a, b));
        return compared >= least && compared <= most;
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Integer left && b instanceof Integer right) {
            return left.compareTo(right);
        }
        if (a instanceof LocalDate left && b instanceof LocalDate right) {
            return left.compareTo(right);
        }
        return decimal(a).compareTo(decimal(b));
    }

    static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }

    static @Nullable Object calculate(char operator, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Integer left && b instanceof Integer right) {
            long result =
                    switch (operator) {
                        case '+' -> (long) left + right;
                        case '-' -> (long) left - right;
                        default -> (long) left * right;
                    };
            return result == (int) result ? (Object) (int) result : null;
        }
        return switch (operator) {
            case '+' -> decimal(a).add(decimal(b));
            case '-' -> decimal(a).subtract(decimal(b));
            default -> decimal(a).multiply(decimal(b));
        };
    }

    static @Nullable Object later(@Nullable Object a, @Nullable Object b, boolean latest) {
        if (a == null || b == null) {
            return null;
        }
        return ((LocalDate) a).isAfter((LocalDate) b) == latest ? a : b;
    }

    static @Nullable Object shift(@Nullable Object date, @Nullable Object days, int sign) {
        if (date == null || days == null) {
            return null;
        }
        try {
            return ((LocalDate) date).plusDays((long) sign * Objects.requireNonNull((Integer) days));
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}
