package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule file in the part of DRL in which rules are data: patterns over facts, and a consequence that recommends.
 * Whatever else DRL knows is named and refused. A rule with a syntax error is reported once and left out.
 */
public final class Parser {
    private static final int DEEPEST_NESTING = 40;

    private static final Map<String, String> REFUSED_AT_TOP = Map.of(
            "import", "all facts and codes are known without an import: remove the line",
            "function", "a rule file holds no code: use the fields of the facts, or ask for a new field",
            "global", "results are made with recommend( CODE, $fact ): remove the line",
            "query", "write the patterns of the query into the rule",
            "declare", "facts are fixed: put a number that rules need into policy.yaml",
            "dialect", "there is only one dialect: remove the line",
            "unit", "start the file with `package <topic>;`",
            "template", "write the rule out");

    private static final Map<String, String> REFUSED_ATTRIBUTES = Map.ofEntries(
            Map.entry("salience", "the order of advice is set in recommendations.yaml"),
            Map.entry("no", "rules change no facts, so no rule can fire itself again"),
            Map.entry("lock", "rules change no facts, so no rule can fire itself again"),
            Map.entry("agenda", "all rules see all facts"),
            Map.entry("activation", "make the conditions exclude each other"),
            Map.entry("ruleflow", "all rules see all facts"),
            Map.entry("auto", "all rules see all facts"),
            Map.entry("dialect", "there is only one dialect"),
            Map.entry("enabled", "to switch a rule off, remove it"),
            Map.entry("duration", "rules never read the clock"),
            Map.entry("timer", "rules never read the clock"),
            Map.entry("calendars", "rules never read the clock"),
            Map.entry("date", "compare the as-of date instead: `asOf >= \"2026-05-04\"`"),
            Map.entry("extends", "write the conditions out"));

    private static final Map<String, String> REFUSED_CONDITIONS = Map.of(
            "eval", "write the condition inside the pattern",
            "forall", "write not( Fact( ... ) ) with the opposite condition",
            "from", "facts come from the list only",
            "or", "write two rules, or use || inside one pattern",
            "query", "write the patterns of the query into the rule",
            "collect", "use accumulate( Fact( ... ); $n : count() )",
            "groupby", "use accumulate( Fact( ... ); $n : count() )");

    private static final Set<String> STATEMENTS = Set.of(
            "insert",
            "insertLogical",
            "modify",
            "update",
            "delete",
            "retract",
            "for",
            "while",
            "do",
            "if",
            "new",
            "return",
            "try",
            "throw",
            "switch",
            "synchronized",
            "class",
            "int",
            "long",
            "var",
            "String",
            "Object");

    private static final Map<String, String> WORD_OPERATORS = Map.of(
            "matches", "compare with == or in",
            "contains", "compare with == or in",
            "memberOf", "compare with in",
            "soundslike", "compare with == or in",
            "str", "compare with == or in",
            "after", "compare dates with >",
            "before", "compare dates with <");

    /** Thrown when a rule cannot be read on; the problem is already told. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken() {
            super(null, null, false, false);
        }
    }

    private final SourceFile file;
    private final Problems problems;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.tokens = Lexer.tokens(file, problems);
    }

    /** Reads a rule file; never null. What is wrong is told to {@code problems}. */
    public static Syntax.RuleFile parse(SourceFile file, Problems problems) {
        return new Parser(file, problems).ruleFile();
    }

    private Syntax.RuleFile ruleFile() {
        Syntax.Name packageName = null;
        List<Syntax.Rule> rules = new ArrayList<>();
        while (peek().kind() != Token.Kind.END_OF_FILE) {
            int before = at;
            try {
                if (peek().isName("package")) {
                    packageName = packageLine();
                } else if (peek().isName("rule")) {
                    rules.add(rule());
                } else {
                    throw unexpectedAtTop();
                }
            } catch (Broken broken) {
                at = Math.max(at, before + 1);
                skipToNextRule();
            }
        }
        return new Syntax.RuleFile(file, packageName, List.copyOf(rules));
    }

