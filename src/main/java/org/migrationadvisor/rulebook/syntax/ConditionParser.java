package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands under {@code when}. */
final class ConditionParser {
    private static final Set<String> RULE_WORDS = Set.of("when", "then", "end", "rule", "not", "exists", "accumulate");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ConditionParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Syntax.Condition condition() throws BrokenRuleException {
        Token token = tokens.peek();
        if (token.isName("not") || token.isName("exists")) {
            return group();
        }
        if (token.isName("accumulate") || token.isName("acc")) {
            return accumulate();
        }
        return pattern();
    }

    private Syntax.Group group() throws BrokenRuleException {
        Token word = tokens.next();
        List<Syntax.Pattern> patterns = new ArrayList<>();
        Span end;
        if (tokens.takeSymbol("(")) {
            patterns.add(pattern());
            while (!tokens.peek().isSymbol(")")) {
                if (!tokens.takeName("and") && !tokens.takeSymbol("&&")) {
                    throw tokens.expected("`and` or `)`", null);
                }
                patterns.add(pattern());
            }
            end = tokens.next().span();
        } else {
            Syntax.Pattern pattern = pattern();
            patterns.add(pattern);
            end = pattern.span();
        }
        return new Syntax.Group(
                word.isName("not"), List.copyOf(patterns), word.span().to(end));
    }

    private Syntax.Accumulate accumulate() throws BrokenRuleException {
        Token word = tokens.next();
        tokens.expectSymbol("(", "after `" + word.text() + "`");
        Syntax.Pattern pattern = pattern();
        if (!tokens.takeSymbol(";")) {
            tokens.takeSymbol(",");
        }
        Token result = tokens.expectName("a variable for the result, such as $count");
        tokens.expectSymbol(":", "after the result's variable");
        Token function = tokens.expectName("one of count, sum, min, max, average");
        tokens.expectSymbol("(", "after `" + function.text() + "`");
        Syntax.Expression argument = tokens.peek().isSymbol(")") ? null : expressions.expression();
        tokens.expectSymbol(")", "after the function's argument");
        List<Syntax.Constraint> constraints = tokens.takeSymbol(";") ? constraints() : List.of();
        Token end = tokens.expectSymbol(")", "at the end of `" + word.text() + "`");
        return new Syntax.Accumulate(
                pattern,
                new Syntax.Name(result.text(), result.span()),
                new Syntax.Name(function.text(), function.span()),
                argument,
                constraints,
                word.span().to(end.span()));
    }

    private Syntax.Pattern pattern() throws BrokenRuleException {
        Token first = tokens.peek();
        String mend = first.kind() == Token.Kind.NAME ? Refused.CONDITIONS.get(first.text()) : null;
        if (mend != null) {
            throw tokens.refused(first, "which a rule may not use", mend);
        }
        if (first.kind() == Token.Kind.NAME && tokens.peekSecond().isName("recommend")) {
            throw tokens.expected("`then`", "did you mean `then`?");
        }
        if (first.isName("end") || first.isName("rule") || first.isName("recommend")) {
            throw tokens.expected("`then`", "put `then` between the conditions and what is recommended");
        }
        tokens.expectName("a fact such as Subscription( ... )");
        Syntax.Name binding = null;
        Token type = first;
        if (tokens.takeSymbol(":")) {
            binding = new Syntax.Name(first.text(), first.span());
            type = tokens.expectName("a fact after the colon, such as Subscription( ... )");
        }
        tokens.expectSymbol("(", "after `" + type.text() + "`");
        List<Syntax.Constraint> constraints = constraints();
        Token end = closing(type);
        refuseBehind();
        return new Syntax.Pattern(
                binding,
                new Syntax.Name(type.text(), type.span()),
                constraints,
                first.span().to(end.span()));
    }

    private List<Syntax.Constraint> constraints() throws BrokenRuleException {
        List<Syntax.Constraint> constraints = new ArrayList<>();
        while (!tokens.peek().isSymbol(")")) {
            constraints.add(constraint());
            if (!tokens.takeSymbol(",")) {
                break;
            }
        }
        return List.copyOf(constraints);
    }

    /** The parenthesis that ends a pattern, with what an analyst probably left out where it is not there. */
    private Token closing(Token type) throws BrokenRuleException {
        Token token = tokens.peek();
        if (token.isSymbol(")")) {
            return tokens.next();
        }
        if (token.isName("and") || token.isName("or")) {
            String sign = token.isName("and") ? "`,` or `&&`" : "`||`";
            throw tokens.expected("`)` or `,` after the condition", "between the conditions of a fact write " + sign);
        }
        boolean another = token.kind() == Token.Kind.NAME && !RULE_WORDS.contains(token.text());
        throw tokens.expected(
                "`)` or `,` after the condition",
                another
                        ? "maybe a `,` is missing after `" + tokens.last().text() + "`"
                        : "close `" + type.text() + "(` with `)`");
    }

    private void refuseBehind() throws BrokenRuleException {
        Token token = tokens.peek();
        String mend = token.kind() == Token.Kind.TEXT ? null : Refused.BEHIND_PATTERN.get(token.text());
        if (mend != null) {
            throw tokens.refused(token, "which a rule may not use here", mend);
        }
    }

    private Syntax.Constraint constraint() throws BrokenRuleException {
        Token first = tokens.peek();
        Syntax.Name binding = null;
        if (first.kind() == Token.Kind.NAME && tokens.peekSecond().isSymbol(":")) {
            binding = new Syntax.Name(first.text(), first.span());
            tokens.next();
            tokens.next();
        }
        Syntax.Expression expression = expressions.expression();
        return new Syntax.Constraint(binding, expression, first.span().to(expression.span()));
    }
}
