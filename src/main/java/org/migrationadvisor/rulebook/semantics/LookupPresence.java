package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * Whether a table has the row that a pattern means, with all that must hold for it. It is unknown where the key or the day
 * is.
 *
 * @param text what says which row is meant, with all names resolved
 * @param row reads the row
 * @param constraints what must hold for the row, which is their own fact
 */
record LookupPresence(String text, Reading row, List<Constraint> constraints) {

    private List<Integer> slots() {
        return Stream.concat(
                        row.slots().stream(), constraints.stream().flatMap(each -> each.reading().slots().stream()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** The slot of the last fact that it names; negative if it names none. */
    int last() {
        List<Integer> slots = slots();
        return slots.isEmpty() ? FieldRead.OWN : slots.get(slots.size() - 1);
    }

    /**
     * The condition that it is on a fact.
     *
     * @param on slot of the fact that is its own one; negative if there is none
     * @param key the fields that the key reads
     */
    Constraint constraint(List<FieldRead> key, int on, boolean negated, Span span) {
        List<Integer> slots = slots().stream().filter(slot -> slot != on).toList();
        int most = Math.max(on, slots.stream().mapToInt(Integer::intValue).max().orElse(0));
        int[] places = slots.stream().mapToInt(Integer::intValue).toArray();
        Evaluator term = (own, others) -> {
            @Nullable Object[] facts = new @Nullable Object[most + 1];
            for (int i = 0; i < places.length; i++) {
                facts[places[i]] = others[i];
            }
            if (on >= 0) {
                facts[on] = own;
            }
            Boolean held = holds(own, facts);
            return held == null ? null : (Object) (held != negated);
        };
        List<FieldRead> fields = Stream.concat(
                        key.stream(), constraints.stream().flatMap(each -> each.reading().fields().stream()
                                .filter(field -> field.slot() != FieldRead.OWN)))
                .toList();
        Reading reading = new Reading(ValueType.TRUTH, term, slots, fields);
        String written =
                constraints.stream().map(Constraint::text).sorted().collect(Collectors.joining(", ", text + "(", ")"));
        return new Constraint(
                negated ? "no " + written : written,
                span,
                reading,
                null,
                new Syntax.Literal(Syntax.LiteralKind.TRUTH, "true", span),
                part -> null);
    }

    private @Nullable Boolean holds(@Nullable Object own, @Nullable Object[] facts) {
        Object found = row.of(own, facts);
        if (!(found instanceof TableRow)) {
            return found == null ? null : Boolean.FALSE;
        }
        Boolean all = true;
        for (Constraint constraint : constraints) {
            Object held = constraint.reading().of(found, facts);
            if (Boolean.FALSE.equals(held)) {
                return false;
            }
            all = held == null ? null : all;
        }
        return all;
    }
}
