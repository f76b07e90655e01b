package org.migrationadvisor.workbench.explain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.rulebook.trace.ConditionTrace;

/** Says what a condition that failed found, and what it needs. */
final class Needs {
    private static final String NEEDED = "; needed: ";

    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            entry("==", "!="),
            entry("!=", "=="),
            entry("<", ">="),
            entry(">=", "<"),
            entry(">", "<="),
            entry("<=", ">"),
            entry("in", "not in"),
            entry("not in", "in"),
            entry("contains", "not contains"),
            entry("not contains", "contains"));
    private static final Map<String, String> MIRRORED = Map.ofEntries(
            entry("<", ">"),
            entry(">", "<"),
            entry("<=", ">="),
            entry(">=", "<="),
            entry("in", "contains"),
            entry("not in", "not contains"),
            entry("contains", "in"),
            entry("not contains", "not in"));
    private static final Map<String, String> OF_NUMBERS = Map.of(
            "==",
            "",
            "!=",
            "anything but ",
            "<",
            "fewer than ",
            "<=",
            "at most ",
            ">",
            "more than ",
            ">=",
            "at least ");
    private static final Map<String, String> OF_DATES = Map.of(
            "==", "", "!=", "any day but ", "<", "before ", "<=", "on or before ", ">", "after ", ">=", "on or after ");

    private final ConditionTrace condition;

    private Needs(ConditionTrace condition) {
        this.condition = condition;
    }

    /** One sentence without a full stop, such as {@code 31 days left; needed: at most 30 (nearExpiryDays)}. */
    static String of(ConditionTrace condition) {
        return switch (condition.kind()) {
            case CONSTRAINT ->
                condition
                        .constraint()
                        .map(constraint -> new Needs(condition).sentence(constraint.expression(), true))
                        .orElse("");
            case FACT, ANY -> "found none" + NEEDED + "one";
            case NONE -> "found one" + detail(condition) + NEEDED + "none";
            case SOME -> "found none" + detail(condition) + NEEDED + "one";
            case ROW -> "no row" + asked(condition) + NEEDED + "one";
            case NO_ROW ->
                condition.values().containsKey(ConditionTrace.ROW)
                        ? "found " + condition.values().get(ConditionTrace.ROW) + NEEDED + "no such row"
                        : "no row to be looked for" + asked(condition) + NEEDED + "known values";
            case RESULT -> "nothing to calculate with" + NEEDED + "a known value at least";
        };
    }

    /** The table that has no row, and what it was asked for. */
    private static String asked(ConditionTrace condition) {
        String values = Shown.values(condition.values());
        return condition
                .lookup()
                .map(lookup -> " in " + lookup.table().file() + " for " + values)
                .orElse("");
    }

    private static String detail(ConditionTrace group) {
        Optional<ConditionTrace> failed =
                group.inner().stream().filter(ConditionTrace::failed).findFirst();
        if (failed.isPresent()) {
            return " (nearest: " + of(failed.get()) + ")";
        }
        String values = group.inner().stream()
                .map(inner -> Shown.values(inner.values()))
                .filter(shown -> !shown.isEmpty())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "" : " (" + values + ")";
    }

    private String sentence(Syntax.Expression expression, boolean wanted) {
        if (expression instanceof Syntax.Not not) {
            return sentence(not.expression(), !wanted);
        }
        if (expression instanceof Syntax.Binary binary && isCompound(binary)) {
            List<Syntax.Expression> failed = failed(binary, wanted);
            return failed.size() == 1
                    ? sentence(failed.get(0), wanted)
                    : NEEDED.substring(2) + formula(binary, wanted, false);
        }
        Syntax.Expression about = about(expression);
        String meaning = about == expression
                ? meaning(expression).map(words -> " (" + words + ")").orElse("")
                : "";
        return found(about, meaning) + NEEDED + need(expression, wanted);
    }

    private static boolean isCompound(Syntax.Binary binary) {
        return binary.operator().text().equals("&&") || binary.operator().text().equals("||");
    }

    private List<Syntax.Expression> failed(Syntax.Binary binary, boolean wanted) {
        return Stream.of(binary.left(), binary.right())
                .filter(side -> !condition
                        .value(side)
                        .filter(value -> value.equals(wanted))
                        .isPresent())
                .toList();
    }

    /** What is needed of conditions joined by {@code &&} and {@code ||}, as far as they fail. */
    private String formula(Syntax.Expression expression, boolean wanted, boolean nested) {
        if (expression instanceof Syntax.Not not) {
            return formula(not.expression(), !wanted, nested);
        }
        if (!(expression instanceof Syntax.Binary binary) || !isCompound(binary)) {
            return label(about(expression)) + " " + need(expression, wanted);
        }
        List<Syntax.Expression> failed = failed(binary, wanted);
        String or = nested ? " or " : ", or ";
        String glue = binary.operator().text().equals("&&") == wanted ? " and " : or;
        String joined = failed.stream()
                .map(side -> formula(side, wanted, failed.size() > 1))
                .collect(Collectors.joining(glue));
        return nested && failed.size() > 1 ? "(" + joined + ")" : joined;
    }

    /** The part of a condition that it is about: what it reads of the facts, and compares. */
    private Syntax.Expression about(Syntax.Expression expression) {
        if (expression instanceof Syntax.In in) {
            return in.value();
        }
        if (expression instanceof Syntax.Binary binary) {
            return isMirrored(binary) ? binary.right() : binary.left();
        }
        return expression instanceof Syntax.Not not ? about(not.expression()) : expression;
    }

    private boolean isMirrored(Syntax.Binary binary) {
        return !readsFacts(binary.left()) && readsFacts(binary.right());
    }

    /** What a condition without {@code &&} and {@code ||} needs. */
    private String need(Syntax.Expression expression, boolean wanted) {
        if (expression instanceof Syntax.Not not) {
            return need(not.expression(), !wanted);
        }
        if (expression instanceof Syntax.In in) {
            List<Object> listed = in.options().stream()
                    .flatMap(option -> condition.value(option).stream())
                    .toList();
            return oneOf(in.value(), listed, in.negated() != wanted);
        }
        if (!(expression instanceof Syntax.Binary binary)) {
            return Shown.value(wanted);
        }
        String written = binary.operator().text();
        String operator = wanted ? written : OPPOSITES.getOrDefault(written, written);
        if (isNull(binary.right())) {
            return operator.equals("==") ? ConditionTrace.UNKNOWN : "any known value";
        }
        return isMirrored(binary)
                ? comparison(binary.right(), MIRRORED.getOrDefault(operator, operator), binary.left())
                : comparison(binary.left(), operator, binary.right());
    }

    /** What a field that is true or false says, as the end of a sentence. */
    private Optional<String> meaning(Syntax.Expression expression) {
        return property(expression).map(property -> {
            String sentence = property.description();
            return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
        });
    }

    private String comparison(Syntax.Expression left, String operator, Syntax.Expression right) {
        Optional<Object> limit = condition.value(right);
        if (limit.isPresent() && operator.endsWith("contains")) {
            return (operator.equals("contains") ? "" : "no ") + Shown.value(limit);
        }
        if (limit.isPresent() && operator.endsWith("in") && limit.get() instanceof List<?> list) {
            return oneOf(left, List.copyOf(list), operator.equals("in")) + " (" + label(right) + ")";
        }
        List<String> choices = choices(left);
        if (!choices.isEmpty() && limit.isPresent()) {
            boolean equal = operator.equals("==");
            return choice(choices, List.of(limit.get()), equal);
        }
        if (limit.isEmpty()) {
            return "a known " + label(right);
        }
        Map<String, String> words = isDate(left) ? OF_DATES : OF_NUMBERS;
        String name = right instanceof Syntax.Literal ? "" : " (" + label(right) + ")";
        return words.getOrDefault(operator, "") + Shown.value(limit) + name;
    }

    private boolean isDate(Syntax.Expression expression) {
        return reading(expression)
                .filter(reading -> reading.type() == ValueType.DATE)
                .isPresent();
    }

    private String oneOf(Syntax.Expression value, List<?> listed, boolean wanted) {
        List<String> choices = choices(value);
        if (!choices.isEmpty()) {
            return choice(choices, listed, wanted);
        }
        return (wanted ? "" : "none of ") + either(listed.stream().map(Shown::value));
    }

    /** The choices with which a comparison holds: {@code unknown} only where it is asked for. */
    private static String choice(List<String> choices, List<?> listed, boolean wanted) {
        return either(choices.stream()
                .filter(choice -> listed.contains(choice) == wanted)
                .filter(choice -> wanted || !choice.equals(Vocabulary.UNKNOWN)));
    }

    private static String either(Stream<String> choices) {
        List<String> wanted = choices.toList();
        int last = wanted.size() - 1;
        return last < 1
                ? String.join("", wanted)
                : String.join(", ", wanted.subList(0, last)) + " or " + wanted.get(last);
    }

    private String found(Syntax.Expression expression, String meaning) {
        Optional<Object> value = condition.value(expression);
        if (label(expression).equals("daysToEnd") && value.isPresent() && value.get() instanceof Integer days) {
            return days < 0 ? "ended " + days(-days) + " ago" : days(days) + " left";
        }
        return label(expression) + meaning + " is " + Shown.value(value);
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** What a part reads where that is one field, else the part as written. */
    private String label(Syntax.Expression expression) {
        List<FieldRead> fields = fields(expression);
        if (expression instanceof Syntax.Variable variable) {
            return fields.size() == 1 ? fields.get(0).name() : variable.name().substring(1);
        }
        return condition.source(expression.span());
    }

    private List<FieldRead> fields(Syntax.Expression expression) {
        return reading(expression).map(Reading::fields).orElse(List.of());
    }

    private Optional<Reading> reading(Syntax.Expression expression) {
        return condition
                .constraint()
                .flatMap(constraint -> Optional.ofNullable(constraint.parts().reading(expression)));
    }

    private boolean readsFacts(Syntax.Expression expression) {
        boolean fields = fields(expression).stream().anyMatch(field -> field.slot() != FieldRead.POLICY);
        return fields
                || reading(expression)
                        .filter(reading -> !reading.slots().isEmpty())
                        .isPresent();
    }

    private List<String> choices(Syntax.Expression expression) {
        return property(expression).map(Property::choices).orElse(List.of());
    }

    /** The field that a part reads, if it is one only. */
    private Optional<Property> property(Syntax.Expression expression) {
        List<FieldRead> fields = fields(expression);
        if (fields.size() != 1) {
            return Optional.empty();
        }
        List<Property> path = fields.get(0).path();
        return Optional.of(path.get(path.size() - 1));
    }

    private static boolean isNull(Syntax.Expression expression) {
        return expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NULL;
    }
}
