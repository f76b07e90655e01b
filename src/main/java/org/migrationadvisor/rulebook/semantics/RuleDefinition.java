package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * A rule in which every name, type and value has been checked. Facts and results that the rule speaks of have a slot
 * number each, in the order of the file.
 *
 * @param id the stable id, such as {@code TIM-010}
 * @param sentence what the rule says, the rest of its name
 * @param file the rule's file
 * @param line the line of the rule's name, counted from 1
 * @param topic the package of the file
 * @param source the page and year that say so
 * @param conditions what must hold
 * @param slots how many slots the rule uses
 * @param outcome what follows where the conditions hold
 * @param lookups the rows of tables that the conditions ask for, wherever they stand
 * @param syntax the rule as written
 */
public record RuleDefinition(
        String id,
        String sentence,
        SourceFile file,
        int line,
        String topic,
        String source,
        List<Condition> conditions,
        int slots,
        Outcome outcome,
        List<Lookup> lookups,
        Syntax.Rule syntax) {

    /** What follows where the conditions of a rule hold. */
    public sealed interface Outcome permits Recommended, Concluded {
        /** Slot of the fact that it is about. */
        int subject();
    }

    /**
     * Advice.
     *
     * @param code what is recommended
     * @param subject slot of the fact that it is about
     * @param actFrom first day on which to act; null if the rule names none
     * @param actBy last day on which to act; null if the rule names none
     * @param actor who acts; null if the rule names nobody, so that the catalogue says it
     * @param values what the rule reads, by the name under which it is reported
     */
    public record Recommended(
            String code,
            int subject,
            @Nullable Reading actFrom,
            @Nullable Reading actBy,
            @Nullable Reading actor,
            List<Value> values)
            implements Outcome {}

    /**
     * A definition that holds for a fact.
     *
     * @param definition what is concluded
     * @param subject slot of the fact that it is about
     * @param values what the definition gives besides, in its order
     */
    public record Concluded(Definition definition, int subject, List<Reading> values) implements Outcome {}

    /** Slot of the fact that the rule is about. */
    public int subject() {
        return outcome.subject();
    }

    /** Whether the rule concludes what others read, instead of recommending. */
    public boolean concludes() {
        return outcome instanceof Concluded;
    }

    /**
     * What the rule recommends.
     *
     * @throws IllegalStateException if it concludes instead
     */
    public Recommended recommended() {
        if (outcome instanceof Recommended recommended) {
            return recommended;
        }
        throw new IllegalStateException("rule " + id + " recommends nothing");
    }

    /**
     * What the rule concludes.
     *
     * @throws IllegalStateException if it recommends instead
     */
    public Concluded concluded() {
        if (outcome instanceof Concluded concluded) {
            return concluded;
        }
        throw new IllegalStateException("rule " + id + " concludes nothing");
    }

    /** The code that the rule recommends. */
    public String code() {
        return recommended().code();
    }

    /** Whether a slot stands for the row of a table. */
    public boolean isRow(int slot) {
        return lookups.stream().anyMatch(lookup -> lookup.slot() == slot);
    }

    /** One condition of a rule. */
    public sealed interface Condition permits Pattern, Group, Accumulate, Lookup {}

    /** A fact that must be there. */
    public record Pattern(int slot, FactType type, @Nullable String binding, List<Constraint> constraints, Span span)
            implements Condition {

        /** The same pattern with further conditions. */
        public Pattern with(List<Constraint> more) {
            List<Constraint> all = new ArrayList<>(constraints);
            all.addAll(more);
            return new Pattern(slot, type, binding, List.copyOf(all), span);
        }
    }

    /**
     * Facts that must not be there, or of which at least one must.
     *
     * @param lookups the rows that the facts must have; each is among the constraints of one of the patterns
     */
    public record Group(boolean negated, List<Pattern> patterns, List<Lookup> lookups, Span span)
            implements Condition {}

    /**
     * A row of a table that must be there, or must not. No condition finds more than one.
     *
     * @param slot stands for the row in what the rule reads
     * @param row reads it
     * @param key what the table is asked for, by the names of the columns; behind them the day, if there is one
     * @param constraints what must hold for the row, which is their own fact
     * @param on slot of the last fact that decides it; negative if no fact does, or a result
     * @param presence the whole as a condition on that fact
     */
    public record Lookup(
            boolean negated,
            int slot,
            Table table,
            @Nullable String binding,
            Reading row,
            List<Value> key,
            List<Constraint> constraints,
            int on,
            Constraint presence,
            Span span)
            implements Condition {

        /** The row, with all facts of a match at hand; null if there is none, or the key is not known. */
        public @Nullable TableRow found(@Nullable Object[] facts) {
            return row.of(null, facts) instanceof TableRow known ? known : null;
        }

        /** Whether it holds, with all facts of a match at hand; a key that is not known makes it false. */
        public boolean holds(@Nullable Object[] facts) {
            return Boolean.TRUE.equals(isFound(facts));
        }

        /** Whether it holds, with all facts of a match at hand; null where the key is not known. */
        @Nullable
        Boolean isFound(@Nullable Object[] facts) {
            return (Boolean) presence.reading().of(on < 0 ? null : facts[on], facts);
        }

        /** What reads a column of the row; null where there is no row. */
        Reading column(FieldRead field) {
            Property column = field.path().get(0);
            Evaluator term =
                    (own, others) -> row.term().of(null, others) instanceof TableRow known ? column.of(known) : null;
            return new Reading(column.type(), term, row.slots(), List.of(field));
        }
    }

    /** A number made of all facts that match a pattern. */
    public record Accumulate(
            Pattern pattern,
            int slot,
            String function,
            @Nullable Reading argument,
            List<Constraint> constraints,
            Span span)
            implements Condition {}

    /**
     * A condition on a fact.
     *
     * @param text the condition with all names resolved: equal texts in one rule mean the same
     * @param span its place in the file
     * @param reading reads it: true or false
     * @param join the equality by which facts can be looked up; null if it is none
     * @param expression the condition as written
     * @param parts reads a part of the expression
     */
    public record Constraint(
            String text,
            Span span,
            Reading reading,
            @Nullable Join join,
            Syntax.Expression expression,
            Parts parts) {

        /** Whether the condition is an equality and nothing else, so that {@link #join} says all of it. */
        public boolean isJoin() {
            return join != null
                    && expression instanceof Syntax.Binary binary
                    && binary.operator().text().equals("==");
        }

        /** Whether the condition holds; an unknown fact makes it false. */
        public boolean holds(@Nullable Object self, @Nullable Object[] others) {
            return Boolean.TRUE.equals(reading.term().of(self, others));
        }
    }

    /** Gives the reading of a part of a condition; null for a part that is no value, such as {@code null}. */
    @FunctionalInterface
    public interface Parts {
        @Nullable
        Reading reading(Syntax.Expression part);
    }

    /**
     * An expression with the slots it needs.
     *
     * @param type the type of its value
     * @param term reads it
     * @param slots the slots of the other facts it names, in the order in which the term wants them
     * @param fields the fields it reads
     */
    public record Reading(ValueType type, Evaluator term, List<Integer> slots, List<FieldRead> fields) {

        /** Reads it with all facts of a match at hand. */
        public @Nullable Object of(@Nullable Object self, @Nullable Object[] facts) {
            @Nullable Object[] others = new @Nullable Object[slots.size()];
            for (int i = 0; i < others.length; i++) {
                others[i] = facts[slots.get(i)];
            }
            return term.of(self, others);
        }

        /**
         * The values of the policy that it reads, by name.
         *
         * @param policy all values by name
         */
        public Map<String, Object> policyValues(Map<String, Object> policy) {
            Map<String, Object> read = new TreeMap<>();
            for (FieldRead field : fields) {
                String name = field.path().get(0).name();
                Object value = policy.get(name);
                if (field.slot() == FieldRead.POLICY && value != null) {
                    read.put(name, value);
                }
            }
            return read;
        }
    }

    /**
     * A field that an expression reads.
     *
     * @param slot slot of the fact; -1 for the pattern's own fact, -2 for the policy
     * @param path the fields from the fact to the value
     */
    public record FieldRead(int slot, List<Property> path) {
        /** Stands for the fact of the pattern in which the expression is. */
        public static final int OWN = -1;

        /** Stands for the policy. */
        public static final int POLICY = -2;

        FieldRead in(int ownSlot) {
            return slot == OWN ? new FieldRead(ownSlot, path) : this;
        }

        /** The path as rules write it. */
        public String name() {
            return String.join(".", path.stream().map(Property::name).toList());
        }
    }

    /** An equality between a field of the pattern's fact and a value that other facts give. */
    public record Join(Evaluator left, Evaluator right, List<Integer> slots) {
        private static final @Nullable Object[] NO_OTHERS = {};
        private static final Object UNKNOWN_KEY = new Object();
        private static final Object UNKNOWN_WANTED = new Object();

        /** The key under which the pattern's fact is found: equal to {@link #wanted} exactly if the join holds. */
        public Object key(Object self) {
            return comparable(left.of(self, NO_OTHERS), UNKNOWN_KEY);
        }

        /** The key to look for. */
        public Object wanted(@Nullable Object... others) {
            return comparable(right.of(null, others), UNKNOWN_WANTED);
        }

        private static Object comparable(@Nullable Object value, Object unknown) {
            return value == null ? unknown : Values.comparable(value);
        }
    }

    /** A value that is reported with a recommendation. */
    public record Value(String name, Reading reading) {}
}
