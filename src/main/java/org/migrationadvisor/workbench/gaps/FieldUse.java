package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.semantics.Vocabulary;

/** The conditions of a rule with the fields of the list that each reads, itself or through definitions. */
final class FieldUse {

    /**
     * A condition on facts.
     *
     * @param type the kind of fact on which it stands
     * @param constraint the condition
     * @param fields the fields that it reads, of this fact and of others
     * @param concluding the rules of the definitions through which it reads them
     * @param alone whether it reads this fact and its customer only
     */
    record Condition(
            FactType type,
            Constraint constraint,
            List<Property> fields,
            List<RuleDefinition> concluding,
            boolean alone) {}

    private FieldUse() {}

    /** All conditions of a rule and of the definitions that it depends on. */
    static List<Condition> allConditions(RuleDefinition rule) {
        return Stream.concat(
                        Stream.of(rule), RuleReads.allDefinitions(rule).stream().flatMap(each -> each.rules().stream()))
                .flatMap(each -> conditions(each).stream())
                .toList();
    }

    /** All conditions of a rule, those inside {@code not}, {@code exists} and {@code accumulate} as well. */
    static List<Condition> conditions(RuleDefinition rule) {
        Map<Integer, FactType> types = new HashMap<>();
        CustomerTies.patterns(rule).forEach(pattern -> types.put(pattern.slot(), pattern.type()));
        List<Condition> conditions = new ArrayList<>();
        for (Pattern pattern : CustomerTies.patterns(rule)) {
            for (Constraint constraint : pattern.constraints()) {
                Set<Definition> behind = behind(constraint.reading(), pattern.type(), types);
                boolean alone = constraint.reading().slots().isEmpty()
                        && pattern.type().definition() == null
                        && behind.stream().allMatch(Definition::isOwn);
                conditions.add(new Condition(
                        pattern.type(), constraint, fields(constraint.reading(), behind), concluding(behind), alone));
            }
        }
        for (Accumulate accumulate : accumulates(rule)) {
            FactType type = accumulate.pattern().type();
            Reading argument = accumulate.argument();
            Set<Definition> behind = argument == null ? Set.of() : behind(argument, type, types);
            List<Property> fields = argument == null ? List.of() : fields(argument, behind);
            for (Constraint constraint : accumulate.constraints()) {
                conditions.add(new Condition(type, constraint, fields, concluding(behind), false));
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

    /** The definitions through which an expression reads what the list says. */
    private static Set<Definition> behind(Reading reading, FactType own, Map<Integer, FactType> types) {
        Set<Definition> behind = new LinkedHashSet<>(RuleReads.definitions(reading));
        for (FieldRead read : reading.fields()) {
            FactType type = read.slot() == FieldRead.OWN ? own : types.get(read.slot());
            if (type != null && type.definition() != null) {
                behind.addAll(RuleReads.withDefinitions(type.definition()));
            }
        }
        return behind;
    }

    private static List<RuleDefinition> concluding(Set<Definition> behind) {
        return behind.stream().flatMap(each -> each.rules().stream()).toList();
    }

    private static List<Property> fields(Reading reading, Set<Definition> behind) {
        Stream<Property> own = reading.fields().stream().map(FieldRead::path).map(path -> path.get(path.size() - 1));
        Stream<Property> concluded = concluding(behind).stream()
                .flatMap(rule -> RuleReads.fields(rule).stream())
                .map(RuleReads.Field::property);
        return Stream.concat(own, concluded)
                .filter(Vocabulary::isOfList)
                .distinct()
                .toList();
    }
}