    private Broken unexpectedAtTop() {
        String refused = REFUSED_AT_TOP.get(peek().text());
        if (peek().kind() == Token.Kind.NAME && refused != null) {
            return broken(
                    "not-allowed", peek(), "found " + peek().shown() + ", which a rule file may not hold", refused);
        }
        String nearest = Suggestion.didYouMean(peek().text(), List.of("rule", "package"));
        return broken("syntax", peek(), "found " + peek().shown() + ", expected `rule`", nearest);
    }

    /** Goes on behind the next {@code end}, or at the next {@code rule} that starts a line. */
    private void skipToNextRule() {
        while (peek().kind() != Token.Kind.END_OF_FILE) {
            if (peek().isName("rule") && startsLine(peek())) {
                return;
            }
            if (next().isName("end")) {
                return;
            }
        }
    }

    private boolean startsLine(Token token) {
        int start = token.span().start();
        return file.text(new Span(file.lineStart(file.line(start)), start)).isBlank();
    }

    private Syntax.Name packageLine() throws Broken {
        next();
        Token first = expectName("the topic of the rules behind `package`");
        StringBuilder name = new StringBuilder(first.text());
        Span span = first.span();
        while (takeSymbol(".")) {
            Token part = expectName("a name behind the dot");
            name.append('.').append(part.text());
            span = span.to(part.span());
        }
        takeSymbol(";");
        return new Syntax.Name(name.toString(), span);
    }

    private Syntax.Rule rule() throws Broken {
        Token start = next();
        Token name = next();
        if (name.kind() != Token.Kind.TEXT) {
            throw broken(
                    "syntax",
                    name,
                    "found " + name.shown() + ", expected the rule's name in double quotes",
                    "for example rule \"TIM-010 Wait until the original is near its natural end\"");
        }
        List<Syntax.Annotation> annotations = new ArrayList<>();
        while (!peek().isName("when") && !peek().isName("then")) {
            if (peek().isSymbol("@")) {
                Syntax.Annotation annotation = annotation();
                if (annotation != null) {
                    annotations.add(annotation);
                }
            } else {
                throw unexpectedBeforeWhen();
            }
        }
        List<Syntax.Condition> conditions = new ArrayList<>();
        if (peek().isName("when")) {
            next();
            while (!peek().isName("then")) {
                conditions.add(condition());
                while (takeSymbol(";") || takeName("and") || takeSymbol("&&")) {
                    // between two conditions, "and" is what nothing means as well
                }
            }
        }
        next();
        Syntax.Expression consequence = consequence();
        Token end = next();
        return new Syntax.Rule(
                new Syntax.Name(name.text(), name.span()),
                List.copyOf(annotations),
                List.copyOf(conditions),
                consequence,
                start.span().to(end.span()));
    }

    private Broken unexpectedBeforeWhen() {
        String refused = REFUSED_ATTRIBUTES.get(peek().text());
        if (peek().kind() == Token.Kind.NAME && refused != null) {
            return broken(
                    "not-allowed",
                    peek(),
                    "found the attribute " + peek().shown() + ", which a rule may not have",
                    refused);
        }
        return broken(
                "syntax",
                peek(),
                "found " + peek().shown() + ", expected `when`",
                Suggestion.didYouMean(peek().text(), List.of("when", "then")));
    }

    private Syntax.@Nullable Annotation annotation() throws Broken {
        next();
        Token name = expectName("the name of an annotation behind `@`");
        expectSymbol("(", "behind the annotation's name");
        Token value = peek();
        if (value.kind() != Token.Kind.TEXT) {
            problems.error(
                    "unquoted-annotation",
                    file,
                    value.span(),
                    "found " + value.shown() + ", expected the value of @" + name.text() + " in double quotes",
                    "without quotes a `//` in the value would swallow the rest of the line: write @" + name.text()
                            + "( \"...\" )");
            skipLine(value);
            return null;
        }
        next();
        expectSymbol(")", "behind the annotation's value");
        return new Syntax.Annotation(
                new Syntax.Name(name.text(), name.span()), new Syntax.Name(value.text(), value.span()));
    }

