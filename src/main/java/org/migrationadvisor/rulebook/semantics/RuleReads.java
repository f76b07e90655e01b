package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Concluded;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Recommended;

/** What a rule reads. */
public final class RuleReads {

    /**
     * A field that a rule reads.
     *
     * @param type the kind of fact at which the path starts
     * @param path the fields from there to the value
     */
    public record Field(FactType type, List<Property> path) {
        /** The field that is read in the end. */
        public Property property() {
            return path.get(path.size() - 1);
        }
    }

    private RuleReads() {}

    /** The fields that the conditions of a rule read, those of {@code accumulate} as well. */
    public static List<Field> fields(RuleDefinition rule) {
        Map<Integer, FactType> types = new HashMap<>();
        CustomerTies.patterns(rule).forEach(pattern -> types.put(pattern.slot(), pattern.type()));
        List<Field> fields = new ArrayList<>();
        for (Pattern pattern : CustomerTies.patterns(rule)) {
            pattern.constraints().forEach(constraint -> add(constraint.reading(), pattern.type(), types, fields));
        }
        rule.lookups().forEach(lookup -> add(lookup.presence().reading(), null, types, fields));
        readings(rule.outcome()).forEach(reading -> add(reading, null, types, fields));
        return fields;
    }

    private static void add(Reading reading, @Nullable FactType own, Map<Integer, FactType> types, List<Field> into) {
        for (FieldRead read : reading.fields()) {
            FactType type = read.slot() == FieldRead.OWN ? own : types.get(read.slot());
            if (type != null) {
                into.add(new Field(type, read.path()));
            }
        }
    }

    /** The definitions behind the fields of facts that an expression reads, and those that their rules read. */
    public static Set<Definition> definitions(List<FieldRead> fields) {
        return all(fields.stream()
                .flatMap(field -> field.path().stream())
                .flatMap(property -> Stream.ofNullable(Definition.behind(property)))
                .toList());
    }

    /** All that the conditions of a rule and what follows from them read. */
    public static Stream<Reading> readings(RuleDefinition rule) {
        Stream<Reading> conditions = rule.conditions().stream().flatMap(RuleReads::readings);
        return Stream.concat(conditions, readings(rule.outcome()));
    }

    private static Stream<Reading> readings(RuleDefinition.Condition condition) {
        if (condition instanceof RuleDefinition.Lookup lookup) {
            return Stream.of(lookup.presence().reading());
        }
        Stream<Constraint> constraints =
                CustomerTies.patterns(condition).stream().flatMap(pattern -> pattern.constraints().stream());
        if (condition instanceof Accumulate accumulate) {
            Stream<Reading> results = accumulate.constraints().stream().map(Constraint::reading);
            return Stream.of(constraints.map(Constraint::reading), results, Stream.ofNullable(accumulate.argument()))
                    .flatMap(each -> each);
        }
        return constraints.map(Constraint::reading);
    }

    private static Stream<Reading> readings(RuleDefinition.Outcome outcome) {
        if (outcome instanceof Concluded concluded) {
            return concluded.values().stream();
        }
        Recommended recommended = (Recommended) outcome;
        return Stream.of(recommended.actFrom(), recommended.actBy(), recommended.actor())
                .flatMap(Stream::ofNullable);
    }

    /** The definitions that a rule reads itself, as fields of facts or as patterns. */
    public static Set<Definition> definitions(RuleDefinition rule) {
        Set<Definition> read = new LinkedHashSet<>();
        CustomerTies.patterns(rule).stream()
                .flatMap(pattern -> Stream.ofNullable(pattern.type().definition()))
                .forEach(read::add);
        readings(rule)
                .flatMap(reading -> reading.fields().stream())
                .map(FieldRead::path)
                .flatMap(List::stream)
                .flatMap(property -> Stream.ofNullable(Definition.behind(property)))
                .forEach(read::add);
        return read;
    }

    /** The definitions that a rule depends on: those that it reads, those that their rules read, and so on. */
    public static Set<Definition> allDefinitions(RuleDefinition rule) {
        return all(definitions(rule));
    }

    /** A definition and those that it depends on. */
    public static Set<Definition> withDefinitions(Definition definition) {
        return all(List.of(definition));
    }

    private static Set<Definition> all(Collection<Definition> read) {
        Set<Definition> all = new LinkedHashSet<>();
        Deque<Definition> open = new ArrayDeque<>(read);
        while (!open.isEmpty()) {
            Definition next = open.remove();
            if (all.add(next)) {
                next.rules().forEach(each -> open.addAll(definitions(each)));
            }
        }
        return all;
    }
}
