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
    record Constant(@Nullable Object value) implements Evaluator {
        @Override
        public @Nullable Object of(@Nullable Object self, @Nullable Object[] others) {
            return value;
        }
    }

    /** A term that reads a field of the pattern's own fact; comparisons with it are cheaper. */
    record OwnField(Function<Object, @Nullable Object> reader) implements Evaluator {
        @Override
        public @Nullable Object of(@Nullable Object self, @Nullable Object[] others) {
            return self == null ? null : reader.apply(self);
        }
    }

    /** A condition turned round; unknown where that is. */
    static Evaluator not(Evaluator term) {
        return (self, others) -> {
            Object value = term.of(self, others);
            return value == null ? null : (Object) !isTrue(value);
        };
    }

    /** True where both are, false where one is false, else unknown. */
    static Evaluator and(Evaluator left, Evaluator right) {
        return decidedBy(left, right, Boolean.FALSE);
    }

    /** True where one is, false where both are false, else unknown. */
    static Evaluator or(Evaluator left, Evaluator right) {
        return decidedBy(left, right, Boolean.TRUE);
    }

    private static Evaluator decidedBy(Evaluator left, Evaluator right, Boolean decisive) {
        return (self, others) -> {
            Object first = left.of(self, others);
            if (decisive.equals(first)) {
                return decisive;
            }
            Object second = right.of(self, others);
            return (first == null && !decisive.equals(second)) ? null : second;
        };
    }

    static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    /** A term that reads the choice {@code unknown} as what it means, null. */
    static Evaluator known(Evaluator choice) {
        if (choice instanceof OwnField own) {
            Function<Object, @Nullable Object> reader = own.reader();
            return new OwnField(fact -> known(reader.apply(fact)));
        }
        return (self, others) -> known(choice.of(self, others));
    }

    private static @Nullable Object known(@Nullable Object choice) {
        return Vocabulary.UNKNOWN.equals(choice) ? null : choice;
    }

    /** The term of a comparison; unknown where a side of it is. */
    static Evaluator comparison(String operator, Evaluator left, Evaluator right) {
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

    private static Evaluator equality(Evaluator left, Evaluator right, boolean wanted) {
        if (right instanceof Constant constant && constant.value() != null) {
            Object value = comparable(constant.value());
            if (left instanceof OwnField own) {
                Function<Object, @Nullable Object> reader = own.reader();
                return (self, others) -> same(reader.apply(Objects.requireNonNull(self)), value, wanted);
            }
            return (self, others) -> same(left.of(self, others), value, wanted);
        }
        return (self, others) -> same(left.of(self, others), right.of(self, others), wanted);
    }

    private static Evaluator order(Evaluator left, Evaluator right, int least, int most) {
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

    private static @Nullable Boolean same(@Nullable Object a, @Nullable Object b, boolean wanted) {
        if (a == null || b == null) {
            return null;
        }
        boolean same = (a instanceof String text && b instanceof String other)
                ? text.equalsIgnoreCase(other)
                : comparable(a).equals(comparable(b));
        return same == wanted;
    }

    /** A value whose {@code equals} holds for equal numbers of any kind, and for texts that differ in case only. */
    static Object comparable(Object value) {
        if (value instanceof String text) {
            return withoutCase(text);
        }
        return value instanceof BigDecimal decimal ? whole(decimal) : value;
    }

    /** Texts are equal in it exactly if {@link String#equalsIgnoreCase} says so. */
    private static String withoutCase(String text) {
        char[] folded = text.toCharArray();
        boolean same = true;
        for (int i = 0; i < folded.length; i++) {
            char small = Character.toLowerCase(Character.toUpperCase(folded[i]));
            same &= small == folded[i];
            folded[i] = small;
        }
        return same ? text : new String(folded);
    }

    private static Object whole(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() < 10) {
            return plain.intValueExact();
        }
        return plain;
    }

    private static @Nullable Boolean order(@Nullable Object a, @Nullable Object b, int least, int most) {
        if (a == null || b == null) {
            return null;
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
