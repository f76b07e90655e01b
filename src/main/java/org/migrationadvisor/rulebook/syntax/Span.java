package org.migrationadvisor.rulebook.syntax;

/**
 * A part of a source text.
 *
 * @param start offset of the first character, from 0
 * @param end offset behind the last character
 */
public record Span(int start, int end) {

    /** From the start of this span to the end of another. */
    public Span to(Span other) {
        return new Span(start, other.end);
    }
}
