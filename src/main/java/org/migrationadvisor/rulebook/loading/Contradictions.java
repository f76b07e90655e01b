package org.migrationadvisor.rulebook.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * What the advice of a rules folder must never be, from {@code contradictions.yaml}. It checks rules and changes no
 * advice.
 *
 * @param exclusive the codes that exclude each other
 * @param due the codes of which one must come
 */
public record Contradictions(List<Exclusive> exclusive, List<Due> due) {

    /** The conditions as rules, which are none of the rulebook's. */
    public List<RuleDefinition> rules() {
        return due.stream().map(Due::rule).toList();
    }

    /** Nothing is declared. */
    public static final Contradictions NONE = new Contradictions(List.of(), List.of());

    public Contradictions {
        exclusive = List.copyOf(exclusive);
        due = List.copyOf(due);
    }

    /**
     * Advice of which a subscription gets at most one; that of its customer counts as its own. Each is named by its code,
     * as {@code CODE/RULE-ID} where only one rule's advice is meant, or as {@code CODE{field}} where only such that
     * reports the value of a field.
     *
     * @param name a sentence
     * @param codes what excludes each of the excluded; without any, what excludes one another, two or more
     * @param excluded what the codes exclude; may be empty
     * @param file the file in which it is declared
     * @param line its line, counted from 1
     */
    public record Exclusive(String name, List<String> codes, List<String> excluded, String file, int line) {
        public Exclusive {
            codes = List.copyOf(codes);
            excluded = List.copyOf(excluded);
        }

        /** Two that exclude each other. */
        public record Pair(String code, String other) {}

        /** All pairs that exclude each other, in the order of the declaration. */
        public List<Pair> pairs() {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                List<String> others = excluded.isEmpty() ? codes.subList(i + 1, codes.size()) : excluded;
                for (String other : others) {
                    pairs.add(new Pair(codes.get(i), other));
                }
            }
            return pairs;
        }

        /** Whether one of the {@link #codes} means what a rule recommends, by the names of the values that it reports. */
        public static boolean names(String code, String recommended, String ruleId, Set<String> reported) {
            if (!code.endsWith("}")) {
                return code.equals(recommended) || code.equals(recommended + "/" + ruleId);
            }
            int brace = code.indexOf('{');
            return code.substring(0, brace).equals(recommended)
                    && reported.contains(code.substring(brace + 1, code.length() - 1));
        }
    }

    /** How many pairs of advice are declared to exclude each other, each counted once. */
    public int pairs() {
        return (int) exclusive.stream()
                .flatMap(each -> each.pairs().stream())
                .map(pair -> Set.of(pair.code(), pair.other()))
                .distinct()
                .count();
    }

    /**
     * Codes of which at least one must come wherever a condition holds: for a subscription about it or its customer, for
     * a customer anywhere in its advice.
     *
     * @param name a sentence
     * @param text the condition as written, such as {@code Subscription( moving )}
     * @param rule the condition as a rule, which is not one of the rulebook's
     * @param codes the codes, one or more
     * @param file the file in which it is declared
     * @param line its line, counted from 1
     */
    public record Due(String name, String text, RuleDefinition rule, List<String> codes, String file, int line) {
        private static final @Nullable Object[] NO_OTHERS = {};

        public Due {
            codes = List.copyOf(codes);
        }

        /** Whether one of the codes must come for a fact. */
        public boolean holds(Object fact) {
            Pattern pattern = (Pattern) rule.conditions().get(0);
            if (!pattern.type().isInstance(fact)) {
                return false;
            }
            for (Constraint constraint : pattern.constraints()) {
                if (!constraint.holds(fact, NO_OTHERS)) {
                    return false;
                }
            }
            return true;
        }
    }
}
