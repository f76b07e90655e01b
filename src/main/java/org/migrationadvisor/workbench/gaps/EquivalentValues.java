package org.migrationadvisor.workbench.gaps;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;

/**
 * Finds the values of a fact that some rules cannot tell apart: no condition of theirs comes out differently for them,
 * whatever the other facts in it are. One value then stands for all of them.
 */
final class EquivalentValues {
    private static final BigInteger MOST_COMBINATIONS = BigInteger.valueOf(300_000);
    private static final @Nullable Object[] NO_OTHERS = {};

    private final DecisionSpace space;
    private final FactAssembler assembler;
    private final Map<Question, char[]> answers = new HashMap<>();

    EquivalentValues(DecisionSpace space, FactAssembler assembler) {
        this.space = space;
        this.assembler = assembler;
    }

    /** How a condition comes out in all combinations of some axes, for the first subscription or the second. */
    private record Question(Constraint constraint, boolean second, BitSet axes) {}

    /**
     * The numbers of an axis' values, those that are alike to some rules in one array, in the order of their first.
     *
     * @param searched the axes that vary; all other facts stay plain
     */
    List<int[]> classes(int axis, Collection<RuleDefinition> rules, BitSet searched) {
        int values = space.axes().get(axis).choices().size();
        if (space.axes().get(axis).fact() == RawFact.SUBSCRIPTIONS) {
            return apart(values);
        }
        boolean second = space.axes().get(axis).second();
        List<StringBuilder> outcomes = new ArrayList<>();
        for (int value = 0; value < values; value++) {
            outcomes.add(new StringBuilder());
        }
        for (RuleDefinition rule : rules) {
            for (Condition condition : FieldUse.allConditions(rule)) {
                BitSet involved = involved(condition, second, searched);
                if (!involved.get(axis)) {
                    continue;
                }
                if (!condition.alone() || space.size(involved).compareTo(MOST_COMBINATIONS) > 0) {
                    return apart(values);
                }
                Question question = new Question(condition.constraint(), second, involved);
                char[] answer = answers.computeIfAbsent(question, key -> ask(condition, key));
                int stride = stride(involved, axis);
                for (int i = 0; i < answer.length; i++) {
                    outcomes.get(i / stride % values).append(answer[i]);
                }
            }
        }
        Map<String, List<Integer>> classes = new LinkedHashMap<>();
        for (int value = 0; value < values; value++) {
            classes.computeIfAbsent(outcomes.get(value).toString(), key -> new ArrayList<>())
                    .add(value);
        }
        return classes.values().stream()
                .map(alike -> alike.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** How many combinations of the axes before it each value of an axis takes. */
    private int stride(BitSet axes, int axis) {
        int stride = 1;
        for (int i = axes.nextSetBit(0); i < axis; i = axes.nextSetBit(i + 1)) {
            stride *= space.axes().get(i).choices().size();
        }
        return stride;
    }

    private static List<int[]> apart(int values) {
        return IntStream.range(0, values).mapToObj(value -> new int[] {value}).toList();
    }

    /** The searched axes from which a condition's fields are made, for the first subscription or the second. */
    private BitSet involved(Condition condition, boolean second, BitSet searched) {
        BitSet involved = new BitSet();
        for (Property field : condition.fields()) {
            Collection<RawFact> made = space.facts().of(field);
            if (made != null) {
                boolean ofAll = made.contains(RawFact.SUBSCRIPTIONS);
                for (RawFact fact : withBases(made)) {
                    if (ofAll || !second || !fact.ofSubscription()) {
                        involved.set(space.index(fact, false));
                    }
                    if (fact.ofSubscription() && (ofAll || second)) {
                        involved.set(space.index(fact, true));
                    }
                }
            }
        }
        involved.and(searched);
        return involved;
    }

    /** The facts and those to which values of them are relative. */
    private Iterable<RawFact> withBases(Collection<RawFact> facts) {
        TreeSet<RawFact> all = new TreeSet<>();
        List<RawFact> open = new ArrayList<>(facts);
        while (!open.isEmpty()) {
            RawFact fact = open.remove(open.size() - 1);
            if (all.add(fact)) {
                for (Choice choice : space.axes().get(space.index(fact, false)).choices()) {
                    if (choice instanceof Choice.Relative relative) {
                        open.add(relative.base());
                    }
                }
            }
        }
        return all;
    }

    private char[] ask(Condition condition, Question question) {
        int[] varied = question.axes().stream().toArray();
        boolean countVaries = question.axes().get(space.index(RawFact.SUBSCRIPTIONS, false));
        int[] start = question.second() && !countVaries ? space.plain(2) : space.plain();
        char[] answer = new char[space.size(question.axes()).intValue()];
        IntStream.range(0, answer.length).parallel().forEach(number -> {
            int[] input = start.clone();
            int rest = number;
            for (int axis : varied) {
                int values = space.axes().get(axis).choices().size();
                input[axis] = rest % values;
                rest /= values;
            }
            answer[number] = outcome(condition, input, question.second());
        });
        return answer;
    }

    /** Whether a condition holds, or that the input cannot be. */
    private char outcome(Condition condition, int[] input, boolean second) {
        if (!space.isPossible(input)) {
            return '-';
        }
        DecisionSpace.Drawn drawn = space.draw(input);
        List<Object> facts = assembler.facts(drawn.customer(), drawn.asOf());
        int at = condition.type().javaType() == SubscriptionFact.class ? (second ? 2 : 1) : 0;
        return at < facts.size() && condition.constraint().holds(facts.get(at), NO_OTHERS) ? '1' : '0';
    }
}
