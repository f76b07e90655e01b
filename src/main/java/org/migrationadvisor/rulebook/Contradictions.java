package org.migrationadvisor.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * What the advice of a rules folder must never be, from {@code contradictions.yaml}. It checks rules and changes no
 * advice.
 *
 * @param exclusive the codes that exclude each other
 * @param due the codes of which one must come
 */
public record Contradictions(List<Exclusive> exclusive, List<Due> due) {

    /** Nothing is declared. */
    static final Contradictions NONE = new Contradictions(List.of(), List.of());

    public Contradictions {
        exclusive = List.copyOf(exclusive);
        due = List.copyOf(due);
    }

    /**
     * Codes of which a subscription is told at most one; those of its customer count as its own.
     *
     * @param name a sentence
     * @param codes the codes, two or more
     * @param file the file in which it is declared
     * @param line its line, counted from 1
     */
    public record Exclusive(String name, List<String> codes, String file, int line) {
        public Exclusive {
            codes = List.copyOf(codes);
        }
    }

    /**
     * Codes of which at least one must come wherever a condition holds: for a subscription about it or its customer, for
     * a customer anywhere in its advice.
     *
     * @param name a sentence
     * @param text the condition as written, such as {@code Subscription( moving )}
     * @param rule the condition as a rule, which is not one of the rulebook's
     * @param codes the codes, one or more
     * @param file the file in which it is declared
     * @param line its line, counted from 1
     */
    public record Due(String name, String text, RuleDefinition rule, List<String> codes, String file, int line) {
        private static final @Nullable Object[] NO_OTHERS = {};

        public Due {
            codes = List.copyOf(codes);
        }

        /** Whether one of the codes must come for a fact. */
        public boolean holds(Object fact) {
            Pattern pattern = (Pattern) rule.conditions().get(0);
            if (!pattern.type().javaType().isInstance(fact)) {
                return false;
            }
            for (Constraint constraint : pattern.constraints()) {
                if (!constraint.holds(fact, NO_OTHERS)) {
                    return false;
                }
            }
            return true;
        }
    }
}
