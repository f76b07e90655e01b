package org.migrationadvisor.workbench.gaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.analysis.Expressions;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** The constants against which one condition compares: what is written in it, and the policy values that it names. */
final class Constants {
    private final NavigableSet<Integer> wholes = new TreeSet<>();
    private final NavigableSet<BigDecimal> decimals = new TreeSet<>();
    private final NavigableSet<LocalDate> dates = new TreeSet<>();
    private final NavigableSet<String> texts = new TreeSet<>();
    private boolean calculates;

    private Constants() {}

    /** @param policy the values of the policy by name */
    static Constants of(Constraint constraint, Map<String, Object> policy) {
        Constants constants = new Constants();
        constants.walk(constraint.expression());
        for (FieldRead read : constraint.reading().fields()) {
            if (read.slot() == FieldRead.POLICY) {
                constants.add(policy.get(read.path().get(0).name()));
            }
        }
        if (constants.calculates) {
            constants.addSums();
        }
        return constants;
    }

    /** Where the condition calculates, sums and differences of its constants are constants too. */
    NavigableSet<Integer> wholes() {
        return wholes;
    }

    NavigableSet<BigDecimal> decimals() {
        return decimals;
    }

    NavigableSet<LocalDate> dates() {
        return dates;
    }

    NavigableSet<String> texts() {
        return texts;
    }

    private void walk(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            add(Expressions.value(literal));
        }
        boolean arithmetic = expression instanceof Syntax.Binary binary
                && List.of("+", "-", "*").contains(binary.operator().text());
        calculates |= arithmetic || expression instanceof Syntax.Call;
        Expressions.parts(expression).forEach(this::walk);
    }

    private void add(@Nullable Object value) {
        if (value instanceof Integer whole) {
            wholes.add(whole);
            decimals.add(BigDecimal.valueOf(whole));
        } else if (value instanceof BigDecimal decimal) {
            decimals.add(decimal);
        } else if (value instanceof LocalDate date) {
            dates.add(date);
        } else if (value instanceof String text) {
            texts.add(text);
            LocalDate date = date(text);
            if (date != null) {
                dates.add(date);
            }
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private void addSums() {
        List<Integer> single = new ArrayList<>(wholes);
        for (int a : single) {
            for (int b : single) {
                wholes.add(a + b);
                wholes.add(a - b);
            }
        }
    }
}
