package org.migrationadvisor.rulebook.semantics;

import java.util.Objects;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks the pattern through which a rule reads the policy: variables for values, and nothing else. */
final class PolicyChecker {
    private final RuleContext rule;

    PolicyChecker(RuleContext rule) {
        this.rule = rule;
    }

    /** Binds the variables of the pattern. */
    void check(Syntax.Pattern syntax) {
        FactType type = Objects.requireNonNull(rule.vocabulary().type(Vocabulary.POLICY));
        if (syntax.binding() != null) {
            rule.wrong(
                    ProblemKind.NOT_ALLOWED,
                    syntax.binding().span(),
                    "found a variable for the whole policy, expected variables for its values",
                    "for example Policy( $near : nearExpiryDays )");
            rule.scope().add(syntax.binding().text(), new Scope.Broken());
        }
        for (Syntax.Constraint constraint : syntax.constraints()) {
            if (constraint.binding() == null
                    || !(constraint.expression() instanceof Syntax.Field field)
                    || field.of() != null) {
                rule.wrong(
                        ProblemKind.NOT_ALLOWED,
                        constraint.span(),
                        "found a condition on the policy, expected a variable for one of its values",
                        "for example Policy( $near : nearExpiryDays )");
                continue;
            }
            Property property = type.property(field.name().text());
            rule.bind(
                    constraint.binding(),
                    property == null ? unknownPolicyValue(field, type) : constant(property),
                    rule.scope());
        }
    }

    private Scope.Variable constant(Property property) {
        Object value = rule.vocabulary().policy().get(property.name());
        return new Scope.Constant(property, value);
    }

    private Scope.Variable unknownPolicyValue(Syntax.Field field, FactType type) {
        String name = field.name().text();
        if (rule.vocabulary().isBrokenPolicyValue(name)) {
            rule.incomplete();
            return new Scope.Broken();
        }
        String nearest = Suggestion.didYouMean(name, type.propertyNames());
        rule.wrong(
                ProblemKind.UNKNOWN_POLICY_VALUE,
                field.span(),
                "found `" + name + "`, which policy.yaml does not hold",
                nearest == null ? "add a line such as `" + name + ": 30` to policy.yaml" : nearest);
        return new Scope.Broken();
    }
}
