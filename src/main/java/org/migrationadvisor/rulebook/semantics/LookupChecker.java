package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.LookupPattern.Asked;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Value;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * Checks a pattern over a table. It must say which row is meant: every column of the key with {@code ==} and, where the
 * table has a validity, one day, so that at most one row fits.
 */
final class LookupChecker {
    private static final int DEEPEST = 3;
    private static final int NOT_HUNG = FieldRead.OWN;
    private static final Map<String, String> MIRRORED = Map.of("<=", ">=", ">=", "<=", "==", "==");

    private final RuleContext rule;
    private final Table table;
    private final Syntax.Pattern syntax;
    private final Scope in;
    private final Map<String, Asked> key = new HashMap<>();
    private final List<Asked> from = new ArrayList<>();
    private final List<Asked> to = new ArrayList<>();
    private final List<Syntax.Constraint> others = new ArrayList<>();
    private final List<Syntax.Constraint> bindings = new ArrayList<>();

    LookupChecker(RuleContext rule, Table table, Syntax.Pattern syntax, Scope in) {
        this.rule = rule;
        this.table = table;
        this.syntax = syntax;
        this.in = in;
    }

    /**
     * Checks the pattern and binds its variables.
     *
     * @param negated whether there must be no such row
     * @param first slot of the first fact that the row can be made a condition on
     * @return null if something is wrong, which has then been told
     */
    @Nullable
    Lookup check(boolean negated, int first) {
        syntax.constraints().forEach(constraint -> sort(constraint, constraint.expression()));
        LookupPattern lookup = requireOneRow() ? pattern() : null;
        LookupPresence row = lookup == null ? null : presence(lookup, NOT_HUNG);
        bind(row == null ? null : lookup);
        if (lookup == null || row == null) {
            return null;
        }
        int on = row.last() < first || rule.isResult(row.last()) ? NOT_HUNG : row.last();
        LookupPresence hung = rule.isComplete() ? presence(lookup, on) : null;
        if (hung == null || !rule.isComplete()) {
            return null;
        }
        List<Value> asked = values(lookup);
        List<FieldRead> fields =
                asked.stream().flatMap(each -> each.reading().fields().stream()).toList();
        Constraint presence = hung.constraint(fields, on, negated, syntax.span());
        if (presence.reading().slots().size() > ConditionChecker.MOST_OTHER_FACTS) {
            wrong(
                    ProblemKind.TOO_LARGE,
                    syntax.span(),
                    "found a row that depends on more than " + (ConditionChecker.MOST_OTHER_FACTS + 1) + " facts",
                    "write it as several conditions");
            return null;
        }
        Lookup made = new Lookup(
                negated,
                lookup.slot(),
                table,
                syntax.binding() == null ? null : syntax.binding().text(),
                row.row(),
                asked,
                row.constraints(),
                on,
                presence,
                syntax.span());
        rule.add(made);
        return made;
    }

    private void wrong(ProblemKind kind, Span span, String what, @Nullable String mend) {
        rule.wrong(kind, span, what, mend);
    }

    /** Puts a condition where it belongs: a column of the key, a day of the validity, or something else of the row. */
    private void sort(Syntax.Constraint constraint, Syntax.Expression expression) {
        if (constraint.binding() != null) {
            bindings.add(constraint);
            if (expression instanceof Syntax.Field) {
                return;
            }
        }
        if (expression instanceof Syntax.Binary both && both.operator().text().equals("&&")) {
            sort(new Syntax.Constraint(null, both.left(), both.left().span()), both.left());
            sort(new Syntax.Constraint(null, both.right(), both.right().span()), both.right());
            return;
        }
        if (expression instanceof Syntax.Binary binary
                && MIRRORED.containsKey(binary.operator().text())) {
            String operator = binary.operator().text();
            if (isPlaced(binary.left(), operator, binary.right())
                    || isPlaced(binary.right(), MIRRORED.getOrDefault(operator, operator), binary.left())) {
                return;
            }
        }
        others.add(new Syntax.Constraint(null, expression, constraint.span()));
    }

    private boolean isPlaced(Syntax.Expression column, String operator, Syntax.Expression value) {
        if (!(column instanceof Syntax.Field field) || field.of() != null || readsRow(value)) {
            return false;
        }
        String name = field.name().text();
        boolean isKey = table.key().stream().anyMatch(each -> each.name().equals(name));
        if (operator.equals("==")) {
            return isKey && key.putIfAbsent(name, new Asked(field, value)) == null;
        }
        if (!table.hasValidity()) {
            return false;
        }
        boolean first = operator.equals("<=");
        return table.validity().get(first ? 0 : 1).name().equals(name)
                && (first ? from : to).add(new Asked(field, value));
    }

    /** Whether an expression names a column of the row. */
    private boolean readsRow(Syntax.Expression expression) {
        if (expression instanceof Syntax.Field field && field.of() == null) {
            return table.type().property(field.name().text()) != null;
        }
        return Syntax.parts(expression).stream().anyMatch(this::readsRow);
    }

