package org.migrationadvisor.workbench.export;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** What stands under {@code when} in one rule as plain DRL. */
final class DrlConditions {
    static final String INDENT = "    ";

    private static final Map<String, String> OF_MANY =
            Map.of("sum", "sumOf", "min", "leastOf", "max", "mostOf", "average", "averageOf");

    private final RuleDefinition rule;
    private final DrlExpressions expressions;
    private final List<String> once = new ArrayList<>();
    private int lists;

    /**
     * Begins a rule.
     *
     * @param book what the rule refers to
     * @throws IllegalArgumentException if it looks up a table, which exports do not hold yet
     */
    DrlConditions(RuleDefinition rule, DrlBook book) {
        this.rule = rule;
        this.expressions = new DrlExpressions(book);
        if (!rule.lookups().isEmpty()) {
            throw unsayable(
                    "a row of the table " + rule.lookups().get(0).table().name(), "rules without tables in an export");
        }
    }

    /** Asks the first fact for a field that is set by the rule, so that setting it does not set off the rule again. */
    DrlConditions until(String field) {
        once.add(field + " == null");
        return this;
    }

    /** Values as the conditions have bound them. */
    DrlExpressions expressions() {
        return expressions;
    }

    /** What must hold for the rule to hold, a line each. */
    String holding() {
        StringBuilder drl = new StringBuilder();
        boolean aboutOneFact = rule.concludes() && rule.concluded().definition().isOwn();
        Iterator<RuleDefinition.Condition> checked = rule.conditions().iterator();
        for (Syntax.Condition condition : rule.syntax().conditions()) {
            if (condition instanceof Syntax.Pattern pattern && isPolicy(pattern)) {
                drl.append(INDENT).append(policy(pattern)).append('\n');
                continue;
            }
            RuleDefinition.Condition next = checked.next();
            boolean isSubject = next == rule.conditions().get(0);
            if (aboutOneFact && isSubject) {
                List<String> conditions = conditions((Syntax.Pattern) condition, (RuleDefinition.Pattern) next);
                conditions.addAll(knownNotToBe());
                drl.append(INDENT)
                        .append(pattern((RuleDefinition.Pattern) next, conditions))
                        .append('\n');
            } else if (!aboutOneFact || !isNegated(next)) {
                drl.append(INDENT).append(condition(condition, next)).append('\n');
            }
        }
        return drl.toString();
    }

    private static boolean isNegated(RuleDefinition.Condition condition) {
        return condition instanceof RuleDefinition.Group group && group.negated();
    }

    /** Inside a definition about one fact, what is not known to be missing leaves it unknown. */
    private List<String> knownNotToBe() {
        List<String> conditions = new ArrayList<>();
        Iterator<RuleDefinition.Condition> checked = rule.conditions().iterator();
        for (Syntax.Condition condition : rule.syntax().conditions()) {
            if (!(condition instanceof Syntax.Pattern pattern) || !isPolicy(pattern)) {
                RuleDefinition.Condition next = checked.next();
                if (isNegated(next)) {
                    conditions.add("( " + refuting(condition, next, false) + " )");
                }
            }
        }
        return conditions;
    }

    private String policy(Syntax.Pattern pattern) {
        return "Policy( " + String.join(", ", bindings(pattern.constraints())) + " )";
    }

    private static boolean isPolicy(Syntax.Pattern pattern) {
        return pattern.factType().text().equals("Policy");
    }

    private String condition(Syntax.Condition written, RuleDefinition.Condition checked) {
        if (checked instanceof RuleDefinition.Pattern pattern) {
            return pattern((Syntax.Pattern) written, pattern);
        }
        if (checked instanceof RuleDefinition.Group group) {
            Syntax.Group syntax = (Syntax.Group) written;
            List<String> patterns = new ArrayList<>();
            for (int i = 0; i < group.patterns().size(); i++) {
                patterns.add(pattern(syntax.patterns().get(i), group.patterns().get(i)));
            }
            return (group.negated() ? "not( " : "exists( ") + String.join(" and ", patterns) + " )";
        }
        return accumulate((Syntax.Accumulate) written, (RuleDefinition.Accumulate) checked);
    }

    private String pattern(Syntax.Pattern written, RuleDefinition.Pattern checked) {
        requireNoFieldOfField(checked);
        return pattern(checked, conditions(written, checked));
    }

    private List<String> conditions(Syntax.Pattern written, RuleDefinition.Pattern checked) {
        List<String> conditions = bindings(written.constraints());
        checked.constraints().forEach(constraint -> conditions.addAll(holds(constraint)));
        return conditions;
    }

    private String pattern(RuleDefinition.Pattern checked, List<String> conditions) {
        String binding = checked.binding() == null ? "" : checked.binding() + " : ";
        boolean isSubject = checked.slot() == rule.subject();
        List<String> all = Stream.concat(isSubject ? once.stream() : Stream.of(), conditions.stream())
                .distinct()
                .toList();
        String start = binding + checked.type().name() + "(";
        if (all.size() < 2) {
            return start + " " + String.join("", all) + " )";
        }
        String line = "\n" + INDENT.repeat(2);
        return start + line + String.join("," + line, all) + " )";
    }

    private List<String> holds(Constraint constraint) {
        return expressions.all(constraint.expression(), constraint.parts(), true);
    }

