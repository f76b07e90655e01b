package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a rule file, as written. */
public final class Syntax {

    private Syntax() {}

    /** A name with its place. */
    public record Name(String text, Span span) {}

    /**
     * A rule file.
     *
     * @param declarations in the order of the file, those with a syntax error left out
     * @param rules in the order of the file, those with a syntax error left out
     * @param isComplete whether nothing had to be left out
     */
    public record RuleFile(
            SourceFile source,
            @Nullable Name packageName,
            List<Declaration> declarations,
            List<Rule> rules,
            boolean isComplete) {

        /** Whether its rules conclude what others read, instead of recommending. */
        public boolean definesNames() {
            return isDefinitions(source.name());
        }
    }

    /** The folder of the files that define names. */
    public static final String DEFINITIONS = "definitions/";

    /** Whether the rules of a file conclude what others read, instead of recommending. */
    public static boolean isDefinitions(String file) {
        return file.startsWith(DEFINITIONS);
    }

    /** {@code declare Name @about( "sentence" ) field : Type @key ... end}. */
    public record Declaration(Name name, @Nullable Name about, List<DeclaredField> fields, Span span) {}

    /** A field of a declaration: which fact a definition is about, or a value that it gives, and what it is. */
    public record DeclaredField(
            Name name, Name type, boolean isKey, @Nullable Name about, Span span) {}

    /** A rule: its name in quotes, what is annotated, when it holds and what then. */
    public record Rule(
            Name name, List<Annotation> annotations, List<Condition> conditions, Expression consequence, Span span) {}

    /** {@code @name( "value" )}. */
    public record Annotation(Name name, Name value) {}

    /** One of the conditions under {@code when}. */
    public sealed interface Condition permits Pattern, Group, Accumulate {
        Span span();
    }

    /** {@code $binding : FactType( constraint, constraint )}. */
    public record Pattern(@Nullable Name binding, Name factType, List<Constraint> constraints, Span span)
            implements Condition {}

    /** {@code not} or {@code exists} with the patterns it is about. */
    public record Group(boolean negated, List<Pattern> patterns, Span span) implements Condition {}

    /** {@code accumulate( pattern; $n : count(); constraint )}. */
    public record Accumulate(
            Pattern pattern,
            Name result,
            Name function,
            @Nullable Expression argument,
            List<Constraint> constraints,
            Span span)
            implements Condition {}

    /** A constraint of a pattern: a condition, or a binding of a field to a variable. */
    public record Constraint(@Nullable Name binding, Expression expression, Span span) {}

    /** A part of a condition or of the consequence. */
    public sealed interface Expression permits Literal, Variable, Field, Not, Binary, In, Call {
        Span span();

        /** The same with another place, such as that of the parentheses around it. */
        Expression in(Span place);
    }

    /** What a literal is. */
    public enum LiteralKind {
        TEXT,
        NUMBER,
        TRUTH,
        NULL
    }

    /** A text, a number, {@code true}, {@code false} or {@code null}. */
    public record Literal(LiteralKind kind, String text, Span span) implements Expression {
        @Override
        public Literal in(Span place) {
            return new Literal(kind, text, place);
        }
    }

    /** {@code $name}. */
    public record Variable(String name, Span span) implements Expression {
        @Override
        public Variable in(Span place) {
            return new Variable(name, place);
        }
    }

    /** A field, of another expression's fact or, without one, of the pattern's own fact; or a code. */
    public record Field(@Nullable Expression of, Name name, Span span) implements Expression {
        @Override
        public Field in(Span place) {
            return new Field(of, name, place);
        }
    }

    /** {@code !expression}. */
    public record Not(Expression expression, Span span) implements Expression {
        @Override
        public Not in(Span place) {
            return new Not(expression, place);
        }
    }

    /**
     * {@code left operator right}, the operator one of {@code || && == != < <= > >= + - *}, or {@code contains} before a
     * value or {@code in} before the variable of a list, each also with {@code not}.
     */
    public record Binary(Name operator, Expression left, Expression right, Span span) implements Expression {
        @Override
        public Binary in(Span place) {
            return new Binary(operator, left, right, place);
        }
    }

    /** {@code value in ( a, b )} or {@code value not in ( a, b )}. */
    public record In(boolean negated, Expression value, List<Expression> options, Span span) implements Expression {
        @Override
        public In in(Span place) {
            return new In(negated, value, options, place);
        }
    }

    /** {@code name( arguments )}, on another expression or, without one, a function. */
    public record Call(@Nullable Expression on, Name name, List<Expression> arguments, Span span)
            implements Expression {
        @Override
        public Call in(Span place) {
            return new Call(on, name, arguments, place);
        }
    }

    /** The expressions of which an expression is made, one level down. */
    public static List<Expression> parts(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        if (expression instanceof Binary binary) {
            parts.add(binary.left());
            parts.add(binary.right());
        } else if (expression instanceof Not not) {
            parts.add(not.expression());
        } else if (expression instanceof In in) {
            parts.add(in.value());
            parts.addAll(in.options());
        } else if (expression instanceof Call call) {
            if (call.on() != null) {
                parts.add(call.on());
            }
            parts.addAll(call.arguments());
        } else if (expression instanceof Field field && field.of() != null) {
            parts.add(field.of());
        }
        return parts;
    }
}
