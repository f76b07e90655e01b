package org.migrationadvisor.workbench.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * A definition as plain DRL: rules that set its truth field and its values, in the order of what they read. A field of
 * its own for each rule says whether that one holds, so that unknown stays unknown.
 */
final class DrlDefinition {
    private static final int FIRST = 100_000;
    private static final int APART = 10;

    private final Definition definition;
    private final DrlBook book;
    private final int salience;

    DrlDefinition(Definition definition, DrlBook book) {
        this.definition = definition;
        this.book = book;
        this.salience = FIRST - APART * level(definition);
    }

    /** How many definitions it depends on, one behind the other. */
    private static int level(Definition definition) {
        return 1
                + definition.rules().stream()
                        .flatMap(rule -> RuleReads.definitions(rule).stream())
                        .mapToInt(DrlDefinition::level)
                        .max()
                        .orElse(0);
    }

    /** The fields that its rules set on the fact it is about, besides those that others read. */
    static List<String> flags(Definition definition) {
        return IntStream.range(0, definition.rules().size())
                .mapToObj(rule -> flag(definition, rule))
                .toList();
    }

    private static String flag(Definition definition, int rule) {
        return definition.truthField() + "By" + (rule + 1);
    }

    /** The rules as text. */
    String written() {
        StringBuilder drl = new StringBuilder();
        List<String> flags = flags(definition);
        for (int i = 0; i < flags.size(); i++) {
            RuleDefinition rule = definition.rules().get(i);
            drl.append('\n').append(holding(rule, flags.get(i)));
            if (definition.isOwn()) {
                String refuting =
                        new DrlConditions(rule, book).until(flags.get(i)).refuting();
                if (!refuting.isEmpty()) {
                    String set = set(subject(rule), flags.get(i), "false");
                    drl.append('\n').append(rule(rule.id() + " is known not to hold", salience, refuting, set));
                }
            }
        }
        String truth = definition.truthField();
        String fact = "$fact : " + definition.subject().name() + "( " + truth + " == null, ";
        String holds = flags.stream().map(each -> each + " == true").collect(Collectors.joining(" || "));
        String fails = flags.stream()
                .map(each -> each + (definition.isOwn() ? " == false" : " != true"))
                .collect(Collectors.joining(", "));
        drl.append('\n')
                .append(rule(
                        definition.name() + " holds",
                        salience - 1,
                        DrlConditions.INDENT + fact + holds + " )\n",
                        set("$fact", truth, "true") + (isOneForAFact() ? concludedOfFact() : "")));
        drl.append('\n')
                .append(rule(
                        definition.name() + " does not hold",
                        salience - 1,
                        DrlConditions.INDENT + fact + fails + " )\n",
                        set("$fact", truth, "false")));
        return drl.append(book.keeping(definition, salience - 2)).toString();
    }

    private String holding(RuleDefinition rule, String flag) {
        DrlConditions conditions = new DrlConditions(rule, book);
        if (isOneForAFact()) {
            conditions.until(flag);
        }
        StringBuilder when = new StringBuilder(conditions.holding());
        String subject = subject(rule);
        List<String> arguments = new ArrayList<>(List.of(subject));
        List<String> same = new ArrayList<>(List.of(definition.subjectField() + " == " + subject));
        List<String> setters = new ArrayList<>(List.of(setter(flag, "true")));
        List<Syntax.Expression> values = values(rule);
        for (int i = 0; i < values.size(); i++) {
            Definition.Value value = definition.values().get(i);
            String converted = value(values.get(i), value.type(), conditions.expressions());
            arguments.add(converted);
            same.add(value.name() + " == " + converted);
            setters.add(setter(value.name(), converted));
        }
        if (isOneForAFact()) {
            String then = DrlConditions.INDENT + "modify( " + subject + " ) { " + String.join(", ", setters) + " }\n";
            return rule(rule.id() + " " + rule.sentence(), salience, when.toString(), then);
        }
        when.append(DrlConditions.INDENT)
                .append("not( ")
                .append(definition.name())
                .append("( ")
                .append(String.join(", ", same))
                .append(" ) )\n");
        String then = set(subject, flag, "true") + inserted(arguments);
        return rule(rule.id() + " " + rule.sentence(), salience, when.toString(), then);
    }

    /** A value of the Java type that is declared for it. */
    private static String value(Syntax.Expression expression, ValueType type, DrlExpressions expressions) {
        return switch (type) {
            case DATE -> expressions.day(expression);
            case DECIMAL -> "number( " + expressions.value(expression) + " )";
            case WHOLE -> "whole( " + expressions.value(expression) + " )";
            default -> expressions.value(expression);
        };
    }

    /** Whether there is one conclusion at most for a fact, with values that are fields of the fact. */
    private boolean isOneForAFact() {
        return definition.values().stream().noneMatch(value -> value.isKey() || value.type() == ValueType.FACT);
    }

    private String concludedOfFact() {
        List<String> arguments = new ArrayList<>(List.of("$fact"));
        definition.values().forEach(value -> arguments.add("$fact.get" + DrlBook.capital(value.name()) + "()"));
        return inserted(arguments);
    }

    private String inserted(List<String> arguments) {
        return DrlConditions.INDENT + "insert( new " + definition.name() + "( " + String.join(", ", arguments)
                + " ) );\n";
    }

    /** The values that a rule concludes: what stands behind the fact in {@code insertLogical( new Name( ... ) )}. */
    private static List<Syntax.Expression> values(RuleDefinition rule) {
        Syntax.Call made = made(rule);
        return made.arguments().subList(1, made.arguments().size());
    }

    private static Syntax.Call made(RuleDefinition rule) {
        return (Syntax.Call)
                ((Syntax.Call) rule.syntax().consequence()).arguments().get(0);
    }

    private static String subject(RuleDefinition rule) {
        return ((Syntax.Variable) made(rule).arguments().get(0)).name();
    }

    private static String set(String fact, String field, String value) {
        return DrlConditions.INDENT + "modify( " + fact + " ) { " + setter(field, value) + " }\n";
    }

    private static String setter(String field, String value) {
        return "set" + DrlBook.capital(field) + "( " + value + " )";
    }

    private static String rule(String name, int salience, String when, String then) {
        return "rule " + DrlExpressions.quoted(name) + "\n" + DrlConditions.INDENT + "salience " + salience + "\nwhen\n"
                + when + "then\n" + then + "end\n";
    }
}