    private void skipLine(Token from) {
        int line = file.line(from.span().start());
        while (peek().kind() != Token.Kind.END_OF_FILE
                && file.line(peek().span().start()) == line) {
            next();
        }
    }

    private Syntax.Condition condition() throws Broken {
        Token token = peek();
        if (token.isName("not") || token.isName("exists")) {
            return group();
        }
        if (token.isName("accumulate") || token.isName("acc")) {
            return accumulate();
        }
        return pattern();
    }

    private Syntax.Group group() throws Broken {
        Token word = next();
        List<Syntax.Pattern> patterns = new ArrayList<>();
        Span end;
        if (peek().isSymbol("(")) {
            next();
            patterns.add(pattern());
            while (!peek().isSymbol(")")) {
                if (!takeName("and") && !takeSymbol("&&")) {
                    throw broken("syntax", peek(), "found " + peek().shown() + ", expected `and` or `)`", null);
                }
                patterns.add(pattern());
            }
            end = next().span();
        } else {
            Syntax.Pattern pattern = pattern();
            patterns.add(pattern);
            end = pattern.span();
        }
        return new Syntax.Group(
                word.isName("not"), List.copyOf(patterns), word.span().to(end));
    }

    private Syntax.Accumulate accumulate() throws Broken {
        Token word = next();
        expectSymbol("(", "behind `" + word.text() + "`");
        Syntax.Pattern pattern = pattern();
        if (!takeSymbol(";")) {
            takeSymbol(",");
        }
        Token result = expectName("a variable for the result, such as $count");
        expectSymbol(":", "behind the result's variable");
        Token function = expectName("one of count, sum, min, max, average");
        expectSymbol("(", "behind `" + function.text() + "`");
        Syntax.Expression argument = peek().isSymbol(")") ? null : expression();
        expectSymbol(")", "behind the function's argument");
        List<Syntax.Constraint> constraints = new ArrayList<>();
        if (takeSymbol(";")) {
            while (!peek().isSymbol(")")) {
                constraints.add(constraint());
                if (!takeSymbol(",")) {
                    break;
                }
            }
        }
        Token end = expectSymbol(")", "at the end of `" + word.text() + "`");
        return new Syntax.Accumulate(
                pattern,
                new Syntax.Name(result.text(), result.span()),
                new Syntax.Name(function.text(), function.span()),
                argument,
                List.copyOf(constraints),
                word.span().to(end.span()));
    }

    private Syntax.Pattern pattern() throws Broken {
        Token first = peek();
        String refused = REFUSED_CONDITIONS.get(first.text());
        if (first.kind() == Token.Kind.NAME && refused != null) {
            throw broken("not-allowed", first, "found " + first.shown() + ", which a rule may not use", refused);
        }
        if (first.isName("end") || first.isName("rule")) {
            throw broken(
                    "syntax",
                    first,
                    "found " + first.shown() + ", expected `then`",
                    "put `then` and what is recommended before `end`");
        }
        expectName("a fact such as Subscription( ... )");
        Syntax.Name binding = null;
        Token type = first;
        if (takeSymbol(":")) {
            binding = new Syntax.Name(first.text(), first.span());
            type = expectName("a fact behind the colon, such as Subscription( ... )");
        }
        expectSymbol("(", "behind `" + type.text() + "`");
        List<Syntax.Constraint> constraints = new ArrayList<>();
        while (!peek().isSymbol(")")) {
            constraints.add(constraint());
            if (!takeSymbol(",")) {
                break;
            }
        }
        Token end = expectSymbol(")", "or `,` behind the constraint");
        refuseFrom();
        return new Syntax.Pattern(
                binding,
                new Syntax.Name(type.text(), type.span()),
                List.copyOf(constraints),
                first.span().to(end.span()));
    }

