package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks conditions on whether a value is one of several: those written after {@code in}, or those of a list. */
final class MembershipChecker {
    private static final String NOT = "not ";

    private final ExpressionContext context;
    private final ExpressionChecker expressions;
    private final TypeFit types;

    MembershipChecker(ExpressionContext context, ExpressionChecker expressions, TypeFit types) {
        this.context = context;
        this.expressions = expressions;
        this.types = types;
    }

    /** Whether an operator stands between a value and a list. */
    static boolean isMembership(String operator) {
        return operator.endsWith("in") || operator.endsWith("contains");
    }

    /** A condition such as {@code program in ( "ea", "mpsa" )}; null if something is wrong with it. */
    @Nullable
    Typed in(Syntax.In in) {
        Typed value = expressions.check(in.value());
        List<Typed> options = new ArrayList<>();
        boolean complete = value != null;
        for (Syntax.Expression expression : in.options()) {
            Typed option = expressions.check(expression, value);
            option = option == null || value == null ? null : option(in, value, option);
            complete &= option != null;
            if (option != null) {
                options.add(option);
            }
        }
        if (!complete || value == null) {
            return null;
        }
        Set<Object> constants = new HashSet<>();
        options.stream()
                .map(Typed::constant)
                .filter(Objects::nonNull)
                .forEach(constant -> constants.add(Values.comparable(constant)));
        boolean allSet = options.stream().allMatch(Typed::isConstant);
        boolean asks = options.stream().anyMatch(value::asksForUnknown);
        Evaluator term = asks ? value.term() : value.known();
        boolean wanted = !in.negated();
        String text = value.text()
                + (wanted ? " in " : " not in ")
                + options.stream().map(Typed::text).sorted().toList();
        return Typed.truth(
                (own, others) -> {
                    Object found = term.of(own, others);
                    boolean listed = found != null && constants.contains(Values.comparable(found));
                    return found == null || (!listed && !allSet) ? null : (Object) (listed == wanted);
                },
                text,
                in.span());
    }

    private @Nullable Typed option(Syntax.In in, Typed value, Typed option) {
        if (option.type() == ValueType.TEXTS && value.type().isText()) {
            return context.wrong(
                    ProblemKind.WRONG_TYPE,
                    option.span(),
                    "found a list in the list after `in`, expected values only",
                    "write `" + context.written(in.value()) + (in.negated() ? " not in " : " in ")
                            + context.written(option) + "` without parentheses");
        }
        Typed fitting = types.fit(value, option);
        return fitting == null || fitting.isFixed()
                ? fitting
                : context.wrong(
                        ProblemKind.WRONG_TYPE,
                        fitting.span(),
                        "found a field in the list after `in`, expected values only",
                        null);
    }

    /** A condition such as {@code offerSku in $premium} or {@code losses contains "Teams"}; null if something is wrong. */
    @Nullable
    Typed membership(Syntax.Binary binary) {
        boolean wanted = !binary.operator().text().startsWith(NOT);
        boolean listFirst = binary.operator().text().endsWith("contains");
        Typed left = expressions.check(binary.left());
        Typed right = listFirst ? expressions.check(binary.right(), left) : expressions.check(binary.right());
        if (left == null || right == null) {
            return null;
        }
        Typed list = listFirst ? left : right;
        Typed value = listFirst ? right : left;
        if (list.type() != ValueType.TEXTS) {
            return noList(binary, listFirst, list);
        }
        if (!value.type().isText()) {
            return context.wrong(
                    ProblemKind.WRONG_TYPE,
                    value.span(),
                    "found " + value.type().shown() + ", expected a text: `" + context.written(list)
                            + "` is a list of texts",
                    null);
        }
        if (!isPossible(list, value)) {
            return null;
        }
        boolean asks = list.constant() instanceof List<?> texts
                && TextList.has(texts, Vocabulary.UNKNOWN)
                && value.choices().contains(Vocabulary.UNKNOWN);
        Evaluator texts = list.term();
        Evaluator name = asks ? value.term() : value.known();
        return Typed.truth(
                (own, others) -> {
                    Object all = texts.of(own, others);
                    Object one = name.of(own, others);
                    return all == null || one == null ? null : (Object) (TextList.has((List<?>) all, one) == wanted);
                },
                value.text() + (wanted ? " in " : " not in ") + list.text(),
                binary.span());
    }

    private @Nullable Typed noList(Syntax.Binary binary, boolean listFirst, Typed list) {
        String operator = binary.operator().text();
        String mend = listFirst
                ? "compare it with == or in"
                : "write `" + context.written(binary.left()) + " " + operator + " ( " + context.written(list)
                        + " )`, or make it a list in policy.yaml, such as [ \"SPE_E3\", \"SPE_E5\" ]";
        return context.wrong(
                ProblemKind.WRONG_TYPE,
                list.span(),
                "found " + list.type().shown() + (listFirst ? " before `" : " after `") + operator
                        + "`, expected a list of texts",
                mend);
    }

    /** Whether a choice can be each of the texts of a list; if not, it has been told. */
    private boolean isPossible(Typed list, Typed value) {
        if (value.choices().isEmpty() || !(list.constant() instanceof List<?> texts)) {
            return true;
        }
        List<String> others = texts.stream()
                .map(String::valueOf)
                .filter(text -> !value.choices().contains(text))
                .toList();
        if (!others.isEmpty()) {
            context.wrong(
                    ProblemKind.WRONG_VALUE,
                    list.span(),
                    "found \"" + others.get(0) + "\" in the list " + context.written(list) + " of policy.yaml, which `"
                            + context.written(value) + "` cannot be, expected some of "
                            + TypeFit.quoted(value.choices()),
                    Suggestion.didYouMean(others.get(0), value.choices()));
        }
        return others.isEmpty();
    }
}
