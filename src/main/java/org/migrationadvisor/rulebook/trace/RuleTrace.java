package org.migrationadvisor.rulebook.trace;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;

/**
 * How one rule fared over facts.
 *
 * @param rule the rule
 * @param attempts for each fact that the rule could recommend something for, the attempt that came nearest to a match;
 *     the nearest of them first
 */
public record RuleTrace(RuleDefinition rule, List<Attempt> attempts) {
    private static final Object NOT_REACHED = new Object();

    public RuleTrace {
        Objects.requireNonNull(rule, "rule");
        attempts = List.copyOf(attempts);
    }

    /**
     * Walks a rule.
     *
     * @param facts the facts of one customer
     * @param policy the values of the policy by name
     */
    public static RuleTrace of(RuleDefinition rule, Collection<?> facts, Map<String, Object> policy) {
        Map<Object, Attempt> nearest = new LinkedHashMap<>();
        eachAttempt(
                rule,
                facts,
                policy,
                attempt -> nearest.merge(
                        attempt.subject() == null ? NOT_REACHED : attempt.subject(), attempt, RuleTrace::nearer));
        List<Attempt> attempts =
                nearest.values().stream().sorted(Attempt.NEAREST_FIRST).toList();
        return new RuleTrace(rule, attempts);
    }

    /** Gives every choice of facts that the rule tries, each ending at its last match or first failure. */
    public static void eachAttempt(
            RuleDefinition rule, Collection<?> facts, Map<String, Object> policy, Consumer<Attempt> attempts) {
        new Tracer(new Tracer.Context(rule, policy, facts), attempts).walk();
    }

    private static Attempt nearer(Attempt a, Attempt b) {
        return Attempt.NEAREST_FIRST.compare(a, b) <= 0 ? a : b;
    }

    /** Whether the rule fires for a fact. */
    public boolean heldFor(Object subject) {
        return attempts.stream().anyMatch(attempt -> attempt.subject() == subject && attempt.held());
    }

    /** Whether the rule fires for any fact. */
    public boolean held() {
        return attempts.stream().anyMatch(Attempt::held);
    }

    /**
     * The attempt that came nearest to a match for a fact, or for any fact where none is given.
     *
     * @return empty if the rule cannot be about the fact
     */
    public Optional<Attempt> nearest(@Nullable Object subject) {
        return attempts.stream()
                .filter(attempt -> subject == null || attempt.subject() == null || attempt.subject() == subject)
                .min(Attempt.NEAREST_FIRST);
    }
}
