package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.Suggestion;

/** Reads what only a file that defines names may hold: declarations, and rules that conclude. */
final class DefinitionParser {
    /** How a rule says what it concludes. */
    static final String CONCLUDE = "insertLogical";

    private static final String EXAMPLE = "insertLogical( new Ended( $original ) );";
    private static final int MOST_FIELDS = 20;

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    DefinitionParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Syntax.Declaration declaration() throws BrokenRuleException {
        Token start = tokens.next();
        Token name = tokens.expectName("the name of what is concluded after `declare`, such as Ended");
        if (tokens.peek().isName("extends")) {
            throw tokens.refused(tokens.peek(), "which a declaration may not have", "write all fields out");
        }
        Syntax.Name about = tokens.peek().isSymbol("@") ? about() : null;
        List<Syntax.DeclaredField> fields = new ArrayList<>();
        while (!tokens.peek().isName("end")) {
            fields.add(field());
            if (fields.size() > MOST_FIELDS) {
                throw tokens.broken(
                        ProblemKind.TOO_LARGE,
                        name,
                        "found a declaration of more than " + MOST_FIELDS + " fields",
                        "declare several names");
            }
        }
        Token end = tokens.next();
        return new Syntax.Declaration(
                name(name), about, List.copyOf(fields), start.span().to(end.span()));
    }

    private static Syntax.Name name(Token token) {
        return new Syntax.Name(token.text(), token.span());
    }

    private Syntax.DeclaredField field() throws BrokenRuleException {
        Token name = tokens.peek();
        if (name.kind() != Token.Kind.NAME || name.isName("rule") || name.isName("declare")) {
            throw tokens.expected("a field such as `subscription : Subscription @key`, or `end`", null);
        }
        tokens.next();
        tokens.expectSymbol(":", "after the field's name");
        Token type = tokens.expectName("the field's type, such as Subscription or LocalDate");
        boolean isKey = tokens.peek().isSymbol("@") && tokens.peekSecond().isName("key");
        if (isKey) {
            tokens.next();
            tokens.next();
        }
        Syntax.Name about = tokens.peek().isSymbol("@") ? about() : null;
        Span span = name.span().to(tokens.last().span());
        Token next = tokens.peek();
        if (next.isSymbol("=") || next.isSymbol(",") || next.isSymbol(";")) {
            throw tokens.expected(
                    "the next field or `end`",
                    next.isSymbol("=") ? "what it is is concluded by rules" : "fields stand one on each line");
        }
        return new Syntax.DeclaredField(name(name), name(type), isKey, about, span);
    }

    /** {@code @about( "sentence" )}. */
    private Syntax.Name about() throws BrokenRuleException {
        tokens.next();
        Token word = tokens.peek();
        if (!word.isName("about")) {
            throw tokens.refused(
                    word,
                    "expected `key` or `about` after `@`",
                    "a field can be a @key, and @about( \"...\" ) says what it is");
        }
        tokens.next();
        tokens.expectSymbol("(", "after the annotation's name");
        Token sentence = tokens.peek();
        if (sentence.kind() != Token.Kind.TEXT) {
            throw tokens.expected("a sentence in double quotes", "write @about( \"...\" )");
        }
        tokens.next();
        tokens.expectSymbol(")", "after the annotation's value");
        return name(sentence);
    }

    /** {@code insertLogical( new Name( values ) )}, as calls one inside the other. */
    Syntax.Expression conclusion() throws BrokenRuleException {
        Token first = tokens.peek();
        if (first.isName("end")) {
            throw tokens.expected(CONCLUDE + "( new Name( $fact ) );", "for example " + EXAMPLE);
        }
        if (!first.isName(CONCLUDE)) {
            throw tokens.refused(first, "expected " + CONCLUDE + "( new Name( $fact ) );", mend(first));
        }
        tokens.next();
        tokens.expectSymbol("(", "after `" + CONCLUDE + "`");
        if (!tokens.takeName("new")) {
            throw tokens.expected("`new` and a declared name", "for example " + EXAMPLE);
        }
        Token name = tokens.expectName("a declared name after `new`");
        tokens.expectSymbol("(", "after `" + name.text() + "`");
        List<Syntax.Expression> values = new ArrayList<>();
        if (!tokens.peek().isSymbol(")")) {
            do {
                values.add(expressions.expression());
            } while (tokens.takeSymbol(","));
        }
        Token close = tokens.expectSymbol(")", "or `,` after the value");
        Syntax.Call made = new Syntax.Call(
                null, name(name), List.copyOf(values), name.span().to(close.span()));
        Token end = tokens.expectSymbol(")", "at the end of `" + CONCLUDE + "`");
        return new Syntax.Call(null, name(first), List.of(made), first.span().to(end.span()));
    }

    private static @Nullable String mend(Token token) {
        if (token.isName("recommend")) {
            return "a definition concludes a name that rules read; the rules themselves stand in another folder";
        }
        if (token.isName("insert")) {
            return "did you mean `" + CONCLUDE + "`?";
        }
        String nearest = Suggestion.didYouMean(token.text(), List.of(CONCLUDE));
        return nearest == null
                ? "a definition only concludes: facts cannot be changed and no code can be run"
                : nearest;
    }
}
