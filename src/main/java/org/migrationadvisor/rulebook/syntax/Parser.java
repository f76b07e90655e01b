package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;

/**
 * Reads a rule file in the part of DRL in which rules are data: patterns over facts, and a consequence that recommends.
 * Whatever else DRL knows is named and refused. A rule with a syntax error is reported once and left out.
 */
public final class Parser {
    /** How many tokens all rule files of a folder may have: rules for 2,000 rules of ample length. */
    static final int MOST_TOKENS = 500_000;

    private static final int MOST_TOKENS_OF_RULE = 10_000;
    private static final int LONGEST_REST = 100;
    private static final List<String> LINES_AT_TOP = List.of("rule", "package");
    private static final List<String> LINES_OF_DEFINITIONS = List.of("declare", "rule", "package");

    private final SourceFile file;
    private final Problems problems;
    private final TokenStream tokens;
    private final ConditionParser conditions;
    private final ExpressionParser expressions;
    private final boolean defines;

    private Parser(SourceFile file, Lexed lexed, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.tokens = new TokenStream(file, lexed, problems);
        this.expressions = new ExpressionParser(tokens);
        this.conditions = new ConditionParser(tokens, expressions);
        this.defines = Syntax.isDefinitions(file.name());
    }

    /** Reads a rule file; never null. What is wrong is told to {@code problems}. */
    public static Syntax.RuleFile parse(SourceFile file, Problems problems) {
        return parse(List.of(file), problems).get(0);
    }

    /**
     * Reads the rule files of a folder. With more words and signs than a folder may have the files behind are not read,
     * which is told.
     */
    public static List<Syntax.RuleFile> parse(List<SourceFile> files, Problems problems) {
        List<Syntax.RuleFile> parsed = new ArrayList<>();
        int left = MOST_TOKENS;
        for (SourceFile file : files) {
            Lexed lexed = Lexer.lex(file, left, problems);
            parsed.add(new Parser(file, lexed, problems).ruleFile());
            if (lexed.isTooLarge()) {
                break;
            }
            left -= lexed.tokens().size() - 1;
        }
        return parsed;
    }

    private Syntax.RuleFile ruleFile() {
        Syntax.Name packageName = null;
        List<Syntax.Declaration> declarations = new ArrayList<>();
        List<Syntax.Rule> rules = new ArrayList<>();
        DefinitionParser definitions = new DefinitionParser(tokens, expressions);
        boolean isComplete = true;
        while (!tokens.isAtEnd()) {
            Token start = tokens.peek();
            tokens.startRule();
            try {
                boolean isFirst = packageName == null && declarations.isEmpty() && rules.isEmpty();
                if (start.isName("package") && !isFirst) {
                    throw tokens.expected("`rule`", "`package` stands once, at the start of the file");
                } else if (start.isName("package")) {
                    packageName = packageLine();
                } else if (start.isName("declare") && defines) {
                    Syntax.Declaration declaration = definitions.declaration();
                    if (tokens.isRuleReadable()) {
                        declarations.add(declaration);
                    }
                } else if (start.isName("rule")) {
                    Syntax.Rule rule = rule(definitions);
                    if (tokens.isRuleReadable()) {
                        rules.add(rule);
                    }
                } else {
                    throw unexpectedAtTop();
                }
                isComplete &= tokens.isRuleReadable();
            } catch (BrokenRuleException broken) {
                isComplete = false;
                if (tokens.peek().equals(start)) {
                    tokens.next();
                }
                skipToNextRule();
            }
        }
        return new Syntax.RuleFile(file, packageName, List.copyOf(declarations), List.copyOf(rules), isComplete);
    }

    private BrokenRuleException unexpectedAtTop() {
        Token token = tokens.peek();
        String refused = token.kind() == Token.Kind.NAME ? Refused.AT_TOP.get(token.text()) : null;
        if (refused != null) {
            return tokens.refused(token, "which a rule file may not hold", refused);
        }
        String mend = Suggestion.didYouMean(token.text(), defines ? LINES_OF_DEFINITIONS : LINES_AT_TOP);
        if (token.isName("end")) {
            mend = "remove it: the rule before has its `end` already";
        }
        return tokens.expected("`rule`", mend);
    }

    /** Continues after the next {@code end}, or at the next {@code rule} or {@code declare} that starts a line. */
    private void skipToNextRule() {
        while (!tokens.isAtEnd()) {
            boolean starts =
                    tokens.peek().isName("rule") || (defines && tokens.peek().isName("declare"));
            if (starts && tokens.isFirstOfLine()) {
                return;
            }
            if (tokens.next().isName("end")) {
                return;
            }
        }
    }

    private Syntax.Name packageLine() throws BrokenRuleException {
        tokens.next();
        Token first = tokens.expectName("the topic of the rules after `package`");
        StringBuilder name = new StringBuilder(first.text());
        Span span = first.span();
        while (tokens.takeSymbol(".")) {
            Token part = tokens.expectName("a name after the dot");
            name.append('.').append(part.text());
            span = span.to(part.span());
        }
        tokens.takeSymbol(";");
        return new Syntax.Name(name.toString(), span);
    }