    private void refuseFrom() throws Broken {
        Token token = peek();
        if (token.isName("from") || token.isName("over") || token.isName("or") || token.isSymbol("||")) {
            String mend = token.isName("from") || token.isName("over")
                    ? "facts come from the list only"
                    : REFUSED_CONDITIONS.get("or");
            throw broken("not-allowed", token, "found " + token.shown() + ", which a rule may not use here", mend);
        }
    }

    private Syntax.Constraint constraint() throws Broken {
        Token first = peek();
        Syntax.Name binding = null;
        if (first.kind() == Token.Kind.NAME && tokens.get(at + 1).isSymbol(":")) {
            binding = new Syntax.Name(first.text(), first.span());
            at += 2;
        }
        Syntax.Expression expression = expression();
        return new Syntax.Constraint(binding, expression, first.span().to(expression.span()));
    }

    private Syntax.Expression consequence() throws Broken {
        Token first = peek();
        if (first.isName("end")) {
            throw broken("syntax", first, "found nothing behind `then`, expected recommend( CODE, $fact );", null);
        }
        if (STATEMENTS.contains(first.text()) || !first.isName("recommend")) {
            throw broken(
                    "not-allowed",
                    first,
                    "found " + first.shown() + ", expected recommend( CODE, $fact );",
                    "a rule only recommends: facts cannot be changed and no code can be run");
        }
        Syntax.Expression expression = expression();
        if (!takeSymbol(";")) {
            throw broken("syntax", peek(), "found " + peek().shown() + ", expected `;` behind recommend( ... )", null);
        }
        if (!peek().isName("end")) {
            throw broken(
                    "not-allowed",
                    peek(),
                    "found " + peek().shown() + ", expected `end`",
                    "a rule makes one recommendation: write a second rule for a second one");
        }
        return expression;
    }

    private Syntax.Expression expression() throws Broken {
        if (++depth > DEEPEST_NESTING) {
            throw broken(
                    "not-allowed",
                    peek(),
                    "found parentheses more than " + DEEPEST_NESTING + " deep",
                    "write it flatter");
        }
        try {
            return binary(0);
        } finally {
            depth--;
        }
    }

    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"), Set.of("&&"), Set.of("==", "!=", "<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*"));

    private Syntax.Expression binary(int level) throws Broken {
        if (level == LEVELS.size()) {
            return unary();
        }
        Syntax.Expression left = binary(level + 1);
        if (level == 2) {
            left = in(left);
        }
        while (peek().kind() == Token.Kind.SYMBOL && LEVELS.get(level).contains(peek().text())) {
            Token operator = next();
            Syntax.Expression right = binary(level + 1);
            left = new Syntax.Binary(
                    new Syntax.Name(operator.text(), operator.span()),
                    left,
                    right,
                    left.span().to(right.span()));
        }
        if (level == 2) {
            refuseOtherOperators();
        }
        return left;
    }

    private void refuseOtherOperators() throws Broken {
        Token token = peek();
        if (token.isSymbol("=")) {
            throw broken("syntax", token, "found `=`, expected a comparison", "did you mean `==`?");
        }
        if (token.kind() == Token.Kind.NAME && WORD_OPERATORS.containsKey(token.text())) {
            throw broken(
                    "not-allowed",
                    token,
                    "found the operator " + token.shown() + ", which a rule may not use",
                    WORD_OPERATORS.get(token.text()));
        }
    }

    private Syntax.Expression in(Syntax.Expression value) throws Broken {
        boolean negated = peek().isName("not") && tokens.get(at + 1).isName("in");
        if (negated) {
            next();
        }
        if (!takeName("in")) {
            return value;
        }
        expectSymbol("(", "behind `in`");
        List<Syntax.Expression> options = new ArrayList<>();
        do {
            options.add(binary(3));
        } while (takeSymbol(","));
        Token end = expectSymbol(")", "or `,` in the list behind `in`");
        return new Syntax.In(negated, value, List.copyOf(options), value.span().to(end.span()));
    }

