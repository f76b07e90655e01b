package org.migrationadvisor.rulebook.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * Finds fields that can be unknown, make a rule silent then, and are asked for by no rule. A rule that says itself what it
 * does with the unknown, even that it does nothing, is left alone.
 */
final class UnknownReview {
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Silent> silent = new LinkedHashMap<>();

    UnknownReview(Problems problems) {
        this.problems = problems;
    }

    /** Where a field is read first without asking for it, and the rules that do. */
    private record Silent(Property property, RuleDefinition rule, Constraint constraint, Set<String> rules) {}

    /** @param rules the rules by file and line */
    void run(List<RuleDefinition> rules) {
        rules.forEach(this::add);
        silent.forEach((field, at) -> {
            String fact = field.substring(0, field.indexOf('.') + 1);
            List<String> unasked = at.property().askedThrough().stream()
                    .filter(name -> !asked.contains(fact + name))
                    .toList();
            if (!unasked.isEmpty() && !asked.contains(field)) {
                tell(at, fact, unasked);
            }
        });
    }

    private void tell(Silent at, String fact, List<String> unasked) {
        String ask = unasked.stream()
                .map(name -> "`" + name
                        + asking(name.equals(at.property().name()) ? at.property() : Fields.property(fact + name))
                        + "`")
                .collect(Collectors.joining(" or "));
        Set<String> others = new TreeSet<>(at.rules());
        others.remove(at.rule().id());
        problems.warning(
                ProblemKind.UNASKED_UNKNOWN,
                at.rule().file(),
                at.constraint().span(),
                "found `"
                        + at.rule().file().text(at.constraint().span()).replaceAll("\\s+", " ")
                        + "`, which does not hold where `" + at.property().name() + "` is unknown"
                        + (others.isEmpty() ? "" : ", and so in " + String.join(", ", others))
                        + ", and no rule asks for it",
                "write a rule that asks where " + ask + ", or say why nobody has to: // check: ignore "
                        + ProblemKind.UNASKED_UNKNOWN.slug() + ", because ...");
    }

    private static String asking(Property property) {
        return property.type() == ValueType.CHOICE ? " == \"" + Vocabulary.UNKNOWN + "\"" : " == null";
    }

    private void add(RuleDefinition rule) {
        Set<String> dealtWith = new HashSet<>();
        List<Constraint> constraints = Stream.concat(
                        rule.conditions().stream()
                                .flatMap(condition -> CustomerTies.patterns(condition).stream())
                                .flatMap(pattern -> pattern.constraints().stream()),
                        rule.lookups().stream().map(RuleDefinition.Lookup::presence))
                .toList();
        constraints.forEach(constraint -> asks(constraint, constraint.expression(), true, dealtWith));
        for (Constraint constraint : constraints) {
            for (FieldRead read : constraint.reading().fields()) {
                Property property = last(read);
                if (Vocabulary.isOfList(property)) {
                    String field = property.qualifiedName();
                    if (!property.askedThrough().isEmpty() && !dealtWith.contains(field)) {
                        silent.computeIfAbsent(field, key -> new Silent(property, rule, constraint, new TreeSet<>()))
                                .rules()
                                .add(rule.id());
                    }
                }
            }
        }
    }

    private static Property last(FieldRead read) {
        return read.path().get(read.path().size() - 1);
    }

    /**
     * Notes the fields of which an expression asks whether they are unknown.
     *
     * @param wanted whether the expression is to hold, not its opposite
     */
    private void asks(Constraint constraint, Syntax.Expression expression, boolean wanted, Set<String> dealtWith) {
        if (expression instanceof Syntax.Not not) {
            asks(constraint, not.expression(), !wanted, dealtWith);
        } else if (expression instanceof Syntax.In in) {
            if (in.options().stream().anyMatch(UnknownReview::isUnknown)) {
                note(constraint, in.value(), wanted != in.negated(), dealtWith);
            }
        } else if (expression instanceof Syntax.Binary binary) {
            boolean equal = binary.operator().text().equals("==");
            if (equal || binary.operator().text().equals("!=")) {
                Stream.of(binary.left(), binary.right())
                        .filter(side -> isUnknown(side == binary.left() ? binary.right() : binary.left()))
                        .forEach(side -> note(constraint, side, wanted == equal, dealtWith));
            } else {
                Syntax.parts(binary).forEach(part -> asks(constraint, part, wanted, dealtWith));
            }
        }
    }

    private static boolean isUnknown(Syntax.Expression expression) {
        return expression instanceof Syntax.Literal literal
                && (literal.kind() == Syntax.LiteralKind.NULL || literal.text().equals(Vocabulary.UNKNOWN));
    }

    private void note(Constraint constraint, Syntax.Expression value, boolean wanted, Set<String> dealtWith) {
        Reading reading = constraint.parts().reading(value);
        List<FieldRead> fields = reading == null ? List.of() : reading.fields();
        for (FieldRead field : fields) {
            if (Vocabulary.isOfList(last(field))) {
                String name = last(field).qualifiedName();
                dealtWith.add(name);
                if (wanted) {
                    asked.add(name);
                }
            }
        }
    }
}
