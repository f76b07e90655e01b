package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks what an expression reads: variables, fields, and fields of fields. */
final class PathChecker {

    /** A path of fields with the fact it starts at. */
    private record Path(int slot, Typed value, List<Property> properties) {}

    private static final int MOST_NAMED = 12;
    private static final Evaluator OWN = (self, others) -> self;

    private final ExpressionContext context;

    PathChecker(ExpressionContext context) {
        this.context = context;
    }

    /** The type and term of a variable; null if something is wrong with it, which has then been told. */
    @Nullable
    Typed variable(Syntax.Variable variable) {
        Span span = variable.span();
        Scope.Variable found = context.scope().find(variable.name());
        if (found == null) {
            return context.wrong(
                    ProblemKind.UNKNOWN_VARIABLE,
                    span,
                    "found the variable " + variable.name() + ", which no condition before it binds",
                    Suggestion.didYouMean(variable.name(), context.scope().names()));
        }
        if (found instanceof Scope.Broken) {
            return null;
        }
        if (found instanceof Scope.Constant constant) {
            Property property = constant.property();
            context.reads(new FieldRead(FieldRead.POLICY, List.of(property)));
            Object value = constant.value();
            if (value instanceof List<?> list) {
                return Typed.list(list, property.name(), span);
            }
            return value == null
                    ? Typed.unset(property.type(), property.name(), span)
                    : Typed.constant(property.type(), value, span);
        }
        if (found instanceof Scope.Fact fact) {
            return other(ValueType.FACT, fact.type(), fact.slot(), span);
        }
        if (found instanceof Scope.Result result) {
            return other(result.type(), null, result.slot(), span);
        }
        if (found instanceof Scope.Row row) {
            return row.lookup().row(context);
        }
        if (found instanceof Scope.Column column) {
            context.reads(new FieldRead(column.lookup().slot(), List.of(column.property())));
            Typed row = column.lookup().row(context);
            return row == null ? null : read(row, column.property(), span);
        }
        Scope.FieldOf field = (Scope.FieldOf) found;
        context.reads(new FieldRead(field.slot(), field.path()));
        Typed value = other(ValueType.FACT, null, field.slot(), span);
        for (Property property : field.path()) {
            value = read(value, property, span);
        }
        return value;
    }

    private Typed other(ValueType type, @Nullable FactType fact, int slot, Span span) {
        boolean hung = context.isHungOn(slot);
        if (hung && context.self() == null) {
            return new Typed(type, List.of(), fact, false, OWN, null, "this", span);
        }
        int at = context.place(slot);
        String text = hung ? "@" : "#" + slot;
        return new Typed(type, List.of(), fact, false, (own, others) -> others[at], null, text, span);
    }

    private Typed read(Typed of, Property property, Span span) {
        FactType fact =
                property.factType() == null ? null : context.vocabulary().type(property.factType());
        return new Typed(
                property.type(),
                property.choices(),
                fact,
                property.mayBeUnknown(),
                reading(of.term(), property),
                null,
                of.text() + "." + property.name(),
                span);
    }

    private static Evaluator reading(Evaluator of, Property property) {
        if (of == OWN) {
            return new Values.OwnField(property.reader());
        }
        return (own, others) -> {
            Object value = of.of(own, others);
            return value == null ? null : property.of(value);
        };
    }

    /** Whether a name that stands alone is a field or, with its sign, a variable. */
    boolean isKnown(String name) {
        FactType self = context.self();
        return name.equals("this")
                || (self != null && self.property(name) != null)
                || context.scope().find("$" + name) != null
                || context.vocabulary().isPolicyValue(name);
    }

    /** The type and term of a field; null if something is wrong with it, which has then been told. */
    @Nullable
    Typed field(Syntax.Field field) {
        Path path = path(field);
        if (path == null) {
            return null;
        }
        if (!path.properties().isEmpty()) {
            context.reads(new FieldRead(path.slot(), path.properties()));
        }
        return path.value();
    }

