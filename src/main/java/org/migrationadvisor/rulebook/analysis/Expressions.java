package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Looks into expressions as written. */
public final class Expressions {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");

    /** Functions that give one of their values back as it is. */
    private static final Set<String> CHOOSING = Set.of("earliest", "latest");

    private Expressions() {}

    /** The expressions of which an expression is made, one level down. */
    public static List<Syntax.Expression> parts(Syntax.Expression expression) {
        List<Syntax.Expression> parts = new ArrayList<>();
        if (expression instanceof Syntax.Binary binary) {
            parts.add(binary.left());
            parts.add(binary.right());
        } else if (expression instanceof Syntax.Not not) {
            parts.add(not.expression());
        } else if (expression instanceof Syntax.In in) {
            parts.add(in.value());
            parts.addAll(in.options());
        } else if (expression instanceof Syntax.Call call) {
            if (call.on() != null) {
                parts.add(call.on());
            }
            parts.addAll(call.arguments());
        } else if (expression instanceof Syntax.Field field && field.of() != null) {
            parts.add(field.of());
        }
        return parts;
    }

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
                + parts(expression).stream().mapToInt(Expressions::calculations).sum();
    }
}
