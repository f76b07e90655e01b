package org.migrationadvisor.workbench.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.rulebook.trace.ConditionTrace;

/** Says what a condition that failed found, and what it needs. */
final class Needs {
    private static final String NEEDED = "; needed: ";

    private static final Map<String, String> OPPOSITES =
            Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
    private static final Map<String, String> MIRRORED =
            Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");
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
            case RESULT -> "nothing to calculate with" + NEEDED + "a known value at least";
        };
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
        if (expression instanceof Syntax.In in) {
            return oneOf(in, in.negated() != wanted);
        }
        if (expression instanceof Syntax.Binary binary) {
            String operator = binary.operator().text();
            if (operator.equals("&&") || operator.equals("||")) {
                String glue = operator.equals("&&") == wanted ? ", and " : ", or ";
                return Stream.of(binary.left(), binary.right())
                        .filter(side -> isTrue(side) != wanted)
                        .map(side -> sentence(side, wanted))
                        .collect(Collectors.joining(glue));
            }
            return comparison(binary, wanted ? operator : OPPOSITES.getOrDefault(operator, operator));
        }
        return label(expression) + " is " + Shown.value(isTrue(expression)) + NEEDED + Shown.value(wanted);
    }

    private boolean isTrue(Syntax.Expression expression) {
        return condition.value(expression).filter(Boolean.TRUE::equals).isPresent();
    }

    private String comparison(Syntax.Binary binary, String operator) {
        if (isNull(binary.right())) {
            String need = operator.equals("==") ? "that it is unknown" : "that it is known";
            return found(binary.left()) + NEEDED + need;
        }
        if (!readsFacts(binary.left()) && readsFacts(binary.right())) {
            return comparison(binary.right(), MIRRORED.getOrDefault(operator, operator), binary.left());
        }
        return comparison(binary.left(), operator, binary.right());
    }

    private String comparison(Syntax.Expression left, String operator, Syntax.Expression right) {
        Optional<Object> limit = condition.value(right);
        List<String> choices = choices(left);
        if (!choices.isEmpty() && limit.isPresent()) {
            boolean equal = operator.equals("==");
            return choice(left, choices.stream().filter(choice -> choice.equals(limit.get()) == equal));
        }
        boolean ordered = !operator.equals("==") && !operator.equals("!=");
        if (ordered && condition.value(left).isEmpty()) {
            return found(left) + NEEDED + "that it is known";
        }
        if (ordered && limit.isEmpty()) {
            return found(right) + NEEDED + "that it is known";
        }
        Map<String, String> words = limit.filter(LocalDate.class::isInstance).isPresent() ? OF_DATES : OF_NUMBERS;
        String name = right instanceof Syntax.Literal ? "" : " (" + label(right) + ")";
        return found(left) + NEEDED + words.getOrDefault(operator, "") + Shown.value(limit) + name;
    }

    private String oneOf(Syntax.In in, boolean wanted) {
        List<Object> listed = in.options().stream()
                .flatMap(option -> condition.value(option).stream())
                .toList();
        List<String> choices = choices(in.value());
        if (!choices.isEmpty()) {
            return choice(in.value(), choices.stream().filter(choice -> listed.contains(choice) == wanted));
        }
        String values = listed.stream().map(Shown::value).collect(Collectors.joining(", "));
        return found(in.value()) + NEEDED + (wanted ? "one of " : "none of ") + values;
    }

    private String choice(Syntax.Expression left, Stream<String> choices) {
        List<String> wanted = choices.toList();
        String last = wanted.get(wanted.size() - 1);
        String before = String.join(", ", wanted.subList(0, wanted.size() - 1));
        return found(left) + NEEDED + (before.isEmpty() ? last : before + " or " + last);
    }

    private String found(Syntax.Expression expression) {
        Optional<Object> value = condition.value(expression);
        if (label(expression).equals("daysToEnd") && value.isPresent() && value.get() instanceof Integer days) {
            return days < 0 ? "ended " + days(-days) + " ago" : days(days) + " left";
        }
        return label(expression) + " is " + Shown.value(value);
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
        List<FieldRead> fields = fields(expression);
        if (fields.size() != 1) {
            return List.of();
        }
        List<Property> path = fields.get(0).path();
        return path.get(path.size() - 1).choices();
    }

    private static boolean isNull(Syntax.Expression expression) {
        return expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NULL;
    }
}
