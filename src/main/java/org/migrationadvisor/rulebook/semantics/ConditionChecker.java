package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks what stands under {@code when} in one rule. */
final class ConditionChecker {
    static final int MOST_OTHER_FACTS = 3;
    private static final int MOST_FACTS = 12;
    private static final int MOST_CONSTRAINTS = 100;
    private static final List<String> FUNCTIONS = List.of("count", "sum", "min", "max", "average");

    private final RuleContext rule;
    private final List<RuleDefinition.Condition> conditions = new ArrayList<>();

    ConditionChecker(RuleContext rule) {
        this.rule = rule;
    }

    /** The conditions without those that have an error, which have then been told. */
    List<RuleDefinition.Condition> check(Syntax.Rule syntax) {
        syntax.conditions().forEach(this::condition);
        if (rule.slots() > MOST_FACTS) {
            rule.wrong(
                    ProblemKind.TOO_LARGE,
                    syntax.name().span(),
                    "found a rule that combines " + rule.slots() + " facts, expected at most " + MOST_FACTS,
                    "write several rules");
        }
        if (conditions.stream().noneMatch(RuleDefinition.Pattern.class::isInstance) && rule.isComplete()) {
            rule.wrong(
                    ProblemKind.NO_FACT,
                    syntax.name().span(),
                    "found a rule that matches no fact, expected at least one such as Subscription( ... )",
                    "write what the recommendation is about, for example $original : Subscription( moving )");
        }
        return List.copyOf(conditions);
    }

    private void condition(Syntax.Condition condition) {
        if (condition instanceof Syntax.Pattern pattern) {
            topPattern(pattern);
        } else if (condition instanceof Syntax.Group group) {
            group(group);
        } else {
            accumulate((Syntax.Accumulate) condition);
        }
    }

    private void topPattern(Syntax.Pattern syntax) {
        if (syntax.factType().text().equals(Vocabulary.POLICY)) {
            new PolicyChecker(rule).check(syntax);
            return;
        }
        Table table = rule.vocabulary().table(syntax.factType().text());
        if (table != null) {
            RuleDefinition.Lookup lookup = new LookupChecker(rule, table, syntax, rule.scope()).check(false, 0);
            if (lookup != null) {
                conditions.add(lookup);
                lookup.constraints().forEach(constraint -> rule.report(constraint.reading(), lookup.slot()));
            }
            return;
        }
        RuleDefinition.Pattern pattern = pattern(syntax, rule.scope());
        if (pattern != null) {
            conditions.add(pattern);
            pattern.constraints().forEach(constraint -> rule.report(constraint.reading(), pattern.slot()));
        }
    }

