package org.migrationadvisor.rulebook.semantics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.text.Suggestion;

/** Says whether two values can be compared, and reads a text as the date or choice that it is compared with. */
final class TypeFit {
    private final ExpressionContext context;

    TypeFit(ExpressionContext context) {
        this.context = context;
    }

    /** Makes the second value fit to be compared with the first; null if it does not, which has then been told. */
    @Nullable
    Typed fit(Typed to, Typed value) {
        if (to.type() == ValueType.DATE && value.type() == ValueType.TEXT && value.isConstant()) {
            return date(value);
        }
        if (to.type() == ValueType.CHOICE && value.type() == ValueType.TEXT && value.isConstant()) {
            return choice(to, value);
        }
        boolean fits = to.type() == value.type()
                || (to.type().isNumber() && value.type().isNumber())
                || (to.type().isText() && value.type().isText());
        if (!fits) {
            return context.wrong(ProblemKind.WRONG_TYPE, value.span(), mismatch(to, value), mend(to, value));
        }
        if (to.type() == ValueType.FACT && to.fact() != value.fact()) {
            return context.wrong(
                    ProblemKind.WRONG_TYPE,
                    value.span(),
                    "found a " + nameOf(value) + ", expected a " + nameOf(to),
                    "Customer".equals(nameOf(to)) ? "did you mean `" + context.written(value) + ".customer`?" : null);
        }
        return value;
    }

    private static String nameOf(Typed value) {
        return value.fact() == null ? "value" : value.fact().name();
    }

    private String mismatch(Typed to, Typed value) {
        String found = value.isConstant() ? context.written(value) : "`" + context.written(value) + "`";
        String like = to.isConstant() ? "" : " as `" + context.written(to) + "` is";
        return "found " + found + ", which is " + value.type().shown() + ", expected "
                + to.type().shown() + like;
    }

    private @Nullable String mend(Typed to, Typed value) {
        if (to.type().isText() && value.type() == ValueType.TEXTS) {
            return "write `" + context.written(to) + " in " + context.written(value) + "`";
        }
        if (to.type() == ValueType.TEXTS && value.type().isText()) {
            return "write `" + context.written(to) + " contains " + context.written(value) + "`";
        }
        if (value.isConstant() && context.written(value).startsWith("$")) {
            return "it is " + value.constant() + " in policy.yaml";
        }
        boolean text = value.isConstant() && value.type() == ValueType.TEXT;
        if (text && to.type().isNumber()) {
            return "numbers are written without quotes";
        }
        if (text && to.type() == ValueType.TRUTH) {
            return "write true or false without quotes";
        }
        if (to.type() == ValueType.DATE) {
            return value.type().isNumber()
                    ? "a date is written as \"2026-11-20\"; for a number of days compare daysToEnd"
                    : "a date is written as \"2026-11-20\"";
        }
        if (to.type() == ValueType.TEXT && value.isConstant()) {
            return "texts are written in double quotes";
        }
        return to.choices().isEmpty() ? null : "one of " + quoted(to.choices());
    }

    /** The date that a text says; null if it says none, which has then been told. */
    @Nullable
    Typed date(Typed value) {
        String text = String.valueOf(value.constant());
        try {
            LocalDate date = LocalDate.parse(text);
            return Typed.constant(ValueType.DATE, date, value.span());
        } catch (DateTimeParseException notADate) {
            return context.wrong(
                    ProblemKind.WRONG_VALUE,
                    value.span(),
                    "found \"" + text + "\", expected a date such as \"2026-11-20\"",
                    "dates are written year-month-day");
        }
    }

    private @Nullable Typed choice(Typed to, Typed value) {
        String text = String.valueOf(value.constant());
        if (to.choices().contains(text)) {
            return value;
        }
        return context.wrong(
                ProblemKind.WRONG_VALUE,
                value.span(),
                "found \"" + text + "\", expected one of " + quoted(to.choices()),
                Suggestion.didYouMean(text, to.choices()));
    }

    static String quoted(List<String> values) {
        return "\"" + String.join("\", \"", values) + "\"";
    }
}
