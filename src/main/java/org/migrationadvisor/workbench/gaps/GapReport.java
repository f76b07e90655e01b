package org.migrationadvisor.workbench.gaps;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a search for gaps found, and how far it went.
 *
 * @param rules fingerprint of the rules
 * @param asOf the day of the search
 * @param gaps what was found, by kind, file and line
 * @param declarations how many declarations of contradictions there are
 * @param inputs how many different customers were tried in the parts
 * @param facts the facts that the rules read
 * @param combinations how many combinations of their values there are
 * @param parts the parts of the space that were searched
 * @param whole how many different customers were tried in the whole space besides
 * @param wholeIsFull whether these are all there are; else they were drawn at random
 * @param unsearched fields that the rules read and the search does not know how to make
 */
public record GapReport(
        String rules,
        LocalDate asOf,
        List<Gap> gaps,
        int declarations,
        long inputs,
        List<String> facts,
        BigInteger combinations,
        List<Part> parts,
        long whole,
        boolean wholeIsFull,
        List<String> unsearched) {

    /**
     * A part of the space: some facts vary and all others are plain.
     *
     * @param facts the facts that vary
     * @param cover which of their combinations were tried: {@code full}, {@code three-wise} or {@code pairwise}
     * @param inputs how many different customers that were
     */
    public record Part(List<String> facts, String cover, long inputs) {
        public Part {
            facts = List.copyOf(facts);
            Objects.requireNonNull(cover, "cover");
        }
    }

    public GapReport {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(asOf, "asOf");
        gaps = List.copyOf(gaps);
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        unsearched = List.copyOf(unsearched);
    }

    /** Whether every combination was tried on which an answer depends. */
    public boolean complete() {
        return unsearched.isEmpty()
                && parts.stream().allMatch(part -> part.cover().equals("full"));
    }
}