    private void group(Syntax.Group group) {
        Scope inner = new Scope(rule.scope());
        List<RuleDefinition.Pattern> patterns = new ArrayList<>();
        List<RuleDefinition.Lookup> lookups = new ArrayList<>();
        int firstSlot = rule.slots();
        boolean onlyTables = group.patterns().stream()
                .allMatch(syntax -> rule.vocabulary().table(syntax.factType().text()) != null);
        for (Syntax.Pattern syntax : group.patterns()) {
            Table table = rule.vocabulary().table(syntax.factType().text());
            if (table != null) {
                boolean negated = onlyTables && group.negated();
                Optional.ofNullable(new LookupChecker(rule, table, syntax, inner)
                                .check(negated, onlyTables ? 0 : firstSlot))
                        .ifPresent(lookups::add);
                continue;
            }
            RuleDefinition.Pattern pattern = pattern(syntax, inner);
            if (pattern != null) {
                patterns.add(pattern);
            }
        }
        if (!onlyTables) {
            lookups.forEach(lookup -> hang(lookup, patterns));
            conditions.add(new RuleDefinition.Group(
                    group.negated(), List.copyOf(patterns), List.copyOf(lookups), group.span()));
        } else if (group.negated() && group.patterns().size() > 1) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    group.patterns().get(1).span(),
                    "found a second table inside `not`, expected one",
                    "write a `not` for each, if none of the rows may be there");
        } else {
            conditions.addAll(lookups);
        }
    }

    /** Makes a row that facts inside a group must have a condition on the last of them that decides it. */
    private static void hang(RuleDefinition.Lookup lookup, List<RuleDefinition.Pattern> patterns) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            RuleDefinition.Pattern pattern = patterns.get(i);
            if (pattern.slot() == lookup.on()) {
                patterns.set(i, pattern.with(List.of(lookup.presence())));
                return;
            }
        }
        if (!patterns.isEmpty()) {
            RuleDefinition.Pattern last = patterns.get(patterns.size() - 1);
            patterns.set(patterns.size() - 1, last.with(List.of(lookup.presence())));
        }
    }

    private RuleDefinition.@Nullable Pattern pattern(Syntax.Pattern syntax, Scope in) {
        FactType type = rule.vocabulary().type(syntax.factType().text());
        if (type == null || !type.isFact()) {
            unknownFact(syntax, type, in);
            return null;
        }
        int slot = rule.newSlot();
        String binding = syntax.binding() == null ? null : syntax.binding().text();
        if (syntax.binding() != null) {
            rule.bind(syntax.binding(), new Scope.Fact(slot, type), in);
        }
        if (syntax.constraints().size() > MOST_CONSTRAINTS) {
            rule.wrong(
                    ProblemKind.TOO_LARGE,
                    syntax.factType().span(),
                    "found " + syntax.constraints().size() + " conditions on one fact, expected at most "
                            + MOST_CONSTRAINTS,
                    "for many values of one field write `field in ( ... )`");
            return null;
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Syntax.Constraint constraint : syntax.constraints()) {
            Syntax.Expression named = named(constraint.expression());
            if (constraint.binding() != null) {
                bindField(new Syntax.Constraint(null, named, constraint.span()), constraint.binding(), in, type, slot);
            }
            if (constraint.binding() == null || named != constraint.expression()) {
                constraint(constraint, in, type, constraints);
            }
        }
        return new RuleDefinition.Pattern(slot, type, binding, List.copyOf(constraints), syntax.span());
    }

    /** What a variable before an expression stands for: the field that is compared, as in {@code $end : endDate != null}. */
    static Syntax.Expression named(Syntax.Expression expression) {
        if (expression instanceof Syntax.In in) {
            return in.value();
        }
        boolean compares = expression instanceof Syntax.Binary binary
                && ExpressionChecker.isComparison(binary.operator().text());
        return compares ? ((Syntax.Binary) expression).left() : expression;
    }

    /** Tells of an unknown fact once: what its variables stand for is not known, but they are there. */
    private void unknownFact(Syntax.Pattern syntax, @Nullable FactType type, Scope in) {
        String name = syntax.factType().text();
        if (rule.vocabulary().isBrokenTable(name)) {
            rule.incomplete();
            bindBroken(syntax, in);
            return;
        }
        List<String> known = rule.vocabulary().typeNames();
        if (type == null && !rule.vocabulary().isComplete()) {
            rule.incomplete();
        } else {
            rule.wrong(
                    ProblemKind.UNKNOWN_FACT,
                    syntax.factType().span(),
                    type == null
                            ? "found the fact `" + name + "`, expected one of " + String.join(", ", known)
                            : "found `" + name + "` inside not, exists or accumulate, expected a fact of the list",
                    type == null
                            ? Suggestion.didYouMean(name, known)
                            : name.equals(Vocabulary.POLICY)
                                    ? "the policy is always there: name it at the start of the rule"
                                    : "a row of a table is looked up: name it before, with its key");
        }
        bindBroken(syntax, in);
    }

    private static void bindBroken(Syntax.Pattern syntax, Scope in) {
        if (syntax.binding() != null) {
            in.add(syntax.binding().text(), new Scope.Broken());
        }
        for (Syntax.Constraint constraint : syntax.constraints()) {
            if (constraint.binding() != null) {
                in.add(constraint.binding().text(), new Scope.Broken());
            }
        }
    }

    private void constraint(Syntax.Constraint syntax, Scope in, FactType type, List<Constraint> into) {
        if (syntax.expression() instanceof Syntax.Binary both
                && both.operator().text().equals("&&")) {
            constraint(new Syntax.Constraint(null, both.left(), both.left().span()), in, type, into);
            constraint(new Syntax.Constraint(null, both.right(), both.right().span()), in, type, into);
            return;
        }
        RuleContext.Checked checked = rule.checkTruth(syntax.expression(), in, type);
        Typed typed = checked.typed();
        if (typed == null) {
            return;
        }
        Constraint constraint = rule.constraint(syntax, checked, typed, in, type);
        if (constraint.reading().slots().size() > MOST_OTHER_FACTS) {
            rule.wrong(
                    ProblemKind.TOO_LARGE,
                    syntax.span(),
                    "found a condition that names more than " + MOST_OTHER_FACTS + " other facts",
                    "write it as several conditions");
        } else {
            into.add(constraint);
        }
    }

    private void bindField(Syntax.Constraint syntax, Syntax.Name name, Scope in, FactType type, int slot) {
        RuleContext.Checked checked = rule.check(syntax.expression(), in, type);
        Typed typed = checked.typed();
        Reading reading = checked.reading();
        if (typed == null || reading == null) {
            rule.bind(name, new Scope.Broken(), in);
            return;
        }
        List<FieldRead> fields = reading.fields();
        boolean isField = syntax.expression() instanceof Syntax.Field && fields.size() == 1;
        if (!isField || fields.get(0).slot() != FieldRead.OWN) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    syntax.span(),
                    "found a variable for a calculated value, expected a field after the colon",
                    "put the condition and the variable on two lines");
            rule.bind(name, new Scope.Broken(), in);
            return;
        }
        List<Property> path = fields.get(0).path();
        if (typed.fact() != null) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    name.span(),
                    "found a variable for the fact `" + path.get(0).name() + "`, expected one for a value",
                    "match the fact itself, for example " + name.text() + " : Customer( ... )");
        }
        rule.bind(name, typed.fact() == null ? new Scope.FieldOf(slot, path) : new Scope.Broken(), in);
    }

    private void accumulate(Syntax.Accumulate syntax) {
        Scope inner = new Scope(rule.scope());
        RuleDefinition.Pattern pattern = pattern(syntax.pattern(), inner);
        String function = syntax.function().text();
        boolean counts = function.equals("count");
        boolean known = FUNCTIONS.contains(function);
        if (!known) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    syntax.function().span(),
                    "found `" + function + "`, expected one of " + String.join(", ", FUNCTIONS),
                    Suggestion.didYouMean(function, FUNCTIONS));
        }
        Reading argument = known && !counts && pattern != null ? argument(syntax, inner, pattern) : null;
        if (pattern == null || !known || (argument == null && !counts)) {
            rule.bind(syntax.result(), new Scope.Broken(), rule.scope());
            return;
        }
        int slot = rule.newSlot();
        rule.addResult(slot);
        ValueType type = counts ? ValueType.WHOLE : ValueType.DECIMAL;
        rule.bind(syntax.result(), new Scope.Result(slot, type), rule.scope());
        List<Constraint> constraints = new ArrayList<>();
        for (Syntax.Constraint constraint : syntax.constraints()) {
            resultConstraint(constraint, syntax.result(), slot, constraints);
        }
        Reading result = new Reading(type, (own, others) -> others[0], List.of(slot), List.of());
        rule.report(syntax.result().text().substring(1), result);
        conditions.add(new RuleDefinition.Accumulate(
                pattern, slot, function, argument, List.copyOf(constraints), syntax.span()));
    }

    private void resultConstraint(Syntax.Constraint syntax, Syntax.Name result, int slot, List<Constraint> into) {
        RuleContext.Checked checked = rule.checkTruth(syntax.expression(), rule.scope(), null);
        Typed typed = checked.typed();
        if (typed == null) {
            return;
        }
        Constraint constraint = rule.constraint(syntax, checked, typed, rule.scope(), null);
        if (!Set.of(slot).containsAll(constraint.reading().slots())) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    syntax.span(),
                    "found another fact in the condition on " + result.text()
                            + ", expected only the result and values of the policy",
                    null);
            return;
        }
        into.add(constraint);
        rule.report(constraint.reading(), slot);
    }

    private @Nullable Reading argument(Syntax.Accumulate syntax, Scope inner, RuleDefinition.Pattern pattern) {
        String function = syntax.function().text();
        if (syntax.argument() == null) {
            rule.wrong(
                    ProblemKind.MISSING_VALUE,
                    syntax.function().span(),
                    "found `" + function + "()`, expected a number to take it of",
                    "bind a field in the pattern, such as $seats : seats, and write " + function + "( $seats )");
            return null;
        }
        RuleContext.Checked checked = rule.check(syntax.argument(), inner, null);
        Typed typed = checked.typed();
        if (typed != null && !typed.type().isNumber()) {
            rule.wrong(
                    ProblemKind.WRONG_TYPE,
                    typed.span(),
                    "found " + typed.type().shown() + ", expected a number",
                    null);
            return null;
        }
        Reading reading = checked.reading();
        if (reading != null && !Set.of(pattern.slot()).containsAll(reading.slots())) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    syntax.argument().span(),
                    "found a field of another fact, expected one of the "
                            + pattern.type().name() + " in the accumulate",
                    "bind a field in the pattern, such as $seats : seats, and write " + function + "( $seats )");
            return null;
        }
        return reading;
    }
}
