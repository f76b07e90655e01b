package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
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
     * @param rows values of tables that it depends on: where they change, its answer can
     */
    record Condition(
            FactType type,
            Constraint constraint,
            List<Property> fields,
            List<RuleDefinition> concluding,
            boolean alone,
            Collection<Object> rows) {}

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
        List<Condition> conditions = new ArrayList<>();
        for (Pattern pattern : CustomerTies.patterns(rule)) {
            for (Constraint constraint : pattern.constraints()) {
                boolean alone =
                        constraint.reading().slots().isEmpty() && pattern.type().definition() == null;
                conditions.add(condition(rule, pattern.type(), constraint, constraint.reading(), alone));
            }
        }
        for (Accumulate accumulate : accumulates(rule)) {
            for (Constraint constraint : accumulate.constraints()) {
                conditions.add(condition(rule, accumulate.pattern().type(), constraint, accumulate.argument(), false));
            }
        }
        for (Lookup lookup : rule.lookups()) {
            Reading presence = lookup.presence().reading();
            boolean alone = lookup.on() >= 0 && presence.slots().isEmpty();
            conditions.add(condition(rule, typeOf(rule, lookup), lookup.presence(), presence, alone));
        }
        return conditions;
    }

    /** What is compared with the rows of tables, by a rule and the definitions that it depends on. */
    static List<Condition> rowConditions(RuleDefinition rule) {
        List<Condition> conditions = new ArrayList<>();
        for (Lookup lookup : rule.lookups()) {
            for (Constraint constraint : lookup.constraints()) {
                conditions.add(condition(rule, typeOf(rule, lookup), constraint, constraint.reading(), false));
            }
        }
        return conditions;
    }

    /** The type of the fact that decides a row last. */
    private static FactType typeOf(RuleDefinition rule, Lookup lookup) {
        List<Pattern> patterns = CustomerTies.patterns(rule);
        return patterns.stream()
                .filter(pattern -> pattern.slot() == lookup.on())
                .findFirst()
                .orElse(patterns.get(0))
                .type();
    }

    private static Condition condition(
            RuleDefinition rule, FactType type, Constraint constraint, @Nullable Reading read, boolean alone) {
        Map<Integer, FactType> types = new HashMap<>();
        CustomerTies.patterns(rule).forEach(pattern -> types.put(pattern.slot(), pattern.type()));
        TableUse tables = new TableUse(rule);
        List<FieldRead> reads = read == null ? List.of() : tables.ofFacts(read.fields());
        Set<Definition> behind = behind(reads, type, types);
        return new Condition(
                type,
                constraint,
                fields(reads, behind),
                concluding(behind),
                alone && behind.stream().allMatch(Definition::isOwn),
                tables.values(constraint));
    }

    static List<Accumulate> accumulates(RuleDefinition rule) {
        return rule.conditions().stream()
                .filter(Accumulate.class::isInstance)
                .map(Accumulate.class::cast)
                .toList();
    }

    /** The definitions through which an expression reads what the list says. */
    private static Set<Definition> behind(List<FieldRead> reads, FactType own, Map<Integer, FactType> types) {
        Set<Definition> behind = new LinkedHashSet<>(RuleReads.definitions(reads));
        for (FieldRead read : reads) {
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

    private static List<Property> fields(List<FieldRead> reads, Set<Definition> behind) {
        Stream<Property> own = reads.stream().map(FieldRead::path).map(path -> path.get(path.size() - 1));
        Stream<Property> concluded = concluding(behind).stream()
                .flatMap(rule -> RuleReads.fields(rule).stream())
                .map(RuleReads.Field::property);
        return Stream.concat(own, concluded)
                .filter(Vocabulary::isOfList)
                .distinct()
                .toList();
    }
}