    private List<String> bindings(List<Syntax.Constraint> constraints) {
        return constraints.stream()
                .filter(constraint -> constraint.binding() != null)
                .map(constraint -> Objects.requireNonNull(constraint.binding()).text() + " : "
                        + expressions.value(constraint.expression()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Drools' own functions calculate with binary fractions; the values are collected instead. */
    private String accumulate(Syntax.Accumulate written, RuleDefinition.Accumulate checked) {
        StringBuilder drl = new StringBuilder();
        String result = written.result().text();
        String pattern = pattern(written.pattern(), checked.pattern());
        Syntax.Expression argument = written.argument();
        drl.append("accumulate( ").append(pattern).append("; ");
        List<String> conditions = new ArrayList<>();
        if (argument == null) {
            drl.append(result).append(" : count()");
            expressions.replace(result, new DrlOperand(result, ValueType.DECIMAL, List.of(), false, List.of()));
        } else {
            String values = "$values" + ++lists;
            String made = OF_MANY.get(checked.function()) + "( " + values + " )";
            drl.append(values)
                    .append(" : collectList( ")
                    .append(expressions.value(argument))
                    .append(" )");
            expressions.replace(result, DrlOperand.calculated(made, ValueType.DECIMAL));
            conditions.add(made + " != null");
        }
        checked.constraints().forEach(constraint -> conditions.addAll(holds(constraint)));
        drl.append(" )");
        // Drools takes no function of a result inside the accumulate
        if (!conditions.isEmpty()) {
            drl.append('\n')
                    .append(INDENT)
                    .append("eval( ")
                    .append(conditions.stream().distinct().collect(Collectors.joining(" && ")))
                    .append(" )");
        }
        return drl.toString();
    }

    /**
     * What must hold so that a rule about one fact is known not to hold, a line each; empty if that is never so.
     *
     * @throws IllegalArgumentException if that cannot be said in plain DRL
     */
    String refuting() {
        StringBuilder drl = new StringBuilder();
        List<String> refuting = new ArrayList<>();
        Iterator<RuleDefinition.Condition> checked = rule.conditions().iterator();
        RuleDefinition.Pattern subject =
                (RuleDefinition.Pattern) rule.conditions().get(0);
        List<String> bound = List.of();
        for (Syntax.Condition condition : rule.syntax().conditions()) {
            if (condition instanceof Syntax.Pattern pattern && isPolicy(pattern)) {
                drl.append(INDENT).append(policy(pattern)).append('\n');
                continue;
            }
            RuleDefinition.Condition next = checked.next();
            if (next == subject) {
                bound = bindings(((Syntax.Pattern) condition).constraints());
                refuting.addAll(failing(subject.constraints()));
            } else {
                refuting.add(refuting(condition, next, isNegated(next)));
            }
        }
        if (refuting.isEmpty()) {
            return "";
        }
        List<String> conditions = new ArrayList<>(bound);
        conditions.add("( " + String.join(" || ", refuting) + " )");
        return drl.append(INDENT)
                .append(pattern(subject, conditions))
                .append('\n')
                .toString();
    }

    private List<String> failing(List<Constraint> constraints) {
        return constraints.stream()
                .map(each -> DrlExpressions.one(expressions.all(each.expression(), each.parts(), false)))
                .toList();
    }

    /** What another definition concludes of the same fact, as fields of that fact. */
    private String refuting(Syntax.Condition written, RuleDefinition.Condition checked, boolean negated) {
        RuleDefinition.Pattern pattern = checked instanceof RuleDefinition.Group group
                ? group.patterns().get(0)
                : (RuleDefinition.Pattern) checked;
        Syntax.Pattern syntax =
                written instanceof Syntax.Group group ? group.patterns().get(0) : (Syntax.Pattern) written;
        Definition definition = Objects.requireNonNull(pattern.type().definition());
        boolean several = checked instanceof RuleDefinition.Group group
                && group.patterns().size() > 1;
        if (several || definition.values().stream().anyMatch(Definition.Value::isKey)) {
            throw unsayable(
                    "a pattern over " + definition.name() + " that may be unknown",
                    "its truth field " + definition.truthField());
        }
        syntax.constraints().stream().filter(each -> each.binding() != null).forEach(each -> {
            String field = expressions.value(each.expression());
            ValueType type = pattern.type().property(field) == null
                    ? ValueType.TEXT
                    : Objects.requireNonNull(pattern.type().property(field)).type();
            expressions.replace(
                    Objects.requireNonNull(each.binding()).text(),
                    new DrlOperand(field, type, List.of(field + " != null"), false, List.of()));
        });
        List<Constraint> further = pattern.constraints().stream()
                .filter(each -> !each.text().contains("this." + definition.subjectField()))
                .toList();
        String truth = definition.truthField();
        if (negated) {
            List<String> holds = new ArrayList<>(List.of(truth + " == true"));
            further.forEach(each -> holds.addAll(holds(each)));
            return DrlExpressions.one(holds);
        }
        List<String> ways = new ArrayList<>(List.of(truth + " == false"));
        failing(further).forEach(fails -> ways.add("( " + truth + " == true && " + fails + " )"));
        return String.join(" || ", ways);
    }

    /** Drools does not look again at a field of a field, so that what is concluded later would be missed. */
    private void requireNoFieldOfField(RuleDefinition.Pattern pattern) {
        if (pattern.type().definition() == null) {
            return;
        }
        for (Constraint constraint : pattern.constraints()) {
            for (RuleDefinition.FieldRead read : constraint.reading().fields()) {
                Property last = read.path().get(read.path().size() - 1);
                boolean ofField = read.slot() == RuleDefinition.FieldRead.OWN
                        && read.path().size() > 1;
                if (ofField && Definition.behind(last) != null) {
                    throw unsayable(
                            read.name() + " in a pattern over " + pattern.type().name(),
                            "a pattern over the fact itself");
                }
            }
        }
    }

    private IllegalArgumentException unsayable(String found, String expected) {
        return new IllegalArgumentException(
                "rule " + rule.id() + " (" + rule.file().name() + ":" + rule.line() + "): found " + found
                        + ", which an export cannot say, expected " + expected);
    }
}
