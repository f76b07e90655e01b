package org.migrationadvisor.rulebook.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/**
 * Counts how often rules combine facts in one evaluation, and stops those that would use up memory or time before any
 * of them holds. The conditions of a rule are shared by all sessions and are handed facts only, so the count belongs to
 * the thread, which has one evaluation at a time.
 */
final class Work {
    private static final long TRIED_PER_KEPT = 100;
    private static final long MOST_TRIED = 50_000_000;
    private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();

    private final long mostKept;
    private final long mostTried;
    private long kept;
    private long tried;

    private Work(int limit) {
        this.mostKept = limit;
        this.mostTried = Math.min(TRIED_PER_KEPT * limit, MOST_TRIED);
    }

    /**
     * Starts to count for an evaluation on this thread.
     *
     * @param limit how many combinations may be kept; a hundred times as many may be tried
     */
    static void start(int limit) {
        CURRENT.set(new Work(limit));
    }

    static void stop() {
        CURRENT.remove();
    }

    /** Notes that a rule looks at one more combination; always true. */
    static boolean tries(RuleDefinition rule) {
        Work work = Objects.requireNonNull(CURRENT.get(), "work");
        if (++work.tried > work.mostTried) {
            throw new RunawayRuleException(rule, work.mostTried);
        }
        return true;
    }

    /** Notes that a combination fulfils what the rule asks for so far; always true. */
    static boolean keeps(RuleDefinition rule) {
        Work work = Objects.requireNonNull(CURRENT.get(), "work");
        if (++work.kept > work.mostKept) {
            throw new RunawayRuleException(rule, work.mostKept);
        }
        return true;
    }
}
