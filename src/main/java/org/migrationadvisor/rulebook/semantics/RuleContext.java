package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Value;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** What is known while one rule is checked: its variables, the slots of its facts, and what it reads. */
final class RuleContext {
    private final SourceFile file;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Scope scope = new Scope(null);
    private final Map<String, Reading> values = new LinkedHashMap<>();
    private final Map<Integer, String> bindings = new HashMap<>();
    private final AtomicInteger slots = new AtomicInteger();
    private final List<Lookup> lookups = new ArrayList<>();
    private final Set<Integer> results = new HashSet<>();
    private boolean complete = true;

    RuleContext(SourceFile file, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    SourceFile file() {
        return file;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The variables that all conditions and the consequence can name. */
    Scope scope() {
        return scope;
    }

    int newSlot() {
        return slots.getAndIncrement();
    }

    int slots() {
        return slots.get();
    }

    /** Whether nothing wrong was found so far. */
    boolean isComplete() {
        return complete;
    }

    /** Notes that the rule cannot run, for a reason that has been reported elsewhere. */
    void incomplete() {
        complete = false;
    }

    void wrong(ProblemKind kind, Span span, String what, @Nullable String mend) {
        problems.error(kind, file, span, what, mend);
        complete = false;
    }

    /** An expression checked; empty of type if something is wrong with it, which has then been told. */
    record Checked(ExpressionChecker checker, @Nullable Typed typed) {
        @Nullable
        Reading reading() {
            return typed == null ? null : checker.reading(typed);
        }
    }

    Checked check(Syntax.Expression expression, Scope in, @Nullable FactType self) {
        ExpressionChecker checker = checker(problems, in, self);
        return noted(new Checked(checker, checker.check(expression)));
    }

    Checked checkType(ValueType type, Syntax.Expression expression) {
        ExpressionChecker checker = checker(problems, scope, null);
        return noted(new Checked(checker, checker.ofType(type, expression)));
    }

    Checked checkTruth(Syntax.Expression expression, Scope in, @Nullable FactType self) {
        ExpressionChecker checker = checker(problems, in, self);
        return noted(new Checked(checker, checker.truth(expression)));
    }

    /** Notes that a slot holds a result and no fact. */
    void addResult(int slot) {
        results.add(slot);
    }

    boolean isResult(int slot) {
        return results.contains(slot);
    }

    /** Notes a row that the rule asks for. */
    void add(Lookup lookup) {
        lookups.add(lookup);
    }

    /** The rows that the rule asks for, in the order of the file. */
    List<Lookup> lookups() {
        return List.copyOf(lookups);
    }

    /** @param hung slot of the fact on whose pattern an expression outside of it is hung; negative for none */
    ExpressionContext context(Scope in, @Nullable FactType self, int hung) {
        return new ExpressionContext(file, problems, in, self, vocabulary, hung);
    }

    /** A condition on the row of a table; null if something is wrong with it, which has then been told. */
    @Nullable
    Constraint rowConstraint(Syntax.Constraint syntax, Scope in, FactType row, int hung) {
        ExpressionChecker checker = new ExpressionChecker(context(in, row, hung));
        Checked checked = noted(new Checked(checker, checker.truth(syntax.expression())));
        Typed typed = checked.typed();
        return typed == null ? null : constraint(syntax, checked, typed, in, row);
    }

    private ExpressionChecker checker(Problems into, Scope in, @Nullable FactType self) {
        return new ExpressionChecker(new ExpressionContext(file, into, in, self, vocabulary));
    }

    private Checked noted(Checked checked) {
        complete &= checked.typed() != null;
        return checked;
    }

    /** The constraint that a checked condition is. */
    Constraint constraint(Syntax.Constraint syntax, Checked checked, Typed typed, Scope in, @Nullable FactType self) {
        RuleDefinition.Parts parts = part -> {
            ExpressionChecker checker = checker(new Problems(), in, self);
            Typed value = checker.check(part);
            return value == null ? null : checker.reading(value);
        };
        return new Constraint(
                typed.text(),
                syntax.span(),
                checked.checker().reading(typed),
                checked.checker().join(),
                syntax.expression(),
                parts);
    }

    void bind(Syntax.Name name, Scope.Variable variable, Scope in) {
        if (!name.text().startsWith("$")) {
            wrong(
                    ProblemKind.SYNTAX,
                    name.span(),
                    "found the variable `" + name.text() + "`, expected a name that starts with $",
                    "write $" + name.text());
        }
        if (in.find(name.text()) != null) {
            wrong(
                    ProblemKind.DUPLICATE_VARIABLE,
                    name.span(),
                    "found the variable " + name.text() + " again, expected each name once",
                    "give one of the two another name");
        }
        in.add(name.text(), variable);
        if (variable instanceof Scope.Fact fact) {
            bindings.put(fact.slot(), name.text());
        }
    }

    /** Notes what a reading reads, to be reported with the recommendation. */
    void report(Reading reading, int ownSlot) {
        for (FieldRead own : reading.fields()) {
            FieldRead field = own.in(ownSlot);
            Property last = field.path().get(field.path().size() - 1);
            if (last.type() == ValueType.FACT) {
                continue;
            }
            String name = field.name();
            Reading known = values.get(name);
            if (known != null && !known.slots().equals(slotsOf(field)) && bindings.containsKey(field.slot())) {
                name = bindings.get(field.slot()) + "." + name;
            }
            values.putIfAbsent(name, reader(field, last.type()));
        }
    }

    /** Notes a value to be reported under a name. */
    void report(String name, Reading reading) {
        values.put(name, reading);
    }

    private static List<Integer> slotsOf(FieldRead field) {
        return field.slot() == FieldRead.POLICY ? List.of() : List.of(field.slot());
    }

    private Reading reader(FieldRead field, ValueType type) {
        if (field.slot() == FieldRead.POLICY) {
            Object value = vocabulary.policy().get(field.path().get(0).name());
            return new Reading(type, (own, others) -> value, List.of(), List.of(field));
        }
        for (Lookup lookup : lookups) {
            if (lookup.slot() == field.slot()) {
                return lookup.column(field);
            }
        }
        List<Property> path = field.path();
        Evaluator term = (own, others) -> {
            Object value = others[0];
            for (Property property : path) {
                value = value == null ? null : property.of(value);
            }
            return value;
        };
        return new Reading(type, term, List.of(field.slot()), List.of(field));
    }

    /** The fact that a variable stands for after all conditions; null if it stands for none, which has then been told. */
    Scope.@Nullable Fact fact(Syntax.Variable variable) {
        Scope.Variable found = scope.find(variable.name());
        if (found instanceof Scope.Fact fact) {
            return fact;
        }
        if (found == null) {
            String nearest = Suggestion.didYouMean(variable.name(), scope.names());
            wrong(
                    ProblemKind.UNKNOWN_VARIABLE,
                    variable.span(),
                    "found the variable " + variable.name() + ", which no condition of the rule binds",
                    nearest == null
                            ? "bind the fact, for example " + variable.name() + " : Subscription( ... )"
                            : nearest);
        } else if (found instanceof Scope.Broken) {
            complete = false;
        } else {
            wrong(
                    ProblemKind.WRONG_TYPE,
                    variable.span(),
                    "found " + variable.name() + ", which is a value, expected a Customer or a Subscription",
                    "bind the fact itself, for example $original : Subscription( ... )");
        }
        return null;
    }

    /** What the rule reads, by the name under which it is reported. */
    List<Value> reported() {
        return values.entrySet().stream()
                .map(entry -> new Value(entry.getKey(), entry.getValue()))
                .toList();
    }
}
