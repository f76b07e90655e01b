package org.migrationadvisor.rulebook.engine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/** Takes the matches of one evaluation and counts them by rule. */
final class MatchSink {
    private final List<RuleDefinition> rules;
    private final Consumer<Match> matches;
    private final int limit;
    private final int[] held;
    private int all;

    MatchSink(List<RuleDefinition> rules, Consumer<Match> matches, int limit) {
        this.rules = rules;
        this.matches = matches;
        this.limit = limit;
        this.held = new int[rules.size()];
    }

    void add(int rule, @Nullable Object[] facts) {
        held[rule]++;
        if (++all <= limit) {
            matches.accept(new Match(rules.get(rule), rule, facts));
        }
    }

    void requireWithinLimit() {
        if (all <= limit) {
            return;
        }
        int most = 0;
        for (int i = 1; i < held.length; i++) {
            if (held[i] > held[most]) {
                most = i;
            }
        }
        throw new RunawayRuleException(rules.get(most), held[most], limit);
    }
}
