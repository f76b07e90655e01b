package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Join;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Suggestion;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * Checks the names and types of one expression and makes the term that reads it. An expression can read fields and
 * compare; there is no other name it could call. One instance serves one expression.
 */
final class ExpressionChecker {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> DATE_METHODS = List.of("plusDays", "minusDays");
    private static final List<String> DATE_FUNCTIONS = List.of("earliest", "latest");

    /** An expression whose type is known. */
    record Typed(
            ValueType type,
            List<String> choices,
            @Nullable FactType fact,
            Term term,
            @Nullable Object constant,
            String text,
            Span span) {

        boolean isConstant() {
            return constant != null;
        }
    }

    private final SourceFile file;
    private final Problems problems;
    private final Scope scope;
    private final @Nullable FactType self;
    private final Vocabulary vocabulary;
    private final List<Integer> slots = new ArrayList<>();
    private final List<FieldRead> fields = new ArrayList<>();
    private @Nullable Join join;

    ExpressionChecker(SourceFile file, Problems problems, Scope scope, @Nullable FactType self, Vocabulary vocabulary) {
        this.file = file;
        this.problems = problems;
        this.scope = scope;
        this.self = self;
        this.vocabulary = vocabulary;
    }

    /** The type and term of an expression; null if something is wrong with it, which has then been told. */
    @Nullable
    Typed check(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Syntax.Variable variable) {
            return variable(variable);
        }
        if (expression instanceof Syntax.Field field) {
            return field(field);
        }
        if (expression instanceof Syntax.Not not) {
            return not(not);
        }
        if (expression instanceof Syntax.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Syntax.In in) {
            return in(in);
        }
        return call((Syntax.Call) expression);
    }

    Reading reading(Typed typed) {
        return new Reading(typed.type(), typed.term(), List.copyOf(slots), List.copyOf(fields));
    }

    /** The equality join found at the top of the expression; null if there is none. */
    @Nullable
    Join join() {
        return join;
    }

    private @Nullable Typed wrong(String kind, Span span, String what, @Nullable String mend) {
        problems.error(kind, file, span, what, mend);
        return null;
    }

    private static Typed constant(ValueType type, @Nullable Object value, String text, Span span) {
        return new Typed(type, List.of(), null, new Values.Constant(value), value, text, span);
    }

    private @Nullable Typed literal(Syntax.Literal literal) {
        String text = literal.text();
        return switch (literal.kind()) {
            case TEXT -> constant(ValueType.TEXT, text, '"' + text + '"', literal.span());
            case TRUTH -> constant(ValueType.TRUTH, Boolean.valueOf(text), text, literal.span());
            case NUMBER -> number(literal);
            case NULL ->
                wrong(
                        "wrong-type",
                        literal.span(),
                        "found `null`, expected a value",
                        "ask whether a fact is unknown with `field == null`");
        };
    }

    private @Nullable Typed number(Syntax.Literal literal) {
        if (literal.text().contains(".")) {
            return constant(ValueType.DECIMAL, new BigDecimal(literal.text()), literal.text(), literal.span());
        }
        try {
            return constant(ValueType.WHOLE, Integer.valueOf(literal.text()), literal.text(), literal.span());
        } catch (NumberFormatException tooLarge) {
            return wrong(
                    "wrong-value",
                    literal.span(),
                    "found " + literal.text() + ", expected a whole number of at most " + Integer.MAX_VALUE,
                    null);
        }
    }

    private @Nullable Typed variable(Syntax.Variable variable) {
        Scope.Variable found = scope.find(variable.name());
        if (found == null) {
            return wrong(
                    "unknown-variable",
                    variable.span(),
                    "found the variable " + variable.name() + ", which no condition before it binds",
                    Suggestion.didYouMean(variable.name(), scope.names()));
        }
        if (found instanceof Scope.Constant constant) {
            fields.add(new FieldRead(FieldRead.POLICY, List.of(constant.property())));
            return constant(
                    constant.property().type(),
                    constant.value(),
                    constant.value().toString(),
                    variable.span());
        }
        if (found instanceof Scope.Fact fact) {
            int at = place(fact.slot());
            return new Typed(
                    ValueType.FACT,
                    List.of(),
                    fact.type(),
                    (own, others) -> others[at],
                    null,
                    "#" + fact.slot(),
                    variable.span());
        }
        if (found instanceof Scope.Result result) {
            int at = place(result.slot());
            return new Typed(
                    result.type(),
                    List.of(),
                    null,
                    (own, others) -> others[at],
                    null,
                    "#" + result.slot(),
                    variable.span());
        }
        Scope.FieldOf field = (Scope.FieldOf) found;
        fields.add(new FieldRead(field.slot(), field.path()));
        int at = place(field.slot());
        Typed value = new Typed(
                ValueType.FACT,
                List.of(),
                null,
                (own, others) -> others[at],
                null,
                "#" + field.slot(),
                variable.span());
        for (Property property : field.path()) {
            value = read(value, property, variable.span());
        }
        return value;
    }

    private int place(int slot) {
        int at = slots.indexOf(slot);
        if (at < 0) {
            slots.add(slot);
            at = slots.size() - 1;
        }
        return at;
    }

    private Typed read(Typed of, Property property, Span span) {
        Term term = of.term();
        FactType fact = property.factType() == null ? null : vocabulary.type(property.factType());
        return new Typed(
                property.type(),
                property.choices(),
                fact,
                (own, others) -> {
                    Object value = term.of(own, others);
                    return value == null ? null : property.of(value);
                },
                null,
                of.text() + "." + property.name(),
                span);
    }

    /** A path of fields with the fact it starts at. */
    private record Path(int slot, Typed value, List<Property> properties) {}

    private @Nullable Typed field(Syntax.Field field) {
        Path path = path(field);
        if (path == null) {
            return null;
        }
        if (!path.properties().isEmpty()) {
            fields.add(new FieldRead(path.slot(), path.properties()));
        }
        return path.value();
    }

    private @Nullable Path path(Syntax.Field field) {
        if (field.of() == null) {
            return self == null ? notAField(field) : step(field, self, FieldRead.OWN, own(self, field), List.of());
        }
        if (field.of() instanceof Syntax.Variable variable && scope.find(variable.name()) instanceof Scope.Fact fact) {
            Typed of = Objects.requireNonNull(variable(variable));
            return step(field, fact.type(), fact.slot(), of, List.of());
        }
        if (field.of() instanceof Syntax.Field inner) {
            Path path = path(inner);
            if (path == null) {
                return null;
            }
            FactType fact = path.value().fact();
            if (fact == null) {
                wrong(
                        "unknown-field",
                        field.name().span(),
                        "found a field of `" + inner.name().text() + "`, which is "
                                + path.value().type().shown() + " and has no fields",
                        null);
                return null;
            }
            return step(field, fact, path.slot(), path.value(), path.properties());
        }
        if (!(field.of() instanceof Syntax.Variable) || check(field.of()) != null) {
            wrong(
                    "not-allowed",
                    field.name().span(),
                    "found the field `" + field.name().text() + "` of something that is no fact",
                    "fields are read from a fact, such as $original.endDate");
        }
        return null;
    }

    private static Typed own(FactType type, Syntax.Field field) {
        return new Typed(ValueType.FACT, List.of(), type, (self, others) -> self, null, "this", field.span());
    }

    private @Nullable Path notAField(Syntax.Field field) {
        wrong(
                "unknown-name",
                field.span(),
                "found `" + field.name().text() + "`, expected a variable or a value",
                Suggestion.didYouMean("$" + field.name().text(), scope.names()));
        return null;
    }

    private @Nullable Path step(Syntax.Field field, FactType type, int slot, Typed of, List<Property> before) {
        if (before.isEmpty() && field.of() == null && field.name().text().equals("this")) {
            return new Path(slot, of, List.of());
        }
        Property property = type.property(field.name().text());
        if (property == null) {
            wrong(
                    "unknown-field",
                    field.name().span(),
                    "found the field `" + field.name().text() + "`, which " + type.name() + " does not have",
                    unknownFieldMend(field.name().text(), type));
            return null;
        }
        List<Property> properties = new ArrayList<>(before);
        properties.add(property);
        return new Path(slot, read(of, property, field.span()), List.copyOf(properties));
    }

    private @Nullable String unknownFieldMend(String name, FactType type) {
        String nearest = Suggestion.didYouMean(name, type.propertyNames());
        if (nearest != null) {
            return nearest;
        }
        if (type.property("customer") != null) {
            FactType customer = vocabulary.type("Customer");
            if (customer != null && customer.property(name) != null) {
                return "did you mean `customer." + name + "`?";
            }
        }
        return type.propertyNames().isEmpty() ? null : "it has " + String.join(", ", type.propertyNames());
    }

    private @Nullable Typed not(Syntax.Not not) {
        Typed inner = truth(not.expression());
        if (inner == null) {
            return null;
        }
        Term term = inner.term();
        return truth((own, others) -> !Boolean.TRUE.equals(term.of(own, others)), "!" + inner.text(), not.span());
    }

    private static Typed truth(Term term, String text, Span span) {
        return new Typed(ValueType.TRUTH, List.of(), null, term, null, "(" + text + ")", span);
    }

    /** Checks an expression that must be true or false. */
    @Nullable
    Typed truth(Syntax.Expression expression) {
        Typed typed = check(expression);
        if (typed == null || typed.type() == ValueType.TRUTH) {
            return typed;
        }
        return wrong(
                "wrong-type",
                typed.span(),
                "found " + typed.type().shown() + ", expected a condition that is true or false",
                "compare it, for example `" + file.text(typed.span()) + " == ...`");
    }

    private @Nullable Typed binary(Syntax.Binary binary) {
        String operator = binary.operator().text();
        if (operator.equals("&&") || operator.equals("||")) {
            return logical(binary, operator.equals("&&"));
        }
        if (COMPARISONS.contains(operator)) {
            return comparison(binary, operator);
        }
        return arithmetic(binary, operator);
    }

    private @Nullable Typed logical(Syntax.Binary binary, boolean and) {
        Typed left = truth(binary.left());
        Typed right = truth(binary.right());
        if (left == null || right == null) {
            return null;
        }
        Term a = left.term();
        Term b = right.term();
        Term term = and
                ? (own, others) -> Boolean.TRUE.equals(a.of(own, others)) && Boolean.TRUE.equals(b.of(own, others))
                : (own, others) -> Boolean.TRUE.equals(a.of(own, others)) || Boolean.TRUE.equals(b.of(own, others));
        return truth(term, left.text() + (and ? " && " : " || ") + right.text(), binary.span());
    }

    private @Nullable Typed arithmetic(Syntax.Binary binary, String operator) {
        Typed left = check(binary.left());
        Typed right = check(binary.right());
        if (left == null || right == null) {
            return null;
        }
        for (Typed side : List.of(left, right)) {
            if (!side.type().isNumber()) {
                String mend = side.type() == ValueType.DATE ? "add days to a date with $date.plusDays( $days )" : null;
                return wrong(
                        "wrong-type",
                        side.span(),
                        "found " + side.type().shown() + " beside `" + operator + "`, expected a number",
                        mend);
            }
        }
        ValueType type =
                left.type() == ValueType.WHOLE && right.type() == ValueType.WHOLE ? ValueType.WHOLE : ValueType.DECIMAL;
        Term a = left.term();
        Term b = right.term();
        Term term = (own, others) -> Values.calculate(operator.charAt(0), a.of(own, others), b.of(own, others));
        String text = "(" + left.text() + operator + right.text() + ")";
        return new Typed(type, List.of(), null, term, null, text, binary.span());
    }

    private @Nullable Typed comparison(Syntax.Binary binary, String operator) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && isNull(binary.right())) {
            return unknown(binary, operator.equals("=="));
        }
        Typed left = check(binary.left());
        Typed right = check(binary.right());
        if (left == null || right == null) {
            return null;
        }
        right = fit(left, right);
        left = right == null ? null : fit(right, left);
        if (left == null || right == null) {
            return null;
        }
        if (!equality && !left.type().isNumber() && left.type() != ValueType.DATE) {
            return wrong(
                    "wrong-type",
                    binary.operator().span(),
                    "found `" + operator + "` between values that are "
                            + left.type().shown() + ", expected `==` or `!=`",
                    null);
        }
        Term a = left.term();
        Term b = right.term();
        if (operator.equals("==")) {
            rememberJoin(left, right);
        }
        return truth(
                Values.comparison(operator, a, b), left.text() + " " + operator + " " + right.text(), binary.span());
    }

    private void rememberJoin(Typed left, Typed right) {
        boolean leftOwn = left.text().startsWith("this") && !right.text().contains("this");
        boolean rightOwn = right.text().startsWith("this") && !left.text().contains("this");
        if ((leftOwn || rightOwn) && left.type() == right.type()) {
            Typed own = leftOwn ? left : right;
            Typed other = leftOwn ? right : left;
            join = new Join(own.term(), other.term(), List.copyOf(slots));
        }
    }

    private static boolean isNull(Syntax.Expression expression) {
        return expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NULL;
    }

    private @Nullable Typed unknown(Syntax.Binary binary, boolean wanted) {
        Typed value = check(binary.left());
        if (value == null) {
            return null;
        }
        if (value.type() == ValueType.CHOICE || value.type() == ValueType.TRUTH) {
            String mend = value.choices().contains("unknown")
                    ? "write `" + file.text(binary.left().span()) + (wanted ? " == " : " != ") + "\"unknown\"`"
                    : null;
            return wrong(
                    "wrong-type",
                    binary.right().span(),
                    "found `null`, but `" + file.text(binary.left().span()) + "` always has a value",
                    mend);
        }
        Term term = value.term();
        return truth(
                (own, others) -> (term.of(own, others) == null) == wanted,
                value.text() + (wanted ? " == null" : " != null"),
                binary.span());
    }

    /** Makes the second value fit to be compared with the first; null if it does not, which has then been told. */
    private @Nullable Typed fit(Typed to, Typed value) {
        if (to.type() == ValueType.DATE && value.type() == ValueType.TEXT && value.isConstant()) {
            return date(value);
        }
        if (to.type() == ValueType.CHOICE && value.type() == ValueType.TEXT && value.isConstant()) {
            return choice(to, value);
        }
        boolean fits = to.type() == value.type()
                || (to.type().isNumber() && value.type().isNumber())
                || (to.type().isText() && value.type().isText());
        if (!fits) {
            return wrong("wrong-type", value.span(), mismatch(to, value), mismatchMend(to, value));
        }
        if (to.type() == ValueType.FACT && to.fact() != value.fact()) {
            return wrong(
                    "wrong-type",
                    value.span(),
                    "found a " + nameOf(value) + ", expected a " + nameOf(to),
                    "Customer".equals(nameOf(to)) ? "did you mean `" + file.text(value.span()) + ".customer`?" : null);
        }
        return value;
    }

    private static String nameOf(Typed value) {
        return value.fact() == null ? "value" : value.fact().name();
    }

    private static String mismatch(Typed to, Typed value) {
        return "found " + value.type().shown() + ", expected " + to.type().shown();
    }

    private static @Nullable String mismatchMend(Typed to, Typed value) {
        if (value.isConstant() && value.type() == ValueType.TEXT && to.type().isNumber()) {
            return "numbers are written without quotes";
        }
        if (value.isConstant() && value.type() == ValueType.TEXT && to.type() == ValueType.TRUTH) {
            return "write true or false without quotes";
        }
        if (to.type() == ValueType.DATE) {
            return "a date is written as \"2026-11-20\"";
        }
        return to.choices().isEmpty() ? null : "one of " + quoted(to.choices());
    }

    private @Nullable Typed date(Typed value) {
        String text = String.valueOf(value.constant());
        try {
            LocalDate date = LocalDate.parse(text);
            return constant(ValueType.DATE, date, text, value.span());
        } catch (DateTimeParseException notADate) {
            return wrong(
                    "wrong-value",
                    value.span(),
                    "found \"" + text + "\", expected a date such as \"2026-11-20\"",
                    "dates are written year-month-day");
        }
    }

    private @Nullable Typed choice(Typed to, Typed value) {
        String text = String.valueOf(value.constant());
        if (to.choices().contains(text)) {
            return value;
        }
        String nearest = Suggestion.nearest(text, to.choices());
        return wrong(
                "wrong-value",
                value.span(),
                "found \"" + text + "\", expected one of " + quoted(to.choices()),
                nearest == null ? null : "did you mean \"" + nearest + "\"?");
    }

    private static String quoted(List<String> values) {
        return "\"" + String.join("\", \"", values) + "\"";
    }

    private @Nullable Typed in(Syntax.In in) {
        Typed value = check(in.value());
        List<Typed> options = new ArrayList<>();
        boolean complete = value != null;
        for (Syntax.Expression expression : in.options()) {
            Typed option = check(expression);
            option = option == null || value == null ? null : fit(value, option);
            if (option == null) {
                complete = false;
            } else if (!option.isConstant()) {
                wrong("wrong-type", option.span(), "found a field in the list behind `in`, expected values only", null);
                complete = false;
            } else {
                options.add(option);
            }
        }
        if (!complete || value == null) {
            return null;
        }
        Set<Object> constants = new HashSet<>();
        options.forEach(option -> constants.add(Values.comparable(Objects.requireNonNull(option.constant()))));
        Term term = value.term();
        boolean wanted = !in.negated();
        String text = value.text()
                + (wanted ? " in " : " not in ")
                + options.stream().map(Typed::text).sorted().toList();
        return truth(
                (own, others) -> {
                    Object found = term.of(own, others);
                    return (found != null && constants.contains(Values.comparable(found))) == wanted;
                },
                text,
                in.span());
    }

    private @Nullable Typed call(Syntax.Call call) {
        String name = call.name().text();
        if (call.on() == null && DATE_FUNCTIONS.contains(name)) {
            return earliestOrLatest(call, name.equals("latest"));
        }
        if (call.on() != null && DATE_METHODS.contains(name)) {
            return shifted(call, call.on(), name.equals("plusDays"));
        }
        List<String> known = new ArrayList<>(DATE_FUNCTIONS);
        known.addAll(DATE_METHODS);
        String nearest = Suggestion.didYouMean(name, known);
        return wrong(
                "not-allowed",
                call.name().span(),
                "found a call of `" + name + "`, which a rule may not use",
                nearest != null
                        ? nearest
                        : "a rule can call plusDays and minusDays on a date, earliest and latest, nothing else");
    }

    private @Nullable Typed earliestOrLatest(Syntax.Call call, boolean latest) {
        if (call.arguments().size() != 2) {
            return wrong(
                    "wrong-value",
                    call.span(),
                    "found " + call.arguments().size() + " values, expected two dates for "
                            + call.name().text(),
                    null);
        }
        Typed first = ofType(ValueType.DATE, call.arguments().get(0));
        Typed second = ofType(ValueType.DATE, call.arguments().get(1));
        if (first == null || second == null) {
            return null;
        }
        Term a = first.term();
        Term b = second.term();
        String text = call.name().text() + "(" + first.text() + ", " + second.text() + ")";
        Term term = (own, others) -> Values.later(a.of(own, others), b.of(own, others), latest);
        return new Typed(ValueType.DATE, List.of(), null, term, null, text, call.span());
    }

    private @Nullable Typed shifted(Syntax.Call call, Syntax.Expression on, boolean plus) {
        Typed date = ofType(ValueType.DATE, on);
        if (call.arguments().size() != 1) {
            return wrong(
                    "wrong-value",
                    call.span(),
                    "found " + call.arguments().size() + " values, expected a number of days for "
                            + call.name().text(),
                    null);
        }
        Typed days = ofType(ValueType.WHOLE, call.arguments().get(0));
        if (date == null || days == null) {
            return null;
        }
        Term a = date.term();
        Term b = days.term();
        String text = date.text() + (plus ? "+" : "-") + days.text();
        Term term = (own, others) -> Values.shift(a.of(own, others), b.of(own, others), plus ? 1 : -1);
        return new Typed(ValueType.DATE, List.of(), null, term, null, text, call.span());
    }

    /** Checks an expression that must have a type. */
    @Nullable
    Typed ofType(ValueType type, Syntax.Expression expression) {
        Typed typed = check(expression);
        if (typed == null || typed.type() == type) {
            return typed;
        }
        if (type == ValueType.DATE && typed.type() == ValueType.TEXT && typed.isConstant()) {
            return date(typed);
        }
        return wrong("wrong-type", typed.span(), "found " + typed.type().shown() + ", expected " + type.shown(), null);
    }
}
