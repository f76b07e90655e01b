package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks what a rule concludes: the definition, the fact that it is about, and its values. */
final class ConclusionChecker {
    private final RuleContext rule;
    private final DefinitionChecker definitions;

    ConclusionChecker(RuleContext rule, DefinitionChecker definitions) {
        this.rule = rule;
        this.definitions = definitions;
    }

    /** What the rule concludes; null if something is wrong with it, which has then been told. */
    RuleDefinition.@Nullable Concluded check(Syntax.Expression consequence) {
        Syntax.Call made = (Syntax.Call) ((Syntax.Call) consequence).arguments().get(0);
        Definition definition = definitions.definitions().get(made.name().text());
        if (definition == null) {
            unknown(made);
            return null;
        }
        int expected = definition.values().size() + 1;
        int count = made.arguments().size();
        if (count != expected) {
            rule.wrong(
                    ProblemKind.WRONG_VALUE,
                    made.span(),
                    "found " + count + (count == 1 ? " value" : " values") + " for " + definition.name() + ", expected "
                            + expected + ": " + fields(definition),
                    null);
            return null;
        }
        Scope.Fact subject = subject(definition, made.arguments().get(0));
        List<Reading> values = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            Reading value =
                    value(definition.values().get(i - 1), made.arguments().get(i));
            if (value != null) {
                values.add(value);
            }
        }
        return subject == null || values.size() + 1 < count
                ? null
                : new RuleDefinition.Concluded(definition, subject.slot(), List.copyOf(values));
    }

    private void unknown(Syntax.Call made) {
        String name = made.name().text();
        if (!rule.vocabulary().isComplete()) {
            rule.incomplete();
            return;
        }
        String nearest = Suggestion.didYouMean(name, definitions.definitions().keySet());
        rule.wrong(
                ProblemKind.UNKNOWN_NAME,
                made.name().span(),
                "found `new " + name + "( ... )`, which nothing declares",
                nearest == null
                        ? "declare it: declare " + name + ", a line `subscription : Subscription @key`, end"
                        : nearest);
    }

    private static String fields(Definition definition) {
        List<String> names = new ArrayList<>(List.of(definition.subjectField()));
        definition.values().forEach(value -> names.add(value.name()));
        return String.join(", ", names);
    }

    private Scope.@Nullable Fact subject(Definition definition, Syntax.Expression expression) {
        String type = definition.subject().name();
        if (!(expression instanceof Syntax.Variable variable)) {
            rule.wrong(
                    ProblemKind.WRONG_VALUE,
                    expression.span(),
                    "found no variable, expected the variable of the " + type + " that " + definition.name()
                            + " is about",
                    "bind the fact, for example $original : " + type + "( ... )");
            return null;
        }
        Scope.Fact fact = rule.fact(variable);
        if (fact == null || fact.type().name().equals(type)) {
            return fact;
        }
        rule.wrong(
                ProblemKind.WRONG_TYPE,
                variable.span(),
                "found " + variable.name() + ", which is a " + fact.type().name() + ", expected the " + type + " that "
                        + definition.name() + " is about",
                null);
        return null;
    }

    private @Nullable Reading value(Definition.Value value, Syntax.Expression expression) {
        if (value.type() == ValueType.DATE) {
            return rule.checkType(ValueType.DATE, expression).reading();
        }
        if (expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NULL) {
            rule.wrong(
                    ProblemKind.WRONG_TYPE,
                    expression.span(),
                    "found `null` for `" + value.name() + "`, expected "
                            + value.type().shown(),
                    "a value is unknown where something that it is made of is unknown");
            return null;
        }
        RuleContext.Checked checked = rule.check(expression, rule.scope(), null);
        Typed typed = checked.typed();
        Reading reading = checked.reading();
        if (typed == null || reading == null) {
            return null;
        }
        if (!fits(value, typed)) {
            rule.wrong(
                    ProblemKind.WRONG_TYPE,
                    typed.span(),
                    "found " + shown(typed) + " for `" + value.name() + "`, expected "
                            + (value.factType() == null ? value.type().shown() : "a " + value.factType()),
                    null);
            return null;
        }
        return new Reading(reading.type(), typed.known(), reading.slots(), reading.fields());
    }

    private static boolean fits(Definition.Value value, Typed typed) {
        if (value.type() == ValueType.FACT) {
            return typed.fact() != null && typed.fact().name().equals(value.factType());
        }
        return value.type() == typed.type()
                || (value.type().isText() && typed.type().isText())
                || (value.type() == ValueType.DECIMAL && typed.type() == ValueType.WHOLE);
    }

    private static String shown(Typed typed) {
        return typed.fact() == null
                ? typed.type().shown()
                : "a " + Objects.requireNonNull(typed.fact()).name();
    }
}
