package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions and values. */
final class ExpressionParser {
    private static final int DEEPEST_NESTING = 40;
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_NUMBER = 30;
    private static final int COMPARISON = 2;
    private static final int SUM = 3;

    /** The operators from the weakest to the strongest. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"), Set.of("&&"), Set.of("==", "!=", "<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*"));

    private final TokenStream tokens;
    private int depth;
    private int parts;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Syntax.Expression expression() throws BrokenRuleException {
        if (depth == 0) {
            parts = 0;
        }
        if (++depth > DEEPEST_NESTING) {
            depth = 0;
            throw tokens.broken(
                    ProblemKind.TOO_LARGE,
                    tokens.peek(),
                    "found parentheses more than " + DEEPEST_NESTING + " deep",
                    "write it flatter");
        }
        try {
            return binary(0);
        } finally {
            depth = Math.max(0, depth - 1);
        }
    }

    private Syntax.Expression binary(int level) throws BrokenRuleException {
        if (level == LEVELS.size()) {
            return unary();
        }
        Syntax.Expression left = binary(level + 1);
        if (level == COMPARISON) {
            left = listed(left);
        }
        while (tokens.peek().kind() == Token.Kind.SYMBOL
                && LEVELS.get(level).contains(tokens.peek().text())) {
            Token operator = tokens.next();
            refuseThirdSign(operator);
            Syntax.Expression right = binary(level + 1);
            left = new Syntax.Binary(
                    new Syntax.Name(operator.text(), operator.span()),
                    left,
                    right,
                    left.span().to(right.span()));
        }
        if (level == COMPARISON) {
            refuseOtherOperators();
        }
        return left;
    }

    private void refuseThirdSign(Token operator) throws BrokenRuleException {
        Token sign = tokens.peek();
        boolean adjacent = operator.span().end() == sign.span().start();
        if (adjacent && operator.isSymbol("<") && sign.isSymbol(">")) {
            throw tokens.broken(
                    ProblemKind.SYNTAX, operator, "found `<>`, expected a comparison", "did you mean `!=`?");
        }
        if (adjacent && sign.isSymbol("=")) {
            throw tokens.broken(
                    ProblemKind.SYNTAX,
                    operator,
                    "found `" + operator.text() + "=`, expected a comparison",
                    "did you mean `" + operator.text() + "`?");
        }
    }

    private void refuseOtherOperators() throws BrokenRuleException {
        Token token = tokens.peek();
        if (token.isSymbol("=")) {
            String sign = tokens.peekSecond().text();
            boolean turned = sign.equals(">") || sign.equals("<");
            throw tokens.broken(
                    ProblemKind.SYNTAX,
                    token,
                    "found `=" + (turned ? sign : "") + "`, expected a comparison",
                    "did you mean `" + (turned ? sign + "=" : "==") + "`?");
        }
        String mend = token.kind() == Token.Kind.NAME ? Refused.OPERATORS.get(token.text()) : null;
        if (mend != null) {
            throw tokens.broken(
                    ProblemKind.NOT_ALLOWED,
                    token,
                    "found the operator " + token.shown() + ", which a rule may not use",
                    mend);
        }
    }

    /** A value and, where {@code in} or {@code contains} follows, the list with which it is compared. */
    private Syntax.Expression listed(Syntax.Expression value) throws BrokenRuleException {
        Token first = tokens.peek();
        boolean negated = first.isName("not")
                && (tokens.peekSecond().isName("in") || tokens.peekSecond().isName("contains"));
        if (negated) {
            tokens.next();
        }
        Token word = tokens.peek();
        if (!tokens.takeName("in") && !tokens.takeName("contains")) {
            return value;
        }
        boolean variable =
                tokens.peek().kind() == Token.Kind.NAME && tokens.peek().text().startsWith("$");
        if (word.isName("contains") || variable) {
            Syntax.Name operator = new Syntax.Name(
                    (negated ? "not " : "") + word.text(), first.span().to(word.span()));
            Syntax.Expression right = binary(SUM);
            return new Syntax.Binary(operator, value, right, value.span().to(right.span()));
        }
        return in(negated, value);
    }

    private Syntax.In in(boolean negated, Syntax.Expression value) throws BrokenRuleException {
        tokens.expectSymbol("(", "after `in`");
        List<Syntax.Expression> options = new ArrayList<>();
        do {
            options.add(binary(SUM));
        } while (tokens.takeSymbol(","));
        Token end = tokens.expectSymbol(")", "or `,` in the list after `in`");
        return new Syntax.In(negated, value, List.copyOf(options), value.span().to(end.span()));
    }

