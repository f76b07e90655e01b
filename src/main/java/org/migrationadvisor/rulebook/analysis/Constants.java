package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** The values that conditions compare with: where the answer can change. */
public final class Constants {
    private final Set<Integer> wholes = new TreeSet<>();
    private final Set<BigDecimal> decimals = new TreeSet<>();
    private final Set<LocalDate> dates = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();

    public Set<Integer> wholes() {
        return wholes;
    }

    /** All numbers, the whole ones too. */
    public Set<BigDecimal> decimals() {
        return decimals;
    }

    /** All dates, and texts that are one. */
    public Set<LocalDate> dates() {
        return dates;
    }

    public Set<String> texts() {
        return texts;
    }

    /**
     * Adds what is written in a condition, and the values of the policy that it names.
     *
     * @param policy all values of the policy by name
     */
    public void add(Constraint condition, Map<String, Object> policy) {
        addLiterals(condition.expression());
        condition.reading().policyValues(policy).values().forEach(this::addValue);
    }

    /**
     * Adds what is written in the values that a rule concludes, and the values of the policy that they name.
     *
     * @param policy all values of the policy by name
     */
    public void addConcluded(RuleDefinition rule, Map<String, Object> policy) {
        addLiterals(rule.syntax().consequence());
        rule.concluded()
                .values()
                .forEach(value -> value.policyValues(policy).values().forEach(this::addValue));
    }

    /** Adds values on which a condition depends though it does not name them. */
    public void addAll(Collection<Object> values) {
        values.forEach(this::addValue);
    }

    private void addLiterals(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            Object value = Expressions.value(literal);
            if (value != null) {
                addValue(value);
            }
        } else {
            Syntax.parts(expression).forEach(this::addLiterals);
        }
    }

    private void addValue(Object value) {
        if (value instanceof Integer whole) {
            wholes.add(whole);
            decimals.add(BigDecimal.valueOf(whole));
        } else if (value instanceof BigDecimal decimal) {
            decimals.add(decimal);
        } else if (value instanceof LocalDate date) {
            dates.add(date);
        } else if (value instanceof String text) {
            texts.add(text);
            addDate(text);
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
    }

    void addAll(Constants others) {
        wholes.addAll(others.wholes);
        decimals.addAll(others.decimals);
        dates.addAll(others.dates);
        texts.addAll(others.texts);
    }

    private void addDate(String text) {
        try {
            dates.add(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            // most texts are none
        }
    }
}
