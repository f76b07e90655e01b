package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Join;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * Checks the names and types of one expression and makes the term that reads it. An expression can read fields and
 * compare; there is no other name it could call. One instance serves one expression.
 */
final class ExpressionChecker {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final ExpressionContext context;
    private final PathChecker paths;
    private final CallChecker calls;
    private final TypeFit types;
    private final MembershipChecker lists;
    private @Nullable Join join;

    ExpressionChecker(ExpressionContext context) {
        this.context = context;
        this.paths = new PathChecker(context);
        this.calls = new CallChecker(context, this);
        this.types = new TypeFit(context);
        this.lists = new MembershipChecker(context, this, types);
    }

    /** The type and term of an expression; null if something is wrong with it, which has then been told. */
    @Nullable
    Typed check(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            return new LiteralChecker(context).check(literal);
        }
        if (expression instanceof Syntax.Variable variable) {
            return paths.variable(variable);
        }
        if (expression instanceof Syntax.Field field) {
            return paths.field(field);
        }
        if (expression instanceof Syntax.Not not) {
            return not(not);
        }
        if (expression instanceof Syntax.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Syntax.In in) {
            Typed listed = lists.in(in);
            join = null;
            return listed;
        }
        return calls.call((Syntax.Call) expression);
    }

    /** Whether an operator compares a value with another one or with a list. */
    static boolean isComparison(String operator) {
        return COMPARISONS.contains(operator) || MembershipChecker.isMembership(operator);
    }

    Reading reading(Typed typed) {
        return new Reading(typed.type(), typed.term(), context.slots(), context.fields());
    }

    /** The equality that the expression is; null if it is none, or one inside another condition. */
    @Nullable
    Join join() {
        return join;
    }

    private @Nullable Typed wrong(ProblemKind kind, Span span, String what, @Nullable String mend) {
        return context.wrong(kind, span, what, mend);
    }

    private @Nullable Typed not(Syntax.Not not) {
        Typed inner = truth(not.expression());
        if (inner == null) {
            return null;
        }
        join = null;
        return Typed.truth(Values.not(inner.term()), "!" + inner.text(), not.span());
    }

    /** Checks an expression that must be true or false. */
    @Nullable
    Typed truth(Syntax.Expression expression) {
        Typed typed = check(expression);
        if (typed == null || typed.type() == ValueType.TRUTH) {
            return typed;
        }
        return wrong(
                ProblemKind.WRONG_TYPE,
                typed.span(),
                "found " + typed.type().shown() + ", expected a condition that is true or false",
                "compare it, for example `" + context.written(typed) + " == ...`");
    }

    private @Nullable Typed binary(Syntax.Binary binary) {
        String operator = binary.operator().text();
        if (operator.equals("&&") || operator.equals("||")) {
            return logical(binary, operator.equals("&&"));
        }
        if (COMPARISONS.contains(operator)) {
            return comparison(binary, operator);
        }
        if (MembershipChecker.isMembership(operator)) {
            Typed listed = lists.membership(binary);
            join = null;
            return listed;
        }
        return arithmetic(binary, operator);
    }

    private @Nullable Typed logical(Syntax.Binary binary, boolean and) {
        Typed left = truth(binary.left());
        Typed right = truth(binary.right());
        if (left == null || right == null) {
            return null;
        }
        join = null;
        Evaluator term = and ? Values.and(left.term(), right.term()) : Values.or(left.term(), right.term());
        return Typed.truth(term, left.text() + (and ? " && " : " || ") + right.text(), binary.span());
    }

    private @Nullable Typed arithmetic(Syntax.Binary binary, String operator) {
        Typed left = check(binary.left());
        Typed right = check(binary.right());
        if (left == null || right == null) {
            return null;
        }
        for (Typed side : List.of(left, right)) {
            if (!side.type().isNumber()) {
                return wrong(
                        ProblemKind.WRONG_TYPE,
                        side.span(),
                        "found " + side.type().shown() + " beside `" + operator + "`, expected a number",
                        side.type() == ValueType.DATE ? "add days to a date with $date.plusDays( $days )" : null);
            }
        }
        ValueType type =
                left.type() == ValueType.WHOLE && right.type() == ValueType.WHOLE ? ValueType.WHOLE : ValueType.DECIMAL;
        Evaluator a = left.term();
        Evaluator b = right.term();
        Evaluator term = (own, others) -> Values.calculate(operator.charAt(0), a.of(own, others), b.of(own, others));
        return Typed.calculated(type, term, "(" + left.text() + operator + right.text() + ")", binary.span());
    }

    private @Nullable Typed comparison(Syntax.Binary binary, String operator) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && (isNull(binary.right()) || isNull(binary.left()))) {
            boolean last = isNull(binary.right());
            return unknown(
                    binary,
                    last ? binary.left() : binary.right(),
                    last ? binary.right() : binary.left(),
                    operator.equals("=="));
        }
        Typed left = check(binary.left());
        Typed right = check(binary.right(), left);
        if (left == null || right == null) {
            return null;
        }
        right = types.fit(left, right);
        left = right == null ? null : types.fit(right, left);
        if (left == null || right == null) {
            return null;
        }
        if (!equality && !left.type().isNumber() && left.type() != ValueType.DATE) {
            return wrong(
                    ProblemKind.WRONG_TYPE,
                    binary.operator().span(),
                    "found `" + operator + "` after " + left.type().shown() + ", expected `==` or `!=`",
                    left.type() == ValueType.TRUTH
                            ? null
                            : "for several values write `" + context.written(binary.left()) + " in ( ... )`");
        }
        boolean asks = left.asksForUnknown(right) || right.asksForUnknown(left);
        Evaluator a = asks ? left.term() : left.known();
        Evaluator b = asks ? right.term() : right.known();
        join = operator.equals("==") && !asks ? joined(left, right) : null;
        return Typed.truth(
                Values.comparison(operator, a, b), left.text() + " " + operator + " " + right.text(), binary.span());
    }

    private @Nullable Join joined(Typed left, Typed right) {
        boolean leftOwn = left.text().startsWith("this") && !right.text().contains("this");
        boolean rightOwn = right.text().startsWith("this") && !left.text().contains("this");
        if ((!leftOwn && !rightOwn) || left.type() != right.type()) {
            return null;
        }
        Typed own = leftOwn ? left : right;
        Typed other = leftOwn ? right : left;
        return new Join(own.known(), other.known(), context.slots());
    }

    /** Checks what a value is compared with: a name that is no field is probably a text without its quotes. */
    @Nullable
    Typed check(Syntax.Expression expression, @Nullable Typed compared) {
        boolean bare = expression instanceof Syntax.Field field
                && field.of() == null
                && compared != null
                && (compared.type().isText() || compared.type() == ValueType.TEXTS)
                && !paths.isKnown(field.name().text());
        if (!bare) {
            return check(expression);
        }
        String name = context.written(expression);
        return wrong(
                ProblemKind.WRONG_TYPE,
                expression.span(),
                "found `" + name + "`, expected a text as `" + context.written(Objects.requireNonNull(compared))
                        + (compared.type().isText() ? "` is" : "` holds"),
                "write \"" + name + "\": texts stand in double quotes");
    }

    private static boolean isNull(Syntax.Expression expression) {
        return expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NULL;
    }

    private @Nullable Typed unknown(
            Syntax.Binary binary, Syntax.Expression asked, Syntax.Expression nothing, boolean wanted) {
        Typed value = check(asked);
        if (value == null) {
            return null;
        }
        boolean choiceOrTruth = value.type() == ValueType.CHOICE || value.type() == ValueType.TRUTH;
        if (choiceOrTruth && !value.mayBeUnknown()) {
            String mend = value.choices().contains(Vocabulary.UNKNOWN)
                    ? "write `" + context.written(asked) + (wanted ? " == " : " != ") + "\"unknown\"`"
                    : null;
            return wrong(
                    ProblemKind.WRONG_TYPE,
                    nothing.span(),
                    "found `null`, but `" + context.written(asked) + "` always has a value",
                    mend);
        }
        Evaluator term = value.term();
        return Typed.truth(
                (own, others) -> (term.of(own, others) == null) == wanted,
                value.text() + (wanted ? " == null" : " != null"),
                binary.span());
    }

    /** Checks an expression that must have a type; a whole number is a decimal one too. */
    @Nullable
    Typed ofType(ValueType type, Syntax.Expression expression) {
        Typed typed = check(expression);
        if (typed == null || typed.type() == type || (type == ValueType.DECIMAL && typed.type() == ValueType.WHOLE)) {
            return typed;
        }
        if (type == ValueType.DATE && typed.type() == ValueType.TEXT && typed.isConstant()) {
            return types.date(typed);
        }
        return wrong(
                ProblemKind.WRONG_TYPE,
                typed.span(),
                "found " + typed.type().shown() + ", expected " + type.shown(),
                null);
    }
}
