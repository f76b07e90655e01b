package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Looks into expressions as written. */
public final class Expressions {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");

    /** Functions that give one of their values back as it is. */
    private static final Set<String> CHOOSING = Set.of("earliest", "latest");

    private Expressions() {}

    /** A literal as whole number, decimal or text; null for a truth value and for null. */
    public static @Nullable Object value(Syntax.Literal literal) {
        return switch (literal.kind()) {
            case NUMBER ->
                literal.text().contains(".")
                        ? (Object) new BigDecimal(literal.text())
                        : Integer.valueOf(literal.text());
            case TEXT -> literal.text();
            case TRUTH, NULL -> null;
        };
    }

    /** Whether it calculates more than one shift of a date, so that trying values beside its constants proves nothing. */
    static boolean calculates(Syntax.Expression expression) {
        return calculations(expression) > 1;
    }

    /** Whether it calculates or shifts a date, so that sums of its constants matter too. */
    public static boolean addsUp(Syntax.Expression expression) {
        return calculations(expression) > 0;
    }

    private static int calculations(Syntax.Expression expression) {
        int own = 0;
        if (expression instanceof Syntax.Binary binary
                && ARITHMETIC.contains(binary.operator().text())) {
            own = 2;
        } else if (expression instanceof Syntax.Call call) {
            own = call.on() != null ? 1 : CHOOSING.contains(call.name().text()) ? 0 : 2;
        }
        return own
                + Syntax.parts(expression).stream()
                        .mapToInt(Expressions::calculations)
                        .sum();
    }
}
