package org.migrationadvisor.workbench.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.trace.Attempt;
import org.migrationadvisor.rulebook.trace.ConditionTrace;
import org.migrationadvisor.rulebook.trace.ConditionTrace.Kind;
import org.migrationadvisor.rulebook.trace.RuleTrace;

/**
 * How much of the rules the cases reach.
 *
 * @param rules the rules by file and line
 */
public record Coverage(List<OfRule> rules) {

    public Coverage {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param firedIn in how many cases it fired
     * @param conditions its conditions in the order of the file
     */
    public record OfRule(String id, String file, int line, int firedIn, List<OfCondition> conditions) {
        public OfRule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A condition.
     *
     * @param held whether it held in some case, with everything before it
     * @param failedFirst whether it was the first to fail in some case
     */
    public record OfCondition(String text, int line, int column, boolean held, boolean failedFirst) {

        /** Whether cases show both of its sides. */
        public boolean covered() {
            return held && failedFirst;
        }
    }

    /** How many conditions are covered. */
    public long covered() {
        return all().stream().filter(OfCondition::covered).count();
    }

    /** How many conditions there are. */
    public int conditions() {
        return all().size();
    }

    /** The share of conditions that are covered, 0 to 100; 100 if there are none. */
    public double percent() {
        return all().isEmpty() ? 100 : 100.0 * covered() / conditions();
    }

    private List<OfCondition> all() {
        return rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
    }

    static Coverage of(RulebookByPolicy rulebooks, List<RuleCase> cases) {
        Map<String, Counter> counters = new LinkedHashMap<>();
        rulebooks.get(Map.of()).allRules().forEach(rule -> counters.put(rule.id(), new Counter(rule)));
        for (RuleCase ruleCase : cases) {
            Rulebook rulebook = rulebooks.get(ruleCase.policy());
            FactAssembler assembler = new FactAssembler(rulebook);
            List<Object> facts =
                    rulebook.definitions().concluded(assembler.facts(ruleCase.customer(), ruleCase.asOf()));
            for (RuleDefinition rule : rulebook.allRules()) {
                Counter counter = counters.get(rule.id());
                if (counter != null) {
                    counter.startCase();
                    RuleTrace.eachAttempt(rule, facts, rulebook.policy(), counter::add);
                }
            }
        }
        return new Coverage(counters.values().stream().map(Counter::result).toList());
    }

    /** Counts for one rule. */
    private static final class Counter {
        private final RuleDefinition rule;
        private final List<ConditionTrace> conditions = new ArrayList<>();
        private boolean[] held = {};
        private boolean[] failedFirst = {};
        private boolean fired;
        private int firedIn;

        Counter(RuleDefinition rule) {
            this.rule = rule;
        }

        void startCase() {
            fired = false;
        }

        void add(Attempt attempt) {
            if (conditions.isEmpty()) {
                conditions.addAll(attempt.conditions());
                held = new boolean[conditions.size()];
                failedFirst = new boolean[conditions.size()];
            }
            int inOrder = attempt.heldInOrder();
            for (int i = 0; i < inOrder; i++) {
                held[i] = true;
            }
            if (inOrder < conditions.size()) {
                failedFirst[inOrder] = true;
            } else if (!fired) {
                fired = true;
                firedIn++;
            }
        }

        OfRule result() {
            List<OfCondition> found = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                ConditionTrace condition = conditions.get(i);
                // That there is a fact or a number at all is no line that somebody wrote.
                if (condition.kind() != Kind.FACT && condition.kind() != Kind.RESULT) {
                    found.add(new OfCondition(
                            condition.text(), condition.line(), condition.column(), held[i], failedFirst[i]));
                }
            }
            return new OfRule(rule.id(), rule.file().name(), rule.line(), firedIn, found);
        }
    }
}
