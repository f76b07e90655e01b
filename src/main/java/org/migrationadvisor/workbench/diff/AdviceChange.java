package org.migrationadvisor.workbench.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Coded;

/**
 * One recommendation that is not the same before and after. What only names the rule differently, its id, its place or
 * its source, is no change: the customer is told the same.
 *
 * @param before null if it was added
 * @param after null if it was removed
 */
public record AdviceChange(
        @Nullable Recommendation before, @Nullable Recommendation after) {

    /** What became of a recommendation. */
    public enum Kind implements Coded {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** A part of a recommendation that a caller can see. */
    public enum Part implements Coded {
        SEVERITY("severity"),
        ACTOR("actor"),
        ACT_FROM("actFrom"),
        ACT_BY("actBy"),
        MESSAGE("message");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** The part of a recommendation as text; empty if it has none. */
        public String of(@Nullable Recommendation recommendation) {
            if (recommendation == null) {
                return "";
            }
            return switch (this) {
                case SEVERITY -> recommendation.severity().code();
                case ACTOR -> recommendation.actor().code();
                case ACT_FROM -> Objects.toString(recommendation.actFrom(), "");
                case ACT_BY -> Objects.toString(recommendation.actBy(), "");
                case MESSAGE -> recommendation.message();
            };
        }
    }

    public AdviceChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("change: found none before and none after, expected at least one");
        }
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** The recommendation as it is now, or was if there is none now. */
    public Recommendation recommendation() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    /** The parts that differ; empty unless it was changed. */
    public List<Part> parts() {
        return before == null || after == null ? List.of() : parts(before, after);
    }

    static List<Part> parts(Recommendation before, Recommendation after) {
        List<Part> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!part.of(before).equals(part.of(after))) {
                parts.add(part);
            }
        }
        return parts;
    }
}
