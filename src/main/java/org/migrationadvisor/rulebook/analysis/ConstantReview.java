package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.IsoCodes;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.TextKind;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Finds constants that change advice silently: texts that a field can never have, and numbers without a name. */
final class ConstantReview {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "in", "not in", "contains", "not contains");
    private static final Set<BigDecimal> PLAIN_NUMBERS = Set.of(BigDecimal.ZERO, BigDecimal.ONE);

    private final @Nullable Catalog catalog;
    private final Map<String, Object> policy;
    private final Problems problems;

    /**
     * @param catalog the products; null if they cannot be read
     * @param policy the values of the policy by name
     */
    ConstantReview(@Nullable Catalog catalog, Map<String, Object> policy, Problems problems) {
        this.catalog = catalog;
        this.policy = policy;
        this.problems = problems;
    }

    void run(RuleDefinition rule) {
        for (RuleDefinition.Condition condition : rule.conditions()) {
            List<Constraint> constraints = new ArrayList<>();
            CustomerTies.patterns(condition).forEach(pattern -> constraints.addAll(pattern.constraints()));
            if (condition instanceof RuleDefinition.Accumulate accumulate) {
                constraints.addAll(accumulate.constraints());
            } else if (condition instanceof RuleDefinition.Lookup lookup) {
                constraints.addAll(lookup.constraints());
            }
            constraints.forEach(constraint -> {
                texts(rule, constraint, constraint.expression());
                numbers(rule, constraint.expression());
            });
        }
        numbers(rule, rule.syntax().consequence());
    }

    private void texts(RuleDefinition rule, Constraint constraint, Syntax.Expression expression) {
        if (expression instanceof Syntax.In in) {
            in.options().forEach(option -> compared(rule, constraint, in.value(), option));
        } else if (expression instanceof Syntax.Binary binary
                && COMPARISONS.contains(binary.operator().text())) {
            compared(rule, constraint, binary.left(), binary.right());
            compared(rule, constraint, binary.right(), binary.left());
        } else {
            Syntax.parts(expression).forEach(part -> texts(rule, constraint, part));
        }
    }

    private void compared(
            RuleDefinition rule, Constraint constraint, Syntax.Expression field, Syntax.Expression value) {
        Reading reading =
                field instanceof Syntax.Literal ? null : constraint.parts().reading(field);
        Reading other = constraint.parts().reading(value);
        if (reading == null || reading.fields().size() != 1 || other == null) {
            return;
        }
        FieldRead read = reading.fields().get(0);
        Property property = read.path().get(read.path().size() - 1);
        boolean fixed =
                value instanceof Syntax.Literal || !other.policyValues(policy).isEmpty();
        Object text = fixed && read.slot() != FieldRead.POLICY ? other.of(null, new Object[rule.slots()]) : null;
        if (text instanceof String found) {
            text(rule, property, value, found);
        } else if (text instanceof Collection<?> list) {
            list.forEach(each -> text(rule, property, value, String.valueOf(each)));
        }
    }

    private void text(RuleDefinition rule, Property property, Syntax.Expression value, String found) {
        String expected = expected(property.texts(), found);
        if (expected != null) {
            problems.warning(
                    ProblemKind.IMPOSSIBLE_VALUE,
                    rule.file(),
                    value.span(),
                    "found \"" + found + "\", expected " + expected,
                    mend(property.texts(), found).map(Suggestion::didYouMean).orElse(null));
        }
    }

    /** What a text should have been; null if it can be as it is. */
    private @Nullable String expected(TextKind kind, String text) {
        return switch (kind) {
            case ANY -> null;
            case COUNTRY -> IsoCodes.isCountry(text) ? null : "a country as ISO 3166 alpha-2, such as \"DE\"";
            case CURRENCY -> IsoCodes.isCurrency(text) ? null : "a currency as ISO 4217, such as \"EUR\"";
            case PART_NUMBER -> isIn(partNumbers(), text) ? null : "the part number of a product in offers.csv";
            case OFFER_ID -> isProduct(text, null) ? null : "an id of a product in offers.csv";
            case OFFER_NAME -> isProduct(null, text) ? null : "the name of a product in offers.csv";
        };
    }

    private static boolean isIn(List<String> known, String text) {
        return known.isEmpty() || known.stream().anyMatch(text::equalsIgnoreCase);
    }

    private boolean isProduct(@Nullable String id, @Nullable String name) {
        return catalog == null || !(catalog.resolve(id, name) instanceof Resolution.Unresolved);
    }

    private Optional<String> mend(TextKind kind, String text) {
        return switch (kind) {
            case ANY -> Optional.empty();
            case COUNTRY -> IsoCodes.country(text);
            case CURRENCY -> IsoCodes.currency(text);
            case PART_NUMBER, OFFER_ID -> Optional.ofNullable(Suggestion.nearest(text, partNumbers()));
            case OFFER_NAME ->
                catalog == null
                        ? Optional.empty()
                        : Optional.ofNullable(Suggestion.nearest(
                                text,
                                catalog.products().stream().map(Product::name).toList()));
        };
    }

    private List<String> partNumbers() {
        return catalog == null
                ? List.of()
                : catalog.products().stream().map(Product::partNumber).toList();
    }

    private void numbers(RuleDefinition rule, Syntax.Expression expression) {
        if (expression instanceof Syntax.Literal literal && literal.kind() == Syntax.LiteralKind.NUMBER) {
            BigDecimal number = new BigDecimal(literal.text());
            if (PLAIN_NUMBERS.stream().noneMatch(plain -> plain.compareTo(number) == 0)) {
                problems.warning(
                        ProblemKind.MAGIC_NUMBER,
                        rule.file(),
                        literal.span(),
                        "found the number " + literal.text() + ", expected a value of policy.yaml, which has a name",
                        numberMend(number));
            }
        } else {
            Syntax.parts(expression).forEach(part -> numbers(rule, part));
        }
    }

    private String numberMend(BigDecimal number) {
        return policy.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Number
                        && new BigDecimal(entry.getValue().toString()).compareTo(number) == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(name -> name + " is " + number + " there: write Policy( $" + name + " : " + name
                        + " ) before, and $" + name + " here")
                .orElse("add a line such as `name: " + number
                        + "` to policy.yaml, and read it with Policy( $name : name )");
    }
}
