package org.migrationadvisor.rulebook.semantics;

import java.util.Locale;

/**
 * Thrown where an evaluation has more facts than the memory allows, though no rule takes more of it than so many facts
 * need. The message says what was found and what was expected.
 */
public final class HeapLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param work what was done too often, such as {@code rules to hold}
     * @param rule the rule that did so most often
     * @param times how often it did
     * @param limit how often all rules together may with the memory that there is
     */
    public HeapLimitException(String work, RuleDefinition rule, long times, long limit) {
        super(String.format(
                Locale.ROOT,
                "found %s more than %,d times (rule %s alone %,d times), expected at most so many with a heap of %,d MB",
                work,
                limit,
                rule.id(),
                times,
                Runtime.getRuntime().maxMemory() >> 20));
    }
}
