package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks what a rule recommends: the chain of calls behind {@code then}. */
final class OutcomeChecker {
    private static final List<String> STEPS = List.of("actFrom", "actBy", "actor", "with");

    private final RuleContext rule;
    private final Set<String> codes;
    private String code = "";
    private int subject = -1;
    private @Nullable Reading actFrom;
    private @Nullable Reading actBy;
    private @Nullable Reading actor;

    OutcomeChecker(RuleContext rule, Set<String> codes) {
        this.rule = rule;
        this.codes = codes;
    }

    /** What the rule recommends; what is wrong with it is told. */
    RuleDefinition.Recommended check(Syntax.Expression consequence) {
        read(consequence);
        return new RuleDefinition.Recommended(code, subject, actFrom, actBy, actor, rule.reported());
    }

    private void read(Syntax.Expression consequence) {
        Syntax.Expression expression = consequence;
        List<Syntax.Call> steps = new ArrayList<>();
        while (expression instanceof Syntax.Call call && call.on() != null) {
            steps.add(0, call);
            expression = call.on();
        }
        if (expression instanceof Syntax.Call recommend
                && recommend.name().text().equals("recommend")) {
            recommend(recommend);
            steps.forEach(this::step);
        } else {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    expression.span(),
                    "found something else than recommend( CODE, $fact )",
                    "a rule only recommends: facts cannot be changed and no code can be run");
        }
    }

    private void recommend(Syntax.Call call) {
        int count = call.arguments().size();
        if (count != 2) {
            rule.wrong(
                    ProblemKind.WRONG_VALUE,
                    call.span(),
                    "found " + count + (count == 1 ? " value" : " values")
                            + " in recommend( ... ), expected a code and a fact",
                    "for example recommend( WAIT_FOR_EXPIRY, $original );");
            return;
        }
        code(call.arguments().get(0));
        if (call.arguments().get(1) instanceof Syntax.Variable variable) {
            subject(variable);
        } else {
            rule.wrong(
                    ProblemKind.WRONG_VALUE,
                    call.arguments().get(1).span(),
                    "found no variable, expected the variable of the fact that it is about",
                    "bind the fact, for example $original : Subscription( ... )");
        }
    }

    private void code(Syntax.Expression expression) {
        if (!(expression instanceof Syntax.Field field) || field.of() != null) {
            rule.wrong(
                    ProblemKind.UNKNOWN_CODE,
                    expression.span(),
                    "found no code, expected one of recommendations.yaml",
                    "codes are written without quotes, for example WAIT_FOR_EXPIRY");
            return;
        }
        code = field.name().text();
        if (!codes.contains(code)) {
            String nearest = Suggestion.didYouMean(code, codes);
            rule.wrong(
                    ProblemKind.UNKNOWN_CODE,
                    field.span(),
                    "found the code `" + code + "`, which recommendations.yaml does not hold",
                    nearest == null ? "add it there, with severity, actor and order" : nearest);
        }
    }

    private void subject(Syntax.Variable variable) {
        Scope.Fact fact = rule.fact(variable);
        if (fact == null) {
            return;
        }
        subject = fact.slot();
        if (fact.type().definition() != null) {
            rule.wrong(
                    ProblemKind.WRONG_TYPE,
                    variable.span(),
                    "found " + variable.name() + ", which is " + fact.type().name()
                            + ", expected a Customer or a Subscription",
                    "bind the fact itself, for example $original : Subscription( ... )");
        }
    }

    private void step(Syntax.Call call) {
        String name = call.name().text();
        switch (name) {
            case "actFrom" -> actFrom = date(call, actFrom);
            case "actBy" -> actBy = date(call, actBy);
            case "actor" -> actor(call);
            case "with" -> with(call);
            default -> {
                String nearest = Suggestion.didYouMean(name, STEPS);
                rule.wrong(
                        ProblemKind.NOT_ALLOWED,
                        call.name().span(),
                        "found a call of `" + name + "`, expected one of " + String.join(", ", STEPS),
                        nearest == null ? "a rule only recommends" : nearest);
            }
        }
    }

    private @Nullable Reading date(Syntax.Call call, @Nullable Reading before) {
        return isOne(call, before, "date")
                ? reported(rule.checkType(ValueType.DATE, call.arguments().get(0)))
                : before;
    }

    /** Whether a step that says one thing says it for the first time; anything else is told. */
    private boolean isOne(Syntax.Call call, @Nullable Reading before, String what) {
        if (call.arguments().size() == 1 && before == null) {
            return true;
        }
        rule.wrong(
                ProblemKind.WRONG_VALUE,
                call.name().span(),
                before != null
                        ? "found `" + call.name().text() + "` again, expected it once"
                        : "found " + call.arguments().size() + " values in "
                                + call.name().text() + "( ... ), expected one " + what,
                null);
        return false;
    }

    private void actor(Syntax.Call call) {
        if (!isOne(call, actor, "actor")) {
            return;
        }
        RuleContext.Checked checked = rule.check(call.arguments().get(0), rule.scope(), null);
        Typed typed = checked.typed();
        if (typed != null && isActor(typed)) {
            actor = reported(checked);
        }
    }

    /** Whether a value is an actor whatever the facts; anything else is told. */
    private boolean isActor(Typed value) {
        boolean text = value.type() == ValueType.TEXT && value.isConstant();
        List<String> values = text ? List.of(String.valueOf(value.constant())) : value.choices();
        List<String> others = values.stream()
                .filter(each -> !Vocabulary.ACTORS.contains(each))
                .toList();
        if (!values.isEmpty() && others.isEmpty()) {
            return true;
        }
        String expected = ", expected one of " + TypeFit.quoted(Vocabulary.ACTORS);
        if (text) {
            rule.wrong(
                    ProblemKind.WRONG_VALUE,
                    value.span(),
                    "found " + TypeFit.quoted(others) + expected,
                    Suggestion.didYouMean(others.get(0), Vocabulary.ACTORS));
        } else {
            rule.wrong(
                    ProblemKind.WRONG_TYPE,
                    value.span(),
                    values.isEmpty()
                            ? "found " + value.type().shown() + expected
                            : "found a value that can be " + TypeFit.quoted(others) + expected,
                    "owner of a Subscription says who acts on the original");
        }
        return false;
    }

    private @Nullable Reading reported(RuleContext.Checked checked) {
        Reading reading = checked.reading();
        if (reading != null) {
            rule.report(reading, FieldRead.OWN);
        }
        return reading;
    }

    private void with(Syntax.Call call) {
        if (call.arguments().size() != 2
                || !(call.arguments().get(0) instanceof Syntax.Literal name)
                || name.kind() != Syntax.LiteralKind.TEXT) {
            rule.wrong(
                    ProblemKind.WRONG_VALUE,
                    call.span(),
                    "found something else than a name and a value in with( ... )",
                    "for example .with( \"overlap\", $days )");
            return;
        }
        Reading reading = reported(rule.check(call.arguments().get(1), rule.scope(), null));
        if (reading != null) {
            rule.report(name.text(), reading);
        }
    }
}
