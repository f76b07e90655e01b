package org.migrationadvisor.rulebook.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** Which conditions of a rule are about the same customer and subscription, so that they can be searched together. */
final class SharedSubjects {
    private final RuleDefinition rule;
    private final Map<String, Object> policy;

    /** @param policy the values of the policy by name */
    SharedSubjects(RuleDefinition rule, Map<String, Object> policy) {
        this.rule = rule;
        this.policy = policy;
    }

    /** The conditions on the facts that must be there, if at most one of them is a subscription; else empty. */
    Optional<List<Atom>> together() {
        List<Pattern> patterns = topPatterns();
        long subscriptions = patterns.stream()
                .filter(pattern -> Fields.isSubscription(pattern.type()))
                .count();
        if (subscriptions > 1 || !CustomerTies.untied(rule).isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, FactType> facts = new HashMap<>();
        patterns.forEach(pattern -> facts.put(pattern.slot(), pattern.type()));
        List<Atom> atoms = new ArrayList<>();
        patterns.forEach(pattern -> atoms.addAll(atoms(pattern, facts)));
        return Optional.of(atoms);
    }

    /** The conditions of each group of facts that can be searched together. */
    List<List<Atom>> apart() {
        return together()
                .map(List::of)
                .orElseGet(() -> topPatterns().stream().map(this::alone).toList());
    }

    /** The conditions of one pattern, those that name other facts being opaque. */
    List<Atom> alone(Pattern pattern) {
        return atoms(pattern, Map.of(pattern.slot(), pattern.type()));
    }

    List<Pattern> topPatterns() {
        return rule.conditions().stream()
                .filter(Pattern.class::isInstance)
                .map(Pattern.class::cast)
                .toList();
    }

    /** The values of the policy by name. */
    Map<String, Object> policy() {
        return policy;
    }

    private List<Atom> atoms(Pattern pattern, Map<Integer, FactType> facts) {
        return pattern.constraints().stream()
                .map(constraint -> Atom.of(rule, pattern, constraint, facts, policy))
                .toList();
    }
}
