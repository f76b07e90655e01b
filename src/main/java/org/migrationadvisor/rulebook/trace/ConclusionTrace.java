package org.migrationadvisor.rulebook.trace;

import java.util.Objects;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;

/**
 * How a definition that a condition read came out for a fact.
 *
 * @param definition the definition
 * @param subject the fact that it is about
 * @param rule the rule that concluded it or, if none did, the one that came nearest
 * @param attempt how the conditions of that rule fared
 */
public record ConclusionTrace(Definition definition, Object subject, RuleDefinition rule, Attempt attempt) {
    public ConclusionTrace {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(attempt, "attempt");
    }
}
