package org.migrationadvisor.rulebook.engine;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/**
 * One evaluation: takes its matches, counts them by rule, and counts how often rules combine facts, so that a rule is
 * stopped that would use up memory or time before it holds for any. Its facts lead to it, as the rule network is shared
 * by all evaluations.
 */
final class Evaluation {
    private static final long TRIED_PER_KEPT = 100;
    private static final long MOST_TRIED = 50_000_000;
    private static final int LARGE = 50_000;
    private static final Semaphore ONE_LARGE = new Semaphore(1);

    private final List<RuleDefinition> rules;
    private final Consumer<Match> matches;
    private final int limit;
    private final long mostTried;
    private final int[] held;
    private int all;
    private long kept;
    private long tried;
    private boolean isLarge;

    /**
     * @param matches takes each rule that holds
     * @param limit how often rules may hold, all rules together, and how many combinations of facts they may keep; a
     *     hundred times as many may be tried
     */
    Evaluation(List<RuleDefinition> rules, Consumer<Match> matches, int limit) {
        this.rules = rules;
        this.matches = matches;
        this.limit = limit;
        this.mostTried = Math.min(TRIED_PER_KEPT * limit, MOST_TRIED);
        this.held = new int[rules.size()];
    }

    void add(int rule, int customer, @Nullable Object[] facts) {
        held[rule]++;
        if (all == LARGE) {
            grow();
        }
        if (++all > limit) {
            throw heldTooOften();
        }
        matches.accept(new Match(rules.get(rule), rule, customer, facts));
    }

    /** Notes that a rule looks at one more combination; always true. */
    boolean tries(RuleDefinition rule) {
        if (++tried > mostTried) {
            throw new RunawayRuleException(rule, mostTried, isLimitOfHeap());
        }
        return true;
    }

    /** Notes that a combination fulfils what the rule asks for so far; always true. */
    boolean keeps(RuleDefinition rule) {
        if (++kept == LARGE) {
            grow();
        }
        if (kept > limit) {
            throw new RunawayRuleException(rule, limit, isLimitOfHeap());
        }
        return true;
    }

    /** Goes on once no other evaluation is large. */
    private void grow() {
        if (!isLarge) {
            ONE_LARGE.acquireUninterruptibly();
            isLarge = true;
        }
    }

    /** Lets the next one be large. */
    void end() {
        if (isLarge) {
            isLarge = false;
            ONE_LARGE.release();
        }
    }

    private boolean isLimitOfHeap() {
        return limit == RuleEngine.limitOfHeap();
    }

    private RunawayRuleException heldTooOften() {
        int most = 0;
        for (int i = 1; i < held.length; i++) {
            if (held[i] > held[most]) {
                most = i;
            }
        }
        return new RunawayRuleException(rules.get(most), held[most], limit, isLimitOfHeap());
    }
}
