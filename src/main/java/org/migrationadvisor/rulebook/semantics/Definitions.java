package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the rules of a book define. Immutable and thread-safe. */
public final class Definitions {
    /** Those of a book that defines nothing. */
    public static final Definitions NONE = new Definitions(List.of());

    private final List<Definition> all;
    private final List<Definition> matched;

    /** @param all by file and line */
    Definitions(List<Definition> all) {
        this.all = List.copyOf(all);
        this.matched = all.stream().filter(Definition::isMatched).toList();
    }

    /** By file and line; unmodifiable. */
    public List<Definition> all() {
        return all;
    }

    /** The rules that conclude something, by definition; unmodifiable. */
    public List<RuleDefinition> rules() {
        return all.stream().flatMap(each -> each.rules().stream()).toList();
    }

    /** Whether patterns match conclusions, which have to be among the facts then. */
    public boolean areMatched() {
        return !matched.isEmpty();
    }

    /**
     * The facts of one customer with the conclusions about them that patterns match.
     *
     * @throws RunawayRuleException if a rule that concludes combines facts too often, or concludes too much
     */
    public List<Object> concluded(Collection<?> facts) {
        List<Object> complete = new ArrayList<>(facts);
        CustomerFacts known = new CustomerFacts(List.copyOf(facts));
        matched.forEach(definition -> complete.addAll(known.conclusions(definition)));
        return complete;
    }
}
