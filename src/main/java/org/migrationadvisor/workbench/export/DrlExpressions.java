package org.migrationadvisor.workbench.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Parts;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * Conditions as plain DRL. The advisor knows a third truth value, unknown; Drools does not. So each condition is written
 * with what must be known for it to hold, and one that is turned round is written as what must hold instead.
 */
final class DrlExpressions {
    private static final String UNKNOWN = "unknown";
    private static final Map<String, String> OPPOSITE =
            Map.of("==", "!=", "!=", "==", "<", ">=", "<=", ">", ">", "<=", ">=", "<");
    private static final Map<String, String> ARITHMETIC = Map.of("+", "plus", "-", "minus", "*", "times");

    private final DrlBook book;
    private final Map<String, DrlOperand> results = new HashMap<>();

    /**
     * Begins a rule.
     *
     * @param book what the rule refers to
     */
    DrlExpressions(DrlBook book) {
        this.book = book;
    }

    /** Writes a variable as something else from now on. */
    void replace(String variable, DrlOperand operand) {
        results.put(variable, operand);
    }

    /**
     * What must hold so that a condition holds, or is known not to hold, one part each.
     *
     * @param parts reads parts of the condition
     * @param wanted whether it is to hold
     */
    List<String> all(Syntax.Expression expression, Parts parts, boolean wanted) {
        if (expression instanceof Syntax.Not not) {
            return all(not.expression(), parts, !wanted);
        }
        if (expression instanceof Syntax.Binary both && isLogical(both)) {
            return logical(both, parts, wanted);
        }
        if (expression instanceof Syntax.Binary comparison) {
            return comparison(comparison, parts, wanted);
        }
        if (expression instanceof Syntax.In in) {
            return in(in, parts, wanted == !in.negated());
        }
        return List.of(operand(expression, parts).text() + " == " + wanted);
    }

    private static boolean isLogical(Syntax.Binary binary) {
        return binary.operator().text().equals("&&") || binary.operator().text().equals("||");
    }

