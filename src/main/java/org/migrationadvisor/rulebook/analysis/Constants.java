package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** The values that conditions compare with: where the answer can change. */
final class Constants {
    private final Set<Integer> wholes = new TreeSet<>();
    private final Set<BigDecimal> decimals = new TreeSet<>();
    private final Set<LocalDate> dates = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();

    Set<Integer> wholes() {
        return wholes;
    }

    Set<BigDecimal> decimals() {
        return decimals;
    }

    Set<LocalDate> dates() {
        return dates;
    }

    Set<String> texts() {
        return texts;
    }

    /** Adds a value of the policy. */
    void add(Object value) {
        if (value instanceof Integer whole) {
            wholes.add(whole);
        } else if (value instanceof BigDecimal decimal) {
            decimals.add(decimal);
        } else if (value instanceof LocalDate date) {
            dates.add(date);
        } else if (value instanceof String text) {
            texts.add(text);
        }
    }

    void addAll(Constants others) {
        wholes.addAll(others.wholes);
        decimals.addAll(others.decimals);
        dates.addAll(others.dates);
        texts.addAll(others.texts);
    }

    /** Adds the literals of an expression. */
    void add(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            add(literal);
        } else {
            Expressions.parts(expression).forEach(this::add);
        }
    }

    private void add(Syntax.Literal literal) {
        Object value = Expressions.value(literal);
        if (value != null) {
            add(value);
        }
        if (value instanceof String text) {
            try {
                dates.add(LocalDate.parse(text));
            } catch (DateTimeParseException noDate) {
                // most texts are none
            }
        }
    }
}