    private Syntax.Expression unary() throws BrokenRuleException {
        Token token = tokens.peek();
        if (++parts > MOST_PARTS) {
            throw tokens.broken(
                    ProblemKind.TOO_LARGE,
                    token,
                    "found a condition of more than " + MOST_PARTS + " values",
                    "write it as several conditions, or as several rules");
        }
        if (token.isSymbol("!")) {
            if (++depth > DEEPEST_NESTING) {
                depth = 0;
                throw tokens.broken(
                        ProblemKind.TOO_LARGE,
                        token,
                        "found `!` more than " + DEEPEST_NESTING + " deep",
                        "write it flatter");
            }
            tokens.next();
            Syntax.Expression inner = unary();
            depth--;
            return new Syntax.Not(inner, token.span().to(inner.span()));
        }
        if (token.isSymbol("-") && tokens.peekSecond().kind() == Token.Kind.NUMBER) {
            tokens.next();
            return number("-", token.span());
        }
        return chain(primary());
    }

    private Syntax.Expression primary() throws BrokenRuleException {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.TEXT) {
            tokens.next();
            return new Syntax.Literal(Syntax.LiteralKind.TEXT, token.text(), token.span());
        }
        if (token.kind() == Token.Kind.NUMBER) {
            return number("", token.span());
        }
        if (token.kind() == Token.Kind.NAME) {
            tokens.next();
            return named(token);
        }
        if (tokens.takeSymbol("(")) {
            Syntax.Expression inner = expression();
            Token end = tokens.expectSymbol(")", "to close the parenthesis");
            return inner.in(token.span().to(end.span()));
        }
        boolean open =
                tokens.last().kind() == Token.Kind.SYMBOL && !tokens.last().isSymbol(")");
        throw tokens.expected(
                "a field, a variable or a value",
                open ? "maybe something is missing after `" + tokens.last().text() + "`" : null);
    }

    private Syntax.Expression number(String sign, Span start) throws BrokenRuleException {
        Token number = tokens.peek();
        if (number.text().length() > LONGEST_NUMBER) {
            throw tokens.broken(
                    ProblemKind.TOO_LARGE,
                    number,
                    "found a number of " + number.text().length() + " digits, expected at most " + LONGEST_NUMBER,
                    null);
        }
        tokens.next();
        return new Syntax.Literal(Syntax.LiteralKind.NUMBER, sign + number.text(), start.to(number.span()));
    }

    private Syntax.Expression named(Token token) throws BrokenRuleException {
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Syntax.Literal(Syntax.LiteralKind.TRUTH, token.text(), token.span());
        }
        if (token.text().equals("null")) {
            return new Syntax.Literal(Syntax.LiteralKind.NULL, token.text(), token.span());
        }
        String mend = Refused.VALUES.get(token.text());
        if (mend != null) {
            throw tokens.refused(token, "which a rule may not use", mend);
        }
        if (token.text().startsWith("$")) {
            return new Syntax.Variable(token.text(), token.span());
        }
        Syntax.Name name = new Syntax.Name(token.text(), token.span());
        return tokens.peek().isSymbol("(") ? call(null, name) : new Syntax.Field(null, name, token.span());
    }

    private Syntax.Expression chain(Syntax.Expression first) throws BrokenRuleException {
        Syntax.Expression expression = first;
        while (tokens.takeSymbol(".")) {
            Token token = tokens.expectName("a field after the dot");
            if (++parts > MOST_PARTS) {
                throw tokens.broken(
                        ProblemKind.TOO_LARGE, token, "found more than " + MOST_PARTS + " fields in a row", null);
            }
            Syntax.Name name = new Syntax.Name(token.text(), token.span());
            expression = tokens.peek().isSymbol("(")
                    ? call(expression, name)
                    : new Syntax.Field(expression, name, expression.span().to(token.span()));
        }
        return expression;
    }

    private Syntax.Call call(Syntax.@Nullable Expression on, Syntax.Name name) throws BrokenRuleException {
        tokens.next();
        List<Syntax.Expression> arguments = new ArrayList<>();
        if (!tokens.peek().isSymbol(")")) {
            do {
                arguments.add(expression());
            } while (tokens.takeSymbol(","));
        }
        Token end = tokens.expectSymbol(")", "or `,` after the argument");
        Span start = on == null ? name.span() : on.span();
        return new Syntax.Call(on, name, List.copyOf(arguments), start.to(end.span()));
    }
}
