package org.migrationadvisor.workbench.mutation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Finds the small changes that can be made to the conditions and values of one rule. */
final class ExpressionMutations {
    private static final Map<String, List<String>> OPERATORS = Map.ofEntries(
            Map.entry("<", List.of("<=", ">=")),
            Map.entry("<=", List.of("<", ">")),
            Map.entry(">", List.of(">=", "<=")),
            Map.entry(">=", List.of(">", "<")),
            Map.entry("==", List.of("!=")),
            Map.entry("!=", List.of("==")),
            Map.entry("&&", List.of("||")),
            Map.entry("||", List.of("&&")),
            Map.entry("+", List.of("-")),
            Map.entry("-", List.of("+")),
            Map.entry("*", List.of("+")),
            Map.entry("in", List.of("not in")),
            Map.entry("not in", List.of("in")),
            Map.entry("contains", List.of("not contains")),
            Map.entry("not contains", List.of("contains")));
    /** The end of the names of fields that also hold where nothing is known; without it they do not. */
    private static final String OR_UNKNOWN = "OrUnknown";

    private static final Map<String, String> CALLS =
            Map.of("latest", "earliest", "earliest", "latest", "plusDays", "minusDays", "minusDays", "plusDays");

    /** Takes a change. */
    interface Sink {
        void add(Span span, String replacement, Span place, String what);
    }

    private final RuleDefinition rule;
    private final Sink sink;
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, String> policy = new HashMap<>();

    ExpressionMutations(RuleDefinition rule, Sink sink) {
        this.rule = rule;
        this.sink = sink;
        for (RuleDefinition.Condition condition : rule.conditions()) {
            if (condition instanceof RuleDefinition.Pattern pattern) {
                constraints.addAll(pattern.constraints());
            } else if (condition instanceof RuleDefinition.Group group) {
                group.patterns().forEach(pattern -> constraints.addAll(pattern.constraints()));
            } else if (condition instanceof RuleDefinition.Accumulate accumulate) {
                constraints.addAll(accumulate.pattern().constraints());
                constraints.addAll(accumulate.constraints());
            } else if (condition instanceof RuleDefinition.Lookup lookup) {
                constraints.addAll(lookup.constraints());
            }
        }
        for (Syntax.Condition condition : rule.syntax().conditions()) {
            if (condition instanceof Syntax.Pattern pattern
                    && pattern.factType().text().equals(Vocabulary.POLICY)) {
                pattern.constraints().stream()
                        .filter(constraint -> constraint.binding() != null)
                        .forEach(constraint -> policy.put(
                                constraint.binding().text(),
                                source(constraint.expression().span())));
            }
        }
    }

    /** A part of the rule as written, on one line. */
    String source(Span span) {
        return rule.file().text(span).replaceAll("\\s+", " ").strip();
    }

    private void replace(Span span, String replacement) {
        sink.add(span, replacement, span, "`" + source(span) + "` becomes `" + replacement + "`");
    }

    /** The changes of an expression that is true or false. */
    void condition(Syntax.Expression expression) {
        if (expression instanceof Syntax.Not not) {
            sink.add(
                    new Span(not.span().start(), not.span().start() + 1),
                    "",
                    not.span(),
                    "`" + source(not.span()) + "` loses its `!`");
            inside(not.expression());
        } else if (expression instanceof Syntax.Field || expression instanceof Syntax.Variable) {
            String field = source(expression.span());
            replace(expression.span(), "!" + field);
            if (field.endsWith(OR_UNKNOWN)) {
                replace(expression.span(), field.substring(0, field.length() - OR_UNKNOWN.length()));
            }
        } else {
            inside(expression);
        }
    }

    private void inside(Syntax.Expression expression) {
        if (expression instanceof Syntax.Binary binary) {
            binary(binary);
        } else if (expression instanceof Syntax.In in) {
            in(in);
        } else if (expression instanceof Syntax.Not) {
            condition(expression);
        } else {
            value(expression);
        }
    }

    private void binary(Syntax.Binary binary) {
        String operator = binary.operator().text();
        OPERATORS
                .getOrDefault(operator, List.of())
                .forEach(other -> replace(binary.operator().span(), other));
        if (operator.equals("&&") || operator.equals("||")) {
            Span whole = binary.span();
            Span left = new Span(whole.start(), binary.operator().span().end());
            Span right = new Span(binary.operator().span().start(), whole.end());
            sink.add(left, "", binary.left().span(), "`" + source(binary.left().span()) + "` is dropped");
            sink.add(
                    right,
                    "",
                    binary.right().span(),
                    "`" + source(binary.right().span()) + "` is dropped");
            condition(binary.left());
            condition(binary.right());
            return;
        }
        literals(binary.left(), binary.right());
        literals(binary.right(), binary.left());
    }

