package org.migrationadvisor.workbench.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.workbench.cases.CaseBook;
import org.migrationadvisor.workbench.cases.CaseRun;
import org.migrationadvisor.workbench.cases.RuleCase;

/**
 * How the cases of a folder fared against changed rules.
 *
 * @param rules how many rules were changed
 * @param mutants the changed rules that load, by file and place
 * @param failing cases that fail on the rules as they are; if there are any, nothing was measured
 */
public record MutationRun(int rules, List<Mutant> mutants, List<RuleCase> failing) {

    public MutationRun {
        mutants = List.copyOf(mutants);
        failing = List.copyOf(failing);
    }

    /**
     * A changed rule.
     *
     * @param mutation the change
     * @param killedBy the first case that failed with it; empty if it survived
     */
    public record Mutant(Mutation mutation, Optional<RuleCase> killedBy) {
        public boolean survived() {
            return killedBy.isEmpty();
        }
    }

    /**
     * Changes the rules of a folder one at a time and runs the cases against each.
     *
     * @throws RulebookException if the rules or the cases do not load
     */
    public static MutationRun of(RulesFolder folder) {
        List<RuleCase> cases = CaseBook.read(folder).cases();
        CaseRun unchanged = new CaseRun(folder);
        List<RuleCase> failing =
                cases.stream().filter(each -> !unchanged.passes(each)).toList();
        Rulebook rulebook = Rulebook.load(folder);
        List<RuleDefinition> rules = rulebook.allRules();
        List<String> codes = List.copyOf(rulebook.codes().keySet());
        if (!failing.isEmpty()) {
            return new MutationRun(rules.size(), List.of(), failing);
        }
        List<Mutant> mutants = rules.stream()
                .flatMap(rule -> Mutations.of(rule, codes).stream())
                .parallel()
                .flatMap(mutation -> run(folder, mutation, cases).stream())
                .toList();
        return new MutationRun(rules.size(), mutants, List.of());
    }

    /** The mutant; empty if it does not load, so that nobody could use it by mistake. */
    private static Optional<Mutant> run(RulesFolder folder, Mutation mutation, List<RuleCase> cases) {
        List<RuleCase> nearestFirst = new ArrayList<>(cases);
        nearestFirst.sort(Comparator.comparing(each -> !isBeside(each, mutation)));
        CaseRun run = new CaseRun(folder.with(mutation.file(), mutation.mutated()));
        try {
            return Optional.of(new Mutant(
                    mutation,
                    nearestFirst.stream().filter(each -> !passes(run, each)).findFirst()));
        } catch (RulebookException doesNotLoad) {
            return Optional.empty();
        }
    }

    private static boolean isBeside(RuleCase ruleCase, Mutation mutation) {
        return ruleCase.file().replace(".cases.yaml", ".drl").equals(mutation.file());
    }

    private static boolean passes(CaseRun run, RuleCase ruleCase) {
        try {
            return run.passes(ruleCase);
        } catch (RunawayRuleException runsAway) {
            return false;
        }
    }

    /** The changes that no case noticed. */
    public List<Mutant> survivors() {
        return mutants.stream().filter(Mutant::survived).toList();
    }

    /** The share of changes that a case noticed, 0 to 100; 100 if there are none. */
    public double percent() {
        return mutants.isEmpty() ? 100 : 100.0 * (mutants.size() - survivors().size()) / mutants.size();
    }
}
