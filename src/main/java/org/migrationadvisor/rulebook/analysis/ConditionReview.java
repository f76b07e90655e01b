package org.migrationadvisor.rulebook.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Group;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;

/** Finds conditions of a rule that can never hold, and those that hold anyway. */
final class ConditionReview {
    private static final Comparator<Atom> BY_PLACE =
            Comparator.comparingInt(atom -> atom.constraint().span().start());

    private final RuleDefinition rule;
    private final SharedSubjects worlds;
    private final LocalDate today;
    private final Problems problems;
    private boolean canFire = true;

    /** @param today the day from which on conditions must be able to hold */
    ConditionReview(RuleDefinition rule, Map<String, Object> policy, LocalDate today, Problems problems) {
        this.rule = rule;
        this.worlds = new SharedSubjects(rule, policy);
        this.today = today;
        this.problems = problems;
    }

    /** Tells what it finds; whether the rule may fire at all. */
    boolean run() {
        worlds.apart().forEach(atoms -> review(atoms, "so the rule never fires"));
        for (RuleDefinition.Condition condition : rule.conditions()) {
            if (condition instanceof Pattern || condition instanceof RuleDefinition.Lookup) {
                continue;
            }
            boolean before = canFire;
            String then = consequence(condition);
            for (Pattern pattern : CustomerTies.patterns(condition)) {
                review(worlds.alone(pattern), then);
            }
            if (condition instanceof Accumulate accumulate) {
                canFire = before;
                results(accumulate);
            } else if (((Group) condition).negated()) {
                canFire = before;
            }
        }
        return canFire;
    }

    private static String consequence(RuleDefinition.Condition condition) {
        if (condition instanceof Group group) {
            return group.negated() ? "so the `not` around it always holds" : "so the rule never fires";
        }
        return "so no fact is ever counted";
    }

    private void review(List<Atom> atoms, String then) {
        if (ConditionSearch.isEmpty(atoms)) {
            canFire = false;
            tellContradiction(core(atoms, ConditionSearch::isEmpty), then);
        } else if (ConditionSearch.isEmpty(atoms, today)) {
            tellOver(core(atoms, fewer -> ConditionSearch.isEmpty(fewer, today)));
        } else {
            tellSuperfluous(atoms);
        }
    }

    /** The fewest conditions that contradict each other, those that come first in the file kept. */
    private static List<Atom> core(List<Atom> atoms, Predicate<List<Atom>> isEmpty) {
        List<Atom> core = new ArrayList<>(atoms);
        for (int i = core.size() - 1; i >= 0; i--) {
            List<Atom> fewer = new ArrayList<>(core);
            fewer.remove(i);
            if (isEmpty.test(fewer)) {
                core = fewer;
            }
        }
        core.sort(BY_PLACE);
        return core;
    }

    private void tellContradiction(List<Atom> core, String then) {
        Atom last = core.get(core.size() - 1);
        List<Atom> others = core.subList(0, core.size() - 1);
        String how =
                others.isEmpty() ? ", which can never hold" : ", which cannot hold together with " + listed(others);
        problems.warning(
                ProblemKind.NEVER_HOLDS,
                rule.file(),
                last.constraint().span(),
                "found `" + last.written() + "`" + how + policy(core),
                then + ": change one of the conditions, or remove the rule");
    }

    private void tellOver(List<Atom> core) {
        Atom last = core.get(core.size() - 1);
        List<Atom> others = core.subList(0, core.size() - 1);
        problems.warning(
                ProblemKind.NEVER_AGAIN,
                rule.file(),
                last.constraint().span(),
                "found `" + last.written() + "`, which from " + today + " on can never hold"
                        + (others.isEmpty() ? "" : " together with " + listed(others)) + policy(core),
                "remove what is over, or change the date");
    }

    private String listed(List<Atom> atoms) {
        return atoms.stream()
                .map(atom -> "`" + atom.written() + "` in line " + atom.line())
                .collect(Collectors.joining(" and "));
    }

    /** The values of the policy on which it depends, for a message. */
    private static String policy(List<Atom> atoms) {
        Map<String, Object> read = new TreeMap<>();
        atoms.forEach(atom -> read.putAll(atom.policy()));
        return read.isEmpty()
                ? ""
                : read.entrySet().stream()
                        .map(entry -> entry.getKey() + " is " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /**
     * Tells of conditions that change nothing. What only follows from the present values of the policy is left alone:
     * they are there to be changed.
     */
    private void tellSuperfluous(List<Atom> atoms) {
        List<Atom> left = new ArrayList<>(atoms);
        for (int i = left.size() - 1; i >= 0; i--) {
            Atom atom = left.get(i);
            List<Atom> others = new ArrayList<>(left);
            others.remove(i);
            boolean tie = atom.fields().isEmpty() && atom.constraint().join() != null;
            if (!tie && ConditionSearch.implies(others, atom)) {
                List<Atom> needed = needed(others, atom);
                boolean byPolicy = !atom.policy().isEmpty()
                        || needed.stream().anyMatch(other -> !other.policy().isEmpty());
                if (!byPolicy) {
                    left.remove(i);
                    problems.warning(
                            ProblemKind.ALWAYS_HOLDS,
                            rule.file(),
                            atom.constraint().span(),
                            "found `" + atom.written() + "`, which always holds"
                                    + (needed.isEmpty() ? "" : " where " + listed(needed) + " does"),
                            "remove it, or write what was meant");
                }
            }
        }
    }

    private static List<Atom> needed(List<Atom> others, Atom implied) {
        List<Atom> needed = new ArrayList<>(others);
        for (int i = needed.size() - 1; i >= 0; i--) {
            List<Atom> fewer = new ArrayList<>(needed);
            fewer.remove(i);
            if (ConditionSearch.implies(fewer, implied)) {
                needed = fewer;
            }
        }
        needed.sort(BY_PLACE);
        return needed;
    }

    /** Tells of conditions on the result of {@code accumulate} that no number fulfils. */
    private void results(Accumulate accumulate) {
        if (accumulate.constraints().isEmpty()
                || accumulate.constraints().stream()
                        .anyMatch(constraint -> Expressions.calculates(constraint.expression()))) {
            return;
        }
        Constants constants = new Constants();
        for (Constraint constraint : accumulate.constraints()) {
            constants.add(constraint, worlds.policy());
        }
        Candidates candidates = new Candidates(constants, false, FactTable.STANDARD);
        boolean counts = accumulate.function().equals("count");
        boolean possible = (counts ? candidates.wholes() : candidates.decimals())
                .stream().anyMatch(number -> accumulate.constraints().stream()
                        .allMatch(constraint -> constraint.holds(null, new Object[] {number})));
        if (!possible) {
            canFire = false;
            Constraint last =
                    accumulate.constraints().get(accumulate.constraints().size() - 1);
            problems.warning(
                    ProblemKind.NEVER_HOLDS,
                    rule.file(),
                    last.span(),
                    "found conditions on the " + accumulate.function()
                            + " that no number of 0 or more fulfils, such as `"
                            + rule.file().text(last.span()) + "`",
                    "so the rule never fires: change one of the conditions, or remove the rule");
        }
    }
}