    private Syntax.Expression unary() throws Broken {
        Token token = peek();
        if (token.isSymbol("!")) {
            if (++depth > DEEPEST_NESTING) {
                throw broken(
                        "not-allowed", token, "found `!` more than " + DEEPEST_NESTING + " deep", "write it flatter");
            }
            next();
            Syntax.Expression inner = unary();
            depth--;
            return new Syntax.Not(inner, token.span().to(inner.span()));
        }
        if (token.isSymbol("-") && tokens.get(at + 1).kind() == Token.Kind.NUMBER) {
            next();
            Token number = next();
            return new Syntax.Literal(
                    Syntax.LiteralKind.NUMBER, "-" + number.text(), token.span().to(number.span()));
        }
        return chain(primary());
    }

    private Syntax.Expression primary() throws Broken {
        Token token = next();
        if (token.kind() == Token.Kind.TEXT) {
            return new Syntax.Literal(Syntax.LiteralKind.TEXT, token.text(), token.span());
        }
        if (token.kind() == Token.Kind.NUMBER) {
            return new Syntax.Literal(Syntax.LiteralKind.NUMBER, token.text(), token.span());
        }
        if (token.kind() == Token.Kind.NAME) {
            return named(token);
        }
        if (token.isSymbol("(")) {
            Syntax.Expression inner = expression();
            expectSymbol(")", "to close the parenthesis");
            return inner;
        }
        throw broken("syntax", token, "found " + token.shown() + ", expected a field, a variable or a value", null);
    }

    private Syntax.Expression named(Token token) throws Broken {
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Syntax.Literal(Syntax.LiteralKind.TRUTH, token.text(), token.span());
        }
        if (token.text().equals("null")) {
            return new Syntax.Literal(Syntax.LiteralKind.NULL, token.text(), token.span());
        }
        if (token.text().equals("new") || token.text().equals("eval")) {
            throw broken(
                    "not-allowed",
                    token,
                    "found " + token.shown() + ", which a rule may not use",
                    "a rule reads facts and recommends, nothing else");
        }
        Syntax.Name name = new Syntax.Name(token.text(), token.span());
        if (token.text().startsWith("$")) {
            return new Syntax.Variable(token.text(), token.span());
        }
        return peek().isSymbol("(") ? call(null, name) : new Syntax.Field(null, name, token.span());
    }

    private Syntax.Expression chain(Syntax.Expression first) throws Broken {
        Syntax.Expression expression = first;
        while (takeSymbol(".")) {
            Token token = expectName("a field behind the dot");
            Syntax.Name name = new Syntax.Name(token.text(), token.span());
            expression = peek().isSymbol("(")
                    ? call(expression, name)
                    : new Syntax.Field(expression, name, expression.span().to(token.span()));
        }
        return expression;
    }

    private Syntax.Call call(Syntax.@Nullable Expression on, Syntax.Name name) throws Broken {
        next();
        List<Syntax.Expression> arguments = new ArrayList<>();
        if (!peek().isSymbol(")")) {
            do {
                arguments.add(expression());
            } while (takeSymbol(","));
        }
        Token end = expectSymbol(")", "or `,` behind the argument");
        Span start = on == null ? name.span() : on.span();
        return new Syntax.Call(on, name, List.copyOf(arguments), start.to(end.span()));
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END_OF_FILE) {
            at++;
        }
        return token;
    }

    private boolean takeSymbol(String symbol) {
        if (peek().isSymbol(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean takeName(String name) {
        if (peek().isName(name)) {
            at++;
            return true;
        }
        return false;
    }

    private Token expectName(String what) throws Broken {
        Token token = peek();
        if (token.kind() != Token.Kind.NAME) {
            throw broken("syntax", token, "found " + token.shown() + ", expected " + what, null);
        }
        return next();
    }

    private Token expectSymbol(String symbol, String where) throws Broken {
        Token token = peek();
        if (!token.isSymbol(symbol)) {
            throw broken("syntax", token, "found " + token.shown() + ", expected `" + symbol + "` " + where, null);
        }
        return next();
    }

    private Broken broken(String kind, Token token, String what, @Nullable String mend) {
        problems.error(kind, file, token.span(), what, mend);
        return new Broken();
    }
}
