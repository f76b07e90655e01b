package org.migrationadvisor.workbench.cases;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.migrationadvisor.Advice;

/**
 * How a case went.
 *
 * @param ruleCase the case
 * @param advice the advice for its facts
 * @param fired the rules that recommended or concluded something, of all files
 * @param differences what was expected and what was found; empty if the case passed
 */
public record CaseResult(RuleCase ruleCase, Advice advice, Set<String> fired, List<Difference> differences) {

    public CaseResult {
        Objects.requireNonNull(ruleCase, "ruleCase");
        Objects.requireNonNull(advice, "advice");
        fired = Set.copyOf(fired);
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
