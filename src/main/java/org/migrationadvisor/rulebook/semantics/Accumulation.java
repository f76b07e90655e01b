package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers that {@code accumulate} makes of facts: exact, and without those that are unknown. */
public final class Accumulation {

    private Accumulation() {}

    /**
     * Makes a number of values.
     *
     * @param function count, sum, min, max or average
     * @param values for count, what is counted; else whole and decimal numbers, and null where one is unknown
     * @return a whole number for a count, else a whole or decimal number; empty for the smallest, largest or average of
     *     nothing
     */
    public static Optional<Object> of(String function, Collection<? extends @Nullable Object> values) {
        if (function.equals("count")) {
            return Optional.of(values.size());
        }
        List<BigDecimal> known = values.stream()
                .filter(Objects::nonNull)
                .map(value -> Values.decimal(Objects.requireNonNull(value)))
                .toList();
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> result =
                switch (function) {
                    case "sum" -> Optional.of(sum);
                    case "min" -> known.stream().min(BigDecimal::compareTo);
                    case "max" -> known.stream().max(BigDecimal::compareTo);
                    case "average" ->
                        known.isEmpty()
                                ? Optional.empty()
                                : Optional.of(sum.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64));
                    default -> throw new IllegalArgumentException("function: found " + function);
                };
        return result.map(Values::comparable);
    }
}
