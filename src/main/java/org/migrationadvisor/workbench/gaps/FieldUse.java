package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Group;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;

/** The conditions of a rule with the fields that each reads. */
final class FieldUse {

    /**
     * A condition on facts.
     *
     * @param type the kind of fact on which it stands
     * @param constraint the condition
     * @param fields the fields that it reads, of this fact and of others
     * @param alone whether it reads this fact and its customer only
     */
    record Condition(FactType type, Constraint constraint, List<Property> fields, boolean alone) {}

    private FieldUse() {}

    /** All conditions of a rule, those inside {@code not}, {@code exists} and {@code accumulate} as well. */
    static List<Condition> conditions(RuleDefinition rule) {
        List<Condition> conditions = new ArrayList<>();
        for (Pattern pattern : patterns(rule)) {
            for (Constraint constraint : pattern.constraints()) {
                boolean alone = constraint.reading().slots().isEmpty();
                conditions.add(new Condition(pattern.type(), constraint, fields(constraint.reading()), alone));
            }
        }
        for (Accumulate accumulate : accumulates(rule)) {
            List<Property> argument = accumulate.argument() == null ? List.of() : fields(accumulate.argument());
            for (Constraint constraint : accumulate.constraints()) {
                conditions.add(new Condition(accumulate.pattern().type(), constraint, argument, false));
            }
        }
        return conditions;
    }

    static List<Accumulate> accumulates(RuleDefinition rule) {
        return rule.conditions().stream()
                .filter(Accumulate.class::isInstance)
                .map(Accumulate.class::cast)
                .toList();
    }

    static List<Pattern> patterns(RuleDefinition rule) {
        List<Pattern> patterns = new ArrayList<>();
        for (RuleDefinition.Condition condition : rule.conditions()) {
            if (condition instanceof Pattern pattern) {
                patterns.add(pattern);
            } else if (condition instanceof Group group) {
                patterns.addAll(group.patterns());
            } else {
                patterns.add(((Accumulate) condition).pattern());
            }
        }
        return patterns;
    }

    private static List<Property> fields(Reading reading) {
        List<Property> fields = new ArrayList<>();
        for (FieldRead read : reading.fields()) {
            if (read.slot() != FieldRead.POLICY) {
                fields.add(read.path().get(read.path().size() - 1));
            }
        }
        return fields;
    }
}