    private List<String> logical(Syntax.Binary both, Parts parts, boolean wanted) {
        List<String> left = all(both.left(), parts, wanted);
        List<String> right = all(both.right(), parts, wanted);
        boolean needsBoth = both.operator().text().equals("&&") == wanted;
        return needsBoth ? concat(left, right) : List.of("( " + one(left) + " || " + one(right) + " )");
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /** Several conditions as one. */
    static String one(List<String> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : "( " + String.join(" && ", conditions) + " )";
    }

    private List<String> comparison(Syntax.Binary binary, Parts parts, boolean wanted) {
        String written = binary.operator().text();
        if (written.endsWith("in") || written.endsWith("contains")) {
            return membership(binary, parts, wanted == !written.startsWith("not"));
        }
        String operator = wanted ? written : Objects.requireNonNull(OPPOSITE.get(written));
        if (isNull(binary.right()) || isNull(binary.left())) {
            Syntax.Expression asked = isNull(binary.right()) ? binary.left() : binary.right();
            return List.of(operand(asked, parts).text() + " " + operator + " null");
        }
        return compared(operand(binary.left(), parts), operator, operand(binary.right(), parts));
    }

    private List<String> membership(Syntax.Binary binary, Parts parts, boolean wanted) {
        boolean listFirst = binary.operator().text().endsWith("contains");
        DrlOperand list = operand(listFirst ? binary.left() : binary.right(), parts);
        DrlOperand value = operand(listFirst ? binary.right() : binary.left(), parts);
        String function = list.text().startsWith("$") ? "isOn( " : "names( ";
        String holds = (wanted ? "" : "!") + function + list.text() + ", " + value.text() + " )";
        // a list that has the choice "unknown" asks for it
        boolean asks = function.startsWith("isOn") && value.choices().contains(UNKNOWN);
        String known =
                asks ? "( isOn( " + list.text() + ", \"" + UNKNOWN + "\" ) || " + one(value.isKnown()) + " )" : "";
        return concat(concat(list.isKnown(), asks ? List.of(known) : value.isKnown()), List.of(holds));
    }

    private static boolean isNull(Syntax.Expression expression) {
        return expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NULL;
    }

    private static List<String> compared(DrlOperand left, String operator, DrlOperand right) {
        if (asksForUnknown(left, right) || asksForUnknown(right, left)) {
            return List.of(left.text() + " " + operator + " " + right.text());
        }
        return concat(concat(left.isKnown(), right.isKnown()), List.of(decided(left, operator, right)));
    }

    private static boolean asksForUnknown(DrlOperand choice, DrlOperand constant) {
        return choice.choices().contains(UNKNOWN) && constant.text().equals("\"" + UNKNOWN + "\"");
    }

    /** A comparison of values that are known. */
    private static String decided(DrlOperand left, String operator, DrlOperand right) {
        String plain = left.text() + " " + operator + " " + right.text();
        if (left.type() == ValueType.DECIMAL || right.type() == ValueType.DECIMAL) {
            return "compare( " + left.text() + ", " + right.text() + " ) " + operator + " 0";
        }
        if (left.type() == ValueType.DATE || right.type() == ValueType.DATE) {
            return day(left) + " " + operator + " " + day(right);
        }
        if (left.type() == ValueType.CHOICE && right.isConstant()) {
            return left.text() + " " + operator + " " + choice(left, right);
        }
        if (right.type() == ValueType.CHOICE && left.isConstant()) {
            return choice(right, left) + " " + operator + " " + right.text();
        }
        boolean texts = left.type() == ValueType.TEXT || right.type() == ValueType.TEXT;
        String same = left.isConstant() ? same(right, left) : same(left, right);
        return !texts ? plain : operator.equals("==") ? same : "!" + same;
    }

    /** Texts are the same whatever the case of their letters. */
    private static String same(DrlOperand text, DrlOperand other) {
        return text.text() + ".equalsIgnoreCase( " + other.text() + " )";
    }

    private static String day(DrlOperand operand) {
        return operand.isConstant() ? "day( " + operand.text() + " )" : operand.text();
    }

    /** A constant as the choice spells it. */
    private static String choice(DrlOperand choice, DrlOperand constant) {
        return choice.choices().stream()
                .map(DrlExpressions::quoted)
                .filter(constant.text()::equalsIgnoreCase)
                .findFirst()
                .orElse(constant.text());
    }

    private List<String> in(Syntax.In in, Parts parts, boolean wanted) {
        DrlOperand value = operand(in.value(), parts);
        List<DrlOperand> options =
                in.options().stream().map(option -> operand(option, parts)).toList();
        boolean asks = options.stream().anyMatch(option -> asksForUnknown(value, option));
        if (value.type() == ValueType.CHOICE && options.stream().allMatch(DrlOperand::isConstant)) {
            String list = options.stream().map(option -> choice(value, option)).collect(Collectors.joining(", "));
            String listed = value.text() + (wanted ? " in ( " : " not in ( ") + list + " )";
            return concat(asks ? List.of() : value.isKnown(), List.of(listed));
        }
        List<List<String>> each = options.stream()
                .map(option -> compared(value, wanted ? "==" : "!=", option))
                .toList();
        if (!wanted) {
            return each.stream().flatMap(List::stream).distinct().toList();
        }
        return List.of(each.stream().map(DrlExpressions::one).collect(Collectors.joining(" || ", "( ", " )")));
    }

    /** A value with what must be known for it. */
    DrlOperand operand(Syntax.Expression expression, Parts parts) {
        if (expression instanceof Syntax.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Syntax.Variable variable && results.containsKey(variable.name())) {
            return Objects.requireNonNull(results.get(variable.name()));
        }
        Reading reading = Objects.requireNonNull(parts.reading(expression), "a value");
        if (expression instanceof Syntax.Binary || expression instanceof Syntax.Call) {
            ValueType type = reading.type() == ValueType.DATE ? ValueType.DATE : ValueType.DECIMAL;
            return DrlOperand.calculated(value(expression), type);
        }
        String text = value(expression);
        if (reading.fields().size() != 1 || reading.type() == ValueType.FACT) {
            return new DrlOperand(text, reading.type(), List.of(), false, List.of());
        }
        FieldRead field = reading.fields().get(0);
        Property property = field.path().get(field.path().size() - 1);
        boolean isSet = field.slot() == FieldRead.POLICY && book.setPolicy().contains(property.name());
        List<String> known = new ArrayList<>();
        if (property.mayBeUnknown() && !isSet) {
            known.add(text + " != null");
        }
        if (property.choices().contains(UNKNOWN)) {
            known.add(text + " != \"" + UNKNOWN + "\"");
        }
        return new DrlOperand(text, reading.type(), known, false, property.choices());
    }

    private static DrlOperand literal(Syntax.Literal literal) {
        return switch (literal.kind()) {
            case TEXT -> new DrlOperand(quoted(literal.text()), ValueType.TEXT, List.of(), true, List.of());
            case NUMBER -> {
                boolean decimal = literal.text().contains(".");
                String text = decimal ? "number( " + quoted(literal.text()) + " )" : literal.text();
                yield new DrlOperand(text, decimal ? ValueType.DECIMAL : ValueType.WHOLE, List.of(), true, List.of());
            }
            case TRUTH, NULL -> new DrlOperand(literal.text(), ValueType.TRUTH, List.of(), true, List.of());
        };
    }

    private String field(Syntax.Field field) {
        String name = field.name().text();
        if (field.of() instanceof Syntax.Field of
                && of.name().text().equals("customer")
                && book.isConcludedOfCustomers(name)) {
            return before(of) + DrlBook.kept(name);
        }
        return before(field) + name;
    }

    private String before(Syntax.Field field) {
        return field.of() == null ? "" : value(field.of()) + ".";
    }

    /** A value as the fields, variables and functions of the book write it; null where a part of it is unknown. */
    String value(Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal) {
            return literal(literal).text();
        }
        if (expression instanceof Syntax.Variable variable) {
            DrlOperand result = results.get(variable.name());
            return result == null ? variable.name() : result.text();
        }
        if (expression instanceof Syntax.Field field) {
            return field(field);
        }
        if (expression instanceof Syntax.Binary binary) {
            String function =
                    Objects.requireNonNull(ARITHMETIC.get(binary.operator().text()), "an operator of numbers");
            return function + "( " + value(binary.left()) + ", " + value(binary.right()) + " )";
        }
        Syntax.Call call = (Syntax.Call) expression;
        List<String> arguments = new ArrayList<>();
        if (call.on() != null) {
            arguments.add(day(call.on()));
        }
        call.arguments().forEach(argument -> arguments.add(day(argument)));
        return call.name().text() + "( " + String.join(", ", arguments) + " )";
    }

    /** The same for a value that is a day, as a text too. */
    String day(Syntax.Expression argument) {
        boolean isDay = argument instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.TEXT;
        return isDay ? "day( " + value(argument) + " )" : value(argument);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
