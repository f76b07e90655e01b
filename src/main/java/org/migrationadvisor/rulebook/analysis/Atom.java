package org.migrationadvisor.rulebook.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.semantics.RuleReads;

/**
 * A condition on a fact, as far as trying values tells something of it.
 *
 * @param rule the rule that it is of
 * @param constraint the condition
 * @param own slot of the pattern's own fact
 * @param facts the slots whose facts are those of the world, by kind
 * @param fields the fields on which the answer depends
 * @param table the fields of the list
 * @param constants the values that it compares with
 * @param policy the values of the policy that it reads, by name
 * @param isOpaque whether trying values tells nothing: it calculates, or depends on other facts
 */
record Atom(
        RuleDefinition rule,
        Constraint constraint,
        int own,
        Map<Integer, FactType> facts,
        Set<String> fields,
        FactTable table,
        Constants constants,
        Map<String, Object> policy,
        boolean isOpaque) {

    static Atom of(
            RuleDefinition rule,
            Pattern pattern,
            Constraint constraint,
            Map<Integer, FactType> facts,
            Map<String, Object> policy) {
        Constants constants = new Constants();
        constants.add(constraint, policy);
        Set<String> fields = new HashSet<>();
        boolean opaque = pattern.type().definition() != null
                || Expressions.calculates(constraint.expression())
                || !facts.keySet().containsAll(constraint.reading().slots());
        for (FieldRead field : constraint.reading().fields()) {
            if (field.slot() == FieldRead.POLICY) {
                opaque |= !policy.containsKey(field.path().get(0).name());
                continue;
            }
            FactType type = field.slot() == FieldRead.OWN ? pattern.type() : facts.get(field.slot());
            Set<String> of = type == null || type.definition() != null
                    ? null
                    : Fields.of(field.path().get(field.path().size() - 1));
            if (of == null) {
                opaque = true;
            } else {
                fields.addAll(of);
            }
        }
        RuleReads.definitions(constraint.reading().fields()).stream()
                .flatMap(definition -> definition.rules().stream())
                .forEach(each -> {
                    constants.addConcluded(each, policy);
                    CustomerTies.patterns(each).stream()
                            .flatMap(one -> one.constraints().stream())
                            .forEach(one -> constants.add(one, policy));
                });
        Map<String, Object> read = constraint.reading().policyValues(policy);
        return new Atom(
                rule, constraint, pattern.slot(), facts, fields, pattern.type().table(), constants, read, opaque);
    }

    boolean holds(SampleFacts world) {
        List<Integer> slots = constraint.reading().slots();
        @Nullable Object[] others = new @Nullable Object[slots.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = fact(slots.get(i), world);
        }
        return constraint.holds(fact(own, world), others);
    }

    private @Nullable Object fact(int slot, SampleFacts world) {
        FactType type = facts.get(slot);
        return type == null ? null : Fields.isCustomer(type) ? world.customer() : world.subscription();
    }

    /** The condition as written, on one line. */
    String written() {
        return rule.file().text(constraint.span()).replaceAll("\\s+", " ");
    }

    int line() {
        return rule.file().line(constraint.span().start());
    }
}