    /** Whether the pattern says which row is meant; if not, it has been told. */
    private boolean requireOneRow() {
        List<String> missing = table.key().stream()
                .map(Table.Column::name)
                .filter(name -> !key.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            String all = table.key().stream().map(Table.Column::name).collect(Collectors.joining(", "));
            wrong(
                    ProblemKind.AMBIGUOUS_ROW,
                    syntax.factType().span(),
                    "found no `" + missing.get(0) + " == ...` in the pattern over the table " + table.name()
                            + ", expected one for each column of its key: " + all,
                    "add `" + missing.get(0) + " == ...`; otherwise several rows could fit");
            return false;
        }
        if (table.hasValidity() && (from.isEmpty() || to.isEmpty())) {
            String first = table.validity().get(0).name();
            String last = table.validity().get(1).name();
            wrong(
                    ProblemKind.AMBIGUOUS_ROW,
                    syntax.factType().span(),
                    "found no day for the validity of the table " + table.name() + ", expected `" + first + " <= $day, "
                            + last + " >= $day`",
                    "add `" + (from.isEmpty() ? first + " <= $day" : last + " >= $day")
                            + "`; otherwise several rows could fit");
            return false;
        }
        if (table.hasValidity() && !isOneDay()) {
            wrong(
                    ProblemKind.AMBIGUOUS_ROW,
                    to.get(0).value().span(),
                    "found another day than `" + written(from.get(0)) + "` for the validity of the table "
                            + table.name() + ", expected one day",
                    "write `" + written(from.get(0)) + "` here too; otherwise several rows could fit");
            return false;
        }
        return true;
    }

    private boolean isOneDay() {
        Property column = table.validity().get(0).property();
        Typed first = LookupPattern.value(rule.context(in, null, NOT_HUNG), column, from.get(0));
        Typed last = LookupPattern.value(rule.context(in, null, NOT_HUNG), column, to.get(0));
        return first == null || last == null || first.text().equals(last.text());
    }

    private String written(Asked asked) {
        return rule.file().text(asked.value().span());
    }

    private @Nullable LookupPattern pattern() {
        List<Asked> values = table.key().stream()
                .map(column -> key.get(column.name()))
                .flatMap(Stream::ofNullable)
                .toList();
        Asked day = from.isEmpty() ? null : from.get(0);
        int depth = 1
                + values.stream().mapToInt(asked -> depth(asked.value())).max().orElse(0);
        depth = Math.max(depth, day == null ? 0 : 1 + depth(day.value()));
        if (depth > DEEPEST) {
            wrong(
                    ProblemKind.TOO_LARGE,
                    syntax.factType().span(),
                    "found a key that " + (depth - 1) + " other tables have to be asked for, expected at most "
                            + (DEEPEST - 1),
                    "put the columns into one table");
            return null;
        }
        return new LookupPattern(table, rule.newSlot(), values, day, depth, syntax.span());
    }

    private int depth(Syntax.Expression expression) {
        if (expression instanceof Syntax.Variable variable) {
            Scope.Variable found = in.find(variable.name());
            if (found instanceof Scope.Column column) {
                return column.lookup().depth();
            }
            return found instanceof Scope.Row row ? row.lookup().depth() : 0;
        }
        return Syntax.parts(expression).stream().mapToInt(this::depth).max().orElse(0);
    }

    /** What reads the row and what must hold for it; null if something is wrong with the key, which has then been told. */
    private @Nullable LookupPresence presence(LookupPattern lookup, int hung) {
        ExpressionContext context = rule.context(in, null, hung);
        Typed found = lookup.found(context);
        if (found == null) {
            rule.incomplete();
            return null;
        }
        List<Constraint> constraints = others.stream()
                .map(other -> rule.rowConstraint(other, in, table.type(), hung))
                .flatMap(Stream::ofNullable)
                .toList();
        return new LookupPresence(
                found.text(), new Reading(ValueType.FACT, found.term(), context.slots(), List.of()), constraints);
    }

    private void bind(@Nullable LookupPattern lookup) {
        if (syntax.binding() != null) {
            rule.bind(syntax.binding(), lookup == null ? new Scope.Broken() : new Scope.Row(lookup), in);
        }
        for (Syntax.Constraint binding : bindings) {
            Syntax.Name name = binding.binding();
            if (name != null) {
                rule.bind(name, variable(binding, lookup), in);
            }
        }
    }

    private Scope.Variable variable(Syntax.Constraint binding, @Nullable LookupPattern lookup) {
        Syntax.Expression named = ConditionChecker.named(binding.expression());
        if (!(named instanceof Syntax.Field field) || field.of() != null) {
            wrong(
                    ProblemKind.NOT_ALLOWED,
                    binding.span(),
                    "found a variable for a calculated value, expected a column after the colon",
                    "put the condition and the variable on two lines");
            return new Scope.Broken();
        }
        Property property = table.type().property(field.name().text());
        if (property == null) {
            new PathChecker(rule.context(in, table.type(), NOT_HUNG)).field(field);
            rule.incomplete();
        }
        return lookup == null || property == null ? new Scope.Broken() : new Scope.Column(lookup, property);
    }

    /** What the pattern asks the table for, by the names of its columns. */
    private List<Value> values(LookupPattern lookup) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < lookup.key().size(); i++) {
            Table.Column column = table.key().get(i);
            values.add(value(column.name(), column, lookup.key().get(i)));
        }
        if (lookup.day() != null) {
            values.add(value("day", table.validity().get(0), lookup.day()));
        }
        return values;
    }

    private Value value(String name, Table.Column column, Asked asked) {
        ExpressionContext context = rule.context(in, null, NOT_HUNG);
        Typed typed = LookupPattern.value(context, column.property(), asked);
        Evaluator term = typed == null ? (own, others) -> null : typed.known();
        return new Value(name, new Reading(column.property().type(), term, context.slots(), context.fields()));
    }
}