    private Syntax.Rule rule(DefinitionParser definitions) throws BrokenRuleException {
        Token start = tokens.next();
        Token name = tokens.peek();
        if (name.kind() != Token.Kind.TEXT) {
            int end = Math.min(tokens.endOfLine(start), start.span().end() + LONGEST_REST);
            String rest = file.text(new Span(start.span().end(), end)).strip();
            throw tokens.expected("the rule's name in double quotes", "write rule \"" + SafeText.quote(rest) + "\"");
        }
        tokens.next();
        List<Syntax.Annotation> annotations = annotations();
        List<Syntax.Condition> found = new ArrayList<>();
        if (tokens.takeName("when")) {
            while (!tokens.peek().isName("then")) {
                found.add(conditions.condition());
                if (tokens.readOfRule() > MOST_TOKENS_OF_RULE) {
                    throw tokens.broken(
                            ProblemKind.TOO_LARGE,
                            name,
                            "found a rule of more than " + MOST_TOKENS_OF_RULE
                                    + " words and signs, expected one that people can read",
                            "write several rules");
                }
                while (tokens.takeSymbol(";") || tokens.takeName("and") || tokens.takeSymbol("&&")) {
                    // between two conditions, "and" is what nothing means as well
                }
            }
        }
        tokens.next();
        Syntax.Expression consequence = defines ? definitions.conclusion() : recommendation();
        Token end = end(defines);
        return new Syntax.Rule(
                new Syntax.Name(name.text(), name.span()),
                annotations,
                List.copyOf(found),
                consequence,
                start.span().to(end.span()));
    }

    private List<Syntax.Annotation> annotations() throws BrokenRuleException {
        List<Syntax.Annotation> annotations = new ArrayList<>();
        while (!tokens.peek().isName("when") && !tokens.peek().isName("then")) {
            if (!tokens.peek().isSymbol("@")) {
                throw unexpectedBeforeWhen();
            }
            annotations.add(annotation());
        }
        return List.copyOf(annotations);
    }

    private BrokenRuleException unexpectedBeforeWhen() {
        Token token = tokens.peek();
        String refused = token.kind() == Token.Kind.NAME ? Refused.ATTRIBUTES.get(token.text()) : null;
        if (refused != null) {
            return tokens.broken(
                    ProblemKind.NOT_ALLOWED,
                    token,
                    "found the attribute `" + tokens.hyphenated() + "`, which a rule may not have",
                    refused);
        }
        String mend = Suggestion.didYouMean(token.text(), List.of("when", "then"));
        return tokens.expected("`when`", mend == null ? "put `when` before the conditions" : mend);
    }

    private Syntax.Annotation annotation() throws BrokenRuleException {
        tokens.next();
        Token name = tokens.expectName("the name of an annotation after `@`");
        tokens.expectSymbol("(", "after the annotation's name");
        Token value = tokens.peek();
        if (value.kind() != Token.Kind.TEXT) {
            String written = "@" + name.text() + "( \"...\" )";
            problems.error(
                    ProblemKind.UNQUOTED_ANNOTATION,
                    file,
                    value.span(),
                    "found " + value.shown() + ", expected the value of @" + name.text() + " in double quotes",
                    "write " + written + "; without quotes a `//` in it hides the rest of the line");
            tokens.markBroken(value);
            tokens.skipLine(tokens.line(name));
        } else {
            tokens.next();
            tokens.expectSymbol(")", "after the annotation's value");
        }
        return new Syntax.Annotation(
                new Syntax.Name(name.text(), name.span()), new Syntax.Name(value.text(), value.span()));
    }

    private Syntax.Expression recommendation() throws BrokenRuleException {
        Token first = tokens.peek();
        if (first.isName("end")) {
            throw tokens.expected("recommend( CODE, $fact );", "for example recommend( WAIT_FOR_EXPIRY, $original );");
        }
        if (!first.isName("recommend")) {
            throw tokens.refused(first, "expected recommend( CODE, $fact );", recommendMend(first));
        }
        return expressions.expression();
    }

    private static String recommendMend(Token first) {
        if (first.isName(DefinitionParser.CONCLUDE)) {
            return "a rule only recommends; what concludes a name for other rules stands in " + Syntax.DEFINITIONS;
        }
        String mend = Suggestion.didYouMean(first.text(), List.of("recommend"));
        return mend == null ? "a rule only recommends: facts cannot be changed and no code can be run" : mend;
    }

    /** The {@code end} of a rule, after the {@code ;} of its consequence. */
    private Token end(boolean concludes) throws BrokenRuleException {
        String call = concludes ? DefinitionParser.CONCLUDE : "recommend";
        if (!tokens.takeSymbol(";")) {
            throw tokens.expected(
                    "`;` after " + call + "( ... )", "put a `;` after it, in line " + tokens.line(tokens.last()));
        }
        if (tokens.isAtEnd() || tokens.peek().isName("rule") || tokens.peek().isSymbol("}")) {
            throw tokens.expected("`end`", "close the rule with `end`");
        }
        if (!tokens.peek().isName("end")) {
            throw tokens.refused(
                    tokens.peek(),
                    "expected `end`",
                    concludes
                            ? "a rule concludes one thing: write a second rule for a second one"
                            : "a rule makes one recommendation: write a second rule for a second one");
        }
        return tokens.next();
    }
}
