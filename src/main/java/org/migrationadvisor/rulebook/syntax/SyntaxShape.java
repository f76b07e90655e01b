package org.migrationadvisor.rulebook.syntax;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule file says, without how it is laid out: two files with the same shape mean the same. */
public final class SyntaxShape {

    private SyntaxShape() {}

    /** The shape of a file: its package, then each declaration and each rule. */
    public static List<String> of(Syntax.RuleFile file) {
        String name = file.packageName() == null ? "" : file.packageName().text();
        Stream<String> declarations = file.declarations().stream().map(SyntaxShape::declaration);
        Stream<String> rules = file.rules().stream().map(SyntaxShape::rule);
        return Stream.concat(Stream.of("package " + name), Stream.concat(declarations, rules))
                .toList();
    }

    private static String declaration(Syntax.Declaration declaration) {
        return declaration.name().text()
                + about(declaration.about())
                + listed(declaration.fields().stream()
                        .map(field -> field.name().text() + ":" + field.type().text() + (field.isKey() ? "@key" : "")
                                + about(field.about()))
                        .toList());
    }

    private static String about(Syntax.@Nullable Name about) {
        return about == null ? "" : "@about" + quoted(about.text());
    }

    private static String rule(Syntax.Rule rule) {
        return quoted(rule.name().text())
                + listed(rule.annotations().stream()
                        .map(each -> each.name().text() + quoted(each.value().text()))
                        .toList())
                + listed(rule.conditions().stream().map(SyntaxShape::condition).toList())
                + expression(rule.consequence());
    }

    private static String condition(Syntax.Condition condition) {
        if (condition instanceof Syntax.Pattern pattern) {
            return pattern(pattern);
        }
        if (condition instanceof Syntax.Group group) {
            return (group.negated() ? "not" : "exists")
                    + listed(group.patterns().stream().map(SyntaxShape::pattern).toList());
        }
        Syntax.Accumulate accumulate = (Syntax.Accumulate) condition;
        String argument = accumulate.argument() == null ? "" : expression(accumulate.argument());
        return "accumulate(" + pattern(accumulate.pattern()) + ";"
                + accumulate.result().text() + ":"
                + accumulate.function().text() + "(" + argument + ")" + constraints(accumulate.constraints()) + ")";
    }

    private static String pattern(Syntax.Pattern pattern) {
        return binding(pattern.binding()) + pattern.factType().text() + constraints(pattern.constraints());
    }

    private static String binding(Syntax.@Nullable Name binding) {
        return binding == null ? "" : binding.text() + ":";
    }

    private static String constraints(List<Syntax.Constraint> constraints) {
        return listed(constraints.stream()
                .map(each -> binding(each.binding()) + expression(each.expression()))
                .toList());
    }

    private static String expression(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            return literal.kind() == Syntax.LiteralKind.TEXT ? quoted(literal.text()) : literal.text();
        }
        if (expression instanceof Syntax.Variable variable) {
            return variable.name();
        }
        if (expression instanceof Syntax.Field field) {
            String of = field.of() == null ? "" : expression(field.of()) + ".";
            return of + field.name().text();
        }
        if (expression instanceof Syntax.Not not) {
            return "!(" + expression(not.expression()) + ")";
        }
        if (expression instanceof Syntax.Binary binary) {
            return "(" + expression(binary.left()) + " " + binary.operator().text() + " " + expression(binary.right())
                    + ")";
        }
        if (expression instanceof Syntax.In in) {
            return "(" + expression(in.value()) + (in.negated() ? " not in " : " in ") + expressions(in.options())
                    + ")";
        }
        Syntax.Call call = (Syntax.Call) expression;
        String on = call.on() == null ? "" : expression(call.on()) + ".";
        return on + call.name().text() + expressions(call.arguments());
    }

    private static String expressions(List<Syntax.Expression> expressions) {
        return listed(expressions.stream().map(SyntaxShape::expression).toList());
    }

    private static String listed(List<String> parts) {
        return parts.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
