package org.migrationadvisor.workbench.mutation;

import java.util.Objects;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Span;

/**
 * A small change of one rule.
 *
 * @param rule the rule
 * @param span what is replaced in its file
 * @param replacement what stands there instead
 * @param place the part of the file that a reader is to look at
 * @param what the change in words, such as {@code `<=` becomes `<`}
 */
public record Mutation(RuleDefinition rule, Span span, String replacement, Span place, String what) {

    public Mutation {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(replacement, "replacement");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(what, "what");
    }

    /** The name of the rule's file. */
    public String file() {
        return rule.file().name();
    }

    /** The line of the change in the rule's file, counted from 1. */
    public int line() {
        return rule.file().line(place.start());
    }

    /** The column of the change in its line, counted from 1. */
    public int column() {
        return rule.file().column(place.start());
    }

    /** The text of the file with the change. */
    String mutated() {
        String text = rule.file().text();
        return text.substring(0, span.start()) + replacement + text.substring(span.end());
    }
}
