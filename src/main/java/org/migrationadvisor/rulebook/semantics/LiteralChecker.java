package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Reads texts, numbers and truth values as written. */
final class LiteralChecker {
    private final ExpressionContext context;

    LiteralChecker(ExpressionContext context) {
        this.context = context;
    }

    /** The type and value of a literal; null if something is wrong with it, which has then been told. */
    @Nullable
    Typed check(Syntax.Literal literal) {
        String text = literal.text();
        return switch (literal.kind()) {
            case TEXT -> Typed.constant(ValueType.TEXT, text, literal.span());
            case TRUTH -> Typed.constant(ValueType.TRUTH, Boolean.valueOf(text), literal.span());
            case NUMBER -> number(literal);
            case NULL ->
                context.wrong(
                        ProblemKind.WRONG_TYPE,
                        literal.span(),
                        "found `null`, expected a value",
                        "ask whether a fact is unknown with `field == null`");
        };
    }

    private @Nullable Typed number(Syntax.Literal literal) {
        if (literal.text().contains(".")) {
            return Typed.constant(ValueType.DECIMAL, new BigDecimal(literal.text()), literal.span());
        }
        try {
            return Typed.constant(ValueType.WHOLE, Integer.valueOf(literal.text()), literal.span());
        } catch (NumberFormatException tooLarge) {
            return context.wrong(
                    ProblemKind.WRONG_VALUE,
                    literal.span(),
                    "found " + literal.text() + ", expected a whole number of at most " + Integer.MAX_VALUE,
                    null);
        }
    }
}