    private @Nullable Path path(Syntax.Field field) {
        if (field.of() == null) {
            FactType self = context.self();
            return self == null ? notAField(field) : step(field, self, FieldRead.OWN, own(self, field), List.of());
        }
        if (field.of() instanceof Syntax.Variable variable
                && context.scope().find(variable.name()) instanceof Scope.Fact fact) {
            Typed of = Objects.requireNonNull(variable(variable));
            return step(field, fact.type(), fact.slot(), of, List.of());
        }
        if (field.of() instanceof Syntax.Variable variable
                && context.scope().find(variable.name()) instanceof Scope.Row row) {
            Typed of = variable(variable);
            return of == null
                    ? null
                    : step(field, row.lookup().table().type(), row.lookup().slot(), of, List.of());
        }
        if (field.of() instanceof Syntax.Field inner) {
            Path path = path(inner);
            return path == null ? null : fieldOf(path, inner, field);
        }
        if (!(field.of() instanceof Syntax.Variable variable) || variable(variable) != null) {
            context.wrong(
                    ProblemKind.NOT_ALLOWED,
                    field.name().span(),
                    "found the field `" + field.name().text() + "` of something that is no fact",
                    "fields are read from a fact, such as $original.endDate");
        }
        return null;
    }

    private @Nullable Path fieldOf(Path path, Syntax.Field inner, Syntax.Field field) {
        FactType fact = path.value().fact();
        if (fact == null) {
            context.wrong(
                    ProblemKind.UNKNOWN_FIELD,
                    field.name().span(),
                    "found a field of `" + inner.name().text() + "`, which is "
                            + path.value().type().shown() + " and has no fields",
                    null);
            return null;
        }
        return step(field, fact, path.slot(), path.value(), path.properties());
    }

    private static Typed own(FactType type, Syntax.Field field) {
        return new Typed(ValueType.FACT, List.of(), type, false, OWN, null, "this", field.span());
    }

    private @Nullable Path notAField(Syntax.Field field) {
        String name = field.name().text();
        context.wrong(
                ProblemKind.UNKNOWN_NAME,
                field.span(),
                "found `" + name + "`, expected a variable or a value",
                Suggestion.didYouMean("$" + name, context.scope().names()));
        return null;
    }

    private @Nullable Path step(Syntax.Field field, FactType type, int slot, Typed of, List<Property> before) {
        String name = field.name().text();
        if (before.isEmpty() && field.of() == null && name.equals("this")) {
            return new Path(slot, of, List.of());
        }
        Property property = type.property(name);
        if (property == null
                && (!context.vocabulary().isComplete() || context.vocabulary().isBrokenField(type, name))) {
            return null;
        }
        if (property == null) {
            context.wrong(
                    ProblemKind.UNKNOWN_FIELD,
                    field.name().span(),
                    "found the field `" + name + "`, which " + type.name() + " does not have",
                    unknownFieldMend(name, type));
            return null;
        }
        List<Property> properties = new ArrayList<>(before);
        properties.add(property);
        return new Path(slot, read(of, property, field.span()), List.copyOf(properties));
    }

    private @Nullable String unknownFieldMend(String name, FactType type) {
        Scope.Variable variable = context.scope().find("$" + name);
        if (variable != null) {
            return Suggestion.didYouMean("$" + name);
        }
        String nearest = Suggestion.didYouMean(name, type.propertyNames());
        if (nearest != null) {
            return nearest;
        }
        FactType customer = context.vocabulary().type("Customer");
        if (type.property("customer") != null && customer != null && customer.property(name) != null) {
            return Suggestion.didYouMean("customer." + name);
        }
        if (context.vocabulary().isPolicyValue(name)) {
            return "it is a value of the policy: write Policy( $" + name + " : " + name + " ) before, and $" + name
                    + " here";
        }
        List<String> names = type.propertyNames();
        boolean all = names.size() <= MOST_NAMED;
        return "it has " + String.join(", ", all ? names : names.subList(0, MOST_NAMED))
                + (all ? "" : " and others; advisor facts lists them");
    }
}
