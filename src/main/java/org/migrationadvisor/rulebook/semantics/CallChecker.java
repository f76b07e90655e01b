package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks the few calls that an expression can make, all of them on dates. */
final class CallChecker {
    private static final List<String> METHODS = List.of("plusDays", "minusDays");
    private static final List<String> FUNCTIONS = List.of("earliest", "latest");

    private final ExpressionContext context;
    private final ExpressionChecker expressions;

    CallChecker(ExpressionContext context, ExpressionChecker expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    @Nullable
    Typed call(Syntax.Call call) {
        String name = call.name().text();
        if (call.on() == null && FUNCTIONS.contains(name)) {
            return earliestOrLatest(call, name.equals("latest"));
        }
        if (call.on() != null && METHODS.contains(name)) {
            return shifted(call, call.on(), name.equals("plusDays"));
        }
        String nearest = Suggestion.didYouMean(
                name, Stream.concat(FUNCTIONS.stream(), METHODS.stream()).toList());
        return context.wrong(
                ProblemKind.NOT_ALLOWED,
                call.name().span(),
                "found a call of `" + name + "`, which a rule may not use",
                nearest != null
                        ? nearest
                        : "a rule can call plusDays and minusDays on a date, earliest and latest, nothing else");
    }

    private @Nullable Typed wrongCount(Syntax.Call call, String expected) {
        int count = call.arguments().size();
        return context.wrong(
                ProblemKind.WRONG_VALUE,
                call.span(),
                "found " + count + (count == 1 ? " value" : " values") + ", expected " + expected + " for "
                        + call.name().text(),
                null);
    }

    private @Nullable Typed earliestOrLatest(Syntax.Call call, boolean latest) {
        if (call.arguments().size() != 2) {
            return wrongCount(call, "two dates");
        }
        Typed first = expressions.ofType(ValueType.DATE, call.arguments().get(0));
        Typed second = expressions.ofType(ValueType.DATE, call.arguments().get(1));
        if (first == null || second == null) {
            return null;
        }
        Evaluator a = first.term();
        Evaluator b = second.term();
        Evaluator term = (own, others) -> Values.later(a.of(own, others), b.of(own, others), latest);
        String text = call.name().text() + "(" + first.text() + ", " + second.text() + ")";
        return Typed.calculated(ValueType.DATE, term, text, call.span());
    }

    private @Nullable Typed shifted(Syntax.Call call, Syntax.Expression on, boolean plus) {
        Typed date = expressions.ofType(ValueType.DATE, on);
        if (call.arguments().size() != 1) {
            return wrongCount(call, "a number of days");
        }
        Typed days = expressions.ofType(ValueType.WHOLE, call.arguments().get(0));
        if (date == null || days == null) {
            return null;
        }
        Evaluator a = date.term();
        Evaluator b = days.term();
        Evaluator term = (own, others) -> Values.shift(a.of(own, others), b.of(own, others), plus ? 1 : -1);
        String text = date.text() + (plus ? "+" : "-") + days.text();
        return Typed.calculated(ValueType.DATE, term, text, call.span());
    }
}
