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
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;
import org.migrationadvisor.workbench.gaps.FieldUse.FieldOf;

/**
 * Finds the values of a fact that some rules cannot tell apart: no condition of theirs comes out differently for them,
 * whatever the other facts in it are. One value then stands for all of them.
 */
final class Alike {
    private static final BigInteger MOST_CONTEXTS = BigInteger.valueOf(20_000);
    private static final @Nullable Object[] NO_OTHERS = {};

    private final DecisionSpace space;
    private final FactAssembler assembler;
    private final Map<Question, List<String>> answers = new HashMap<>();

    Alike(DecisionSpace space, FactAssembler assembler) {
        this.space = space;
        this.assembler = assembler;
    }

    /** How a condition comes out for the values of an axis, over all combinations of others. */
    private record Question(Constraint constraint, int axis, BitSet others) {}

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
        List<StringBuilder> outcomes = new ArrayList<>();
        for (int value = 0; value < values; value++) {
            outcomes.add(new StringBuilder());
        }
        for (RuleDefinition rule : rules) {
            for (Condition condition : FieldUse.conditions(rule)) {
                BitSet involved = involved(condition, space.axes().get(axis).second(), searched);
                if (!involved.get(axis)) {
                    continue;
                }
                involved.clear(axis);
                if (!condition.alone() || space.size(involved).compareTo(MOST_CONTEXTS) > 0) {
                    return apart(values);
                }
                List<String> answer = answers.computeIfAbsent(
                        new Question(condition.constraint(), axis, involved), question -> ask(condition, question));
                for (int value = 0; value < values; value++) {
                    outcomes.get(value).append(answer.get(value));
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

    private static List<int[]> apart(int values) {
        return IntStream.range(0, values).mapToObj(value -> new int[] {value}).toList();
    }

    /** The searched axes from which a condition's fields are made, for the first subscription or the second. */
    private BitSet involved(Condition condition, boolean second, BitSet searched) {
        BitSet involved = new BitSet();
        for (FieldOf field : condition.fields()) {
            List<RawFact> made = Derivation.of(field.type(), field.property());
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
    private Iterable<RawFact> withBases(List<RawFact> facts) {
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

    /** For each value of the axis how the condition comes out in each combination of the others. */
    private List<String> ask(Condition condition, Question question) {
        boolean second = space.axes().get(question.axis()).second();
        boolean countVaries = question.others().get(space.index(RawFact.SUBSCRIPTIONS, false));
        int[] varied = question.others().stream().toArray();
        int[] input = second && !countVaries ? space.plain(2) : space.plain();
        List<String> answer = new ArrayList<>();
        for (int value = 0; value < space.axes().get(question.axis()).choices().size(); value++) {
            StringBuilder outcomes = new StringBuilder();
            input[question.axis()] = value;
            do {
                outcomes.append(outcome(condition, input, second));
            } while (next(input, varied));
            answer.add(outcomes.toString());
        }
        return answer;
    }

    /** Goes on to the next combination of some axes; false after the last. */
    private boolean next(int[] input, int[] varied) {
        for (int axis : varied) {
            if (++input[axis] < space.axes().get(axis).choices().size()) {
                return true;
            }
            input[axis] = 0;
        }
        return false;
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
