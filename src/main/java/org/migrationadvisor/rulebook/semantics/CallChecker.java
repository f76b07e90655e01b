package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks the few calls that an expression can make. */
final class CallChecker {
    private static final List<String> METHODS = List.of("plusDays", "minusDays");

    private final ExpressionContext context;
    private final ExpressionChecker expressions;

    CallChecker(ExpressionContext context, ExpressionChecker expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    @Nullable
    Typed call(Syntax.Call call) {
        String name = call.name().text();
        Functions.Function function = Functions.named(name).orElse(null);
        if (call.on() == null && function != null) {
            return called(call, function);
        }
        if (call.on() != null && METHODS.contains(name)) {
            return shifted(call, call.on(), name.equals("plusDays"));
        }
        return context.wrong(
                ProblemKind.NOT_ALLOWED,
                call.name().span(),
                "found a call of `" + name + "`, which a rule may not use",
                mend(call, function != null));
    }

    /** What to write instead of a call that there is not. */
    private String mend(Syntax.Call call, boolean isFunction) {
        String name = call.name().text();
        List<Syntax.Expression> arguments = call.arguments();
        if (isFunction && call.on() != null) {
            return "write `" + name + "( "
                    + Stream.concat(Stream.of(call.on()), arguments.stream())
                            .map(context::written)
                            .collect(Collectors.joining(", "))
                    + " )`";
        }
        if (METHODS.contains(name) && arguments.size() == 2) {
            return "write `" + context.written(arguments.get(0)) + "." + name + "( " + context.written(arguments.get(1))
                    + " )`";
        }
        List<String> functions = Functions.names();
        String nearest = Suggestion.didYouMean(
                name, Stream.concat(functions.stream(), METHODS.stream()).toList());
        return nearest != null
                ? nearest
                : "a rule can call plusDays and minusDays on a date, and " + String.join(", ", functions)
                        + ", nothing else";
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

    private @Nullable Typed called(Syntax.Call call, Functions.Function function) {
        if (call.arguments().size() != function.parameters().size()) {
            return wrongCount(call, function.expected());
        }
        List<Typed> arguments = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < call.arguments().size(); i++) {
            Typed argument = expressions.ofType(
                    function.parameters().get(i), call.arguments().get(i));
            complete &= argument != null;
            if (argument != null) {
                arguments.add(argument);
            }
        }
        if (!complete) {
            return null;
        }
        Evaluator[] terms = arguments.stream().map(Typed::term).toArray(Evaluator[]::new);
        Evaluator term = (own, others) -> {
            @Nullable Object[] values = new @Nullable Object[terms.length];
            for (int i = 0; i < terms.length; i++) {
                values[i] = terms[i].of(own, others);
            }
            return function.of(values);
        };
        String text = arguments.stream().map(Typed::text).collect(Collectors.joining(", ", function.name() + "(", ")"));
        return Typed.calculated(function.result(), term, text, call.span());
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