    /** The changes of one side of a comparison or calculation; a text is replaced by what the other side can be. */
    private void literals(Syntax.Expression side, Syntax.Expression other) {
        if (side instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.TEXT) {
            List<String> choices = choices(other);
            choices.stream()
                    .filter(choice -> !choice.equals(literal.text()))
                    .forEach(choice -> replace(side.span(), '"' + choice + '"'));
            if (choices.isEmpty()) {
                text(literal);
            }
        } else if (side instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.TRUTH) {
            replace(side.span(), literal.text().equals("true") ? "false" : "true");
        } else {
            value(side);
        }
    }

    private void text(Syntax.Literal literal) {
        try {
            LocalDate date = LocalDate.parse(literal.text());
            replace(literal.span(), '"' + date.plusDays(1).toString() + '"');
            replace(literal.span(), '"' + date.minusDays(1).toString() + '"');
        } catch (DateTimeException noDate) {
            replace(literal.span(), '"' + literal.text() + "x\"");
        }
    }

    private void in(Syntax.In in) {
        int wordsStart = in.value().span().end();
        int wordsEnd = in.options().get(0).span().start();
        sink.add(
                new Span(wordsStart, wordsEnd),
                in.negated() ? " in ( " : " not in ( ",
                in.value().span(),
                in.negated() ? "`not in` becomes `in`" : "`in` becomes `not in`");
        List<Syntax.Expression> options = in.options();
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            listed.add(source(options.get(i).span()));
            if (options.size() > 1) {
                boolean last = i + 1 == options.size();
                Span dropped = last
                        ? new Span(
                                options.get(i - 1).span().end(),
                                options.get(i).span().end())
                        : new Span(
                                options.get(i).span().start(),
                                options.get(i + 1).span().start());
                sink.add(
                        dropped,
                        "",
                        options.get(i).span(),
                        "`" + source(options.get(i).span()) + "` is dropped from the list");
            } else {
                literals(options.get(i), in.value());
            }
        }
        Span end = options.get(options.size() - 1).span();
        for (String choice : choices(in.value())) {
            if (!listed.contains('"' + choice + '"')) {
                sink.add(
                        new Span(end.end(), end.end()),
                        ", \"" + choice + '"',
                        end,
                        "`\"" + choice + "\"` is added to the list");
            }
        }
        value(in.value());
    }

    /** The changes of an expression that is a number, a date or a text. */
    void value(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NUMBER) {
            BigDecimal number = new BigDecimal(literal.text());
            replace(literal.span(), number.add(BigDecimal.ONE).toPlainString());
            replace(literal.span(), number.subtract(BigDecimal.ONE).toPlainString());
        } else if (expression instanceof Syntax.Variable variable && policy.containsKey(variable.name())) {
            replace(variable.span(), "( " + variable.name() + " + 1 )");
            replace(variable.span(), "( " + variable.name() + " - 1 )");
        } else if (expression instanceof Syntax.Binary binary) {
            binary(binary);
        } else if (expression instanceof Syntax.Call call) {
            call(call);
        }
    }

    private void call(Syntax.Call call) {
        String other = CALLS.get(call.name().text());
        if (other != null) {
            replace(call.name().span(), other);
        } else if (call.name().text().equals("daysBetween") && call.arguments().size() == 2) {
            swapped(call.arguments().get(0).span(), call.arguments().get(1).span());
        }
        if (call.on() == null) {
            call.arguments().forEach(argument -> replace(call.span(), source(argument.span())));
        } else {
            value(call.on());
        }
        call.arguments().forEach(this::value);
    }

    private void swapped(Span first, Span second) {
        String both = source(first) + ", " + source(second);
        String turned = source(second) + ", " + source(first);
        sink.add(first.to(second), turned, first.to(second), "`" + both + "` becomes `" + turned + "`");
    }

    /** What the field that an expression reads can be; empty if it is no choice. */
    private List<String> choices(Syntax.Expression expression) {
        return constraints.stream()
                .filter(constraint ->
                        constraint.span().start() <= expression.span().start()
                                && expression.span().end() <= constraint.span().end())
                .findFirst()
                .flatMap(constraint -> Optional.ofNullable(constraint.parts().reading(expression)))
                .map(Reading::fields)
                .filter(fields -> fields.size() == 1)
                .map(fields -> last(fields.get(0)).choices())
                .orElse(List.of());
    }

    private static Property last(FieldRead field) {
        return field.path().get(field.path().size() - 1);
    }
}
