package org.migrationadvisor.rulebook.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationadvisor.rulebook.semantics.Evaluator;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** Collects the shapes of facts: each is what a pattern asks of its own fact alone. Equal ones count once. */
final class FactShapes {
    private final Map<Object, OfType> types = new HashMap<>();
    private final List<List<Integer>> askers = new ArrayList<>();

    /** Conditions and shapes of one type of fact. */
    private static final class OfType {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Evaluator> conditions = new ArrayList<>();
        private final Map<BitSet, Integer> shapes = new LinkedHashMap<>();

        int number(List<Constraint> own, int next) {
            BitSet shape = new BitSet();
            own.forEach(condition -> shape.set(number(condition)));
            Integer known = shapes.putIfAbsent(shape, next);
            return known == null ? next : known;
        }

        private int number(Constraint condition) {
            return numbers.computeIfAbsent(condition.text(), key -> {
                conditions.add(condition.reading().term());
                return conditions.size() - 1;
            });
        }
    }

    /** Whether a condition asks for nothing but the pattern's own fact. */
    static boolean isOwn(Constraint constraint) {
        return constraint.reading().slots().isEmpty();
    }

    /**
     * The number of a pattern's shape among those of all types.
     *
     * @param rule the number of the rule that the pattern is part of
     */
    int add(Pattern pattern, int rule) {
        List<Constraint> own =
                pattern.constraints().stream().filter(FactShapes::isOwn).toList();
        int number = types.computeIfAbsent(pattern.type().kind(), key -> new OfType())
                .number(own, askers.size());
        if (number == askers.size()) {
            askers.add(new ArrayList<>());
        }
        askers.get(number).add(rule);
        return number;
    }

    /** For each shape, the number of the rule of each pattern that asks for it. */
    int[][] askers() {
        return askers.stream()
                .map(rules -> rules.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** What tells the shapes of facts, for those collected so far, by the kind of fact. */
    Map<Object, ShapeFinder> finders() {
        Map<Object, ShapeFinder> finders = new HashMap<>();
        types.forEach((kind, of) -> finders.put(kind, new ShapeFinder(of.conditions, of.shapes)));
        return Map.copyOf(finders);
    }
}
