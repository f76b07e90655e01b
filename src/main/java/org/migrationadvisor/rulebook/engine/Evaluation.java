package org.migrationadvisor.rulebook.engine;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.HeapLimitException;
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

    /** What the engine keeps for one fact at one pattern takes an eighth of what a match may take, with room to spare. */
    private static final long PLACES_PER_KEPT = 8;

    private static final Semaphore ONE_LARGE = new Semaphore(1);

    private final List<RuleDefinition> rules;
    private final int[][] askers;
    private final Consumer<Match> matches;
    private final int limit;
    private final long mostTried;
    private final int[] held;
    private final int[] kept;
    private final int[] factsOfShape;
    private int facts;
    private long places;
    private int allHeld;
    private int allKept;
    private long tried;
    private boolean isLarge;

    /**
     * @param askers for each shape, the rule of each pattern that asks for it
     * @param matches takes each rule that holds
     * @param limit how often rules may hold, all rules together, and how many combinations of facts they may keep; a
     *     hundred times as many may be tried
     */
    Evaluation(List<RuleDefinition> rules, int[][] askers, Consumer<Match> matches, int limit) {
        this.rules = rules;
        this.askers = askers;
        this.matches = matches;
        this.limit = limit;
        this.mostTried = Math.min(TRIED_PER_KEPT * limit, MOST_TRIED);
        this.held = new int[rules.size()];
        this.kept = new int[rules.size()];
        this.factsOfShape = new int[askers.length];
    }

    /** Notes the shapes of a fact before the engine keeps it at every pattern that asks for one of them. */
    void takes(int[] shapes) {
        facts++;
        for (int shape : shapes) {
            factsOfShape[shape]++;
            places += askers[shape].length;
        }
        if (places > PLACES_PER_KEPT * LARGE) {
            grow();
        }
        long most = PLACES_PER_KEPT * RuleEngine.limitOfHeap();
        if (places > most) {
            throw tookTooMuch(most);
        }
    }

    void add(int rule, int customer, @Nullable Object[] facts) {
        held[rule]++;
        if (allHeld == LARGE) {
            grow();
        }
        if (++allHeld > limit) {
            throw heldTooOften();
        }
        matches.accept(new Match(rules.get(rule), rule, customer, facts));
    }

    /** Notes that a rule looks at one more combination; always true. */
    boolean tries(int rule) {
        if (++tried > mostTried) {
            throw new RunawayRuleException(rules.get(rule), mostTried, isLimitOfHeap());
        }
        return true;
    }

    /** Notes that a combination fulfils what the rule asks for so far; always true. */
    boolean keeps(int rule) {
        kept[rule]++;
        if (++allKept == LARGE) {
            grow();
        }
        if (allKept > limit) {
            throw keptTooMuch();
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

    private RuntimeException heldTooOften() {
        int most = most(held);
        RuleDefinition rule = rules.get(most);
        return isDueToFacts(held[most], 1)
                ? new HeapLimitException("rules to hold", rule, held[most], limit)
                : new RunawayRuleException(rule, held[most], limit, isLimitOfHeap());
    }

    private RuntimeException keptTooMuch() {
        int most = most(kept);
        RuleDefinition rule = rules.get(most);
        return isDueToFacts(kept[most], rule.slots())
                ? new HeapLimitException("rules to combine facts", rule, kept[most], limit)
                : new RunawayRuleException(rule, limit, isLimitOfHeap());
    }

    /** Whether a rule did no more than each of the facts may ask of it, so that there are too many of them. */
    private boolean isDueToFacts(int times, int perFact) {
        return isLimitOfHeap() && times <= (long) perFact * facts;
    }

    private HeapLimitException tookTooMuch(long limitOfPlaces) {
        int[] taken = new int[rules.size()];
        for (int shape = 0; shape < askers.length; shape++) {
            for (int rule : askers[shape]) {
                taken[rule] += factsOfShape[shape];
            }
        }
        int most = most(taken);
        return new HeapLimitException("conditions on one fact to hold", rules.get(most), taken[most], limitOfPlaces);
    }

    /** The place of the largest number, the first of equal ones. */
    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[most]) {
                most = i;
            }
        }
        return most;
    }
}
