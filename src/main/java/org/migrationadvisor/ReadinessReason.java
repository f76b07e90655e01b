package org.migrationadvisor;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far a customer is, and what decides it. Of the following the first that holds:
 *
 * <ol>
 *   <li>{@link Readiness#BLOCKED}: there is a blocker.
 *   <li>{@link Readiness#UNKNOWN}: there is a question.
 *   <li>{@link Readiness#READY}: something can be done on the as-of day. That is an action whose {@code actFrom} has come,
 *       or that has none, and before which no action on the same subscription or the customer waits for its own {@code
 *       actFrom}; or a warning whose {@code actFrom} has come, or that has none, and whose {@code actBy} has passed or
 *       is at most the lead days ahead.
 *   <li>{@link Readiness#WAITING}: an {@code actFrom} or {@code actBy} is still to come.
 *   <li>{@link Readiness#DONE}: none of these.
 * </ol>
 *
 * @param readiness how far the customer is
 * @param decidedBy the recommendation that decides it, of several the first in their order, or for {@code WAITING} the
 *     one whose day comes first; null for {@code DONE}
 * @param day for {@code WAITING} the first day, UTC, on which a date comes; else null
 */
public record ReadinessReason(
        Readiness readiness,
        @Nullable Recommendation decidedBy,
        @Nullable LocalDate day) {

    public ReadinessReason {
        Objects.requireNonNull(readiness, "readiness");
    }

    /**
     * The readiness that follows from recommendations.
     *
     * @param recommendations by what must be done first, as {@link Advice#recommendations} has them
     * @param asOf the day for which they hold, UTC
     * @param leadDays how many days before its last day a warning is near, 0 or more
     */
    public static ReadinessReason of(List<Recommendation> recommendations, LocalDate asOf, int leadDays) {
        Objects.requireNonNull(recommendations, "recommendations");
        Objects.requireNonNull(asOf, "asOf");
        Recommendation blocker = first(recommendations, each -> each.severity() == Severity.BLOCKER);
        if (blocker != null) {
            return new ReadinessReason(Readiness.BLOCKED, blocker, null);
        }
        Recommendation question = first(recommendations, each -> each.severity() == Severity.QUESTION);
        if (question != null) {
            return new ReadinessReason(Readiness.UNKNOWN, question, null);
        }
        Recommendation doable = first(recommendations, new Doable(asOf, leadDays));
        return doable != null
                ? new ReadinessReason(Readiness.READY, doable, null)
                : next(recommendations, asOf, leadDays);
    }

    private static @Nullable Recommendation first(List<Recommendation> all, Predicate<Recommendation> wanted) {
        for (Recommendation each : all) {
            if (wanted.test(each)) {
                return each;
            }
        }
        return null;
    }

    /** Whether a recommendation can be followed on the as-of day; asked in their order. */
    private static final class Doable implements Predicate<Recommendation> {
        private final LocalDate asOf;
        private final int leadDays;
        private final Set<@Nullable String> waiting = new HashSet<>();

        Doable(LocalDate asOf, int leadDays) {
            this.asOf = asOf;
            this.leadDays = leadDays;
        }

        @Override
        public boolean test(Recommendation each) {
            boolean hasCome = !isAfter(each.actFrom(), asOf);
            if (each.severity() == Severity.ACTION) {
                if (!hasCome) {
                    waiting.add(each.subscriptionId());
                }
                return hasCome && !waiting.contains(each.subscriptionId()) && !waiting.contains(null);
            }
            return hasCome && each.severity() == Severity.WARNING && isNear(each.actBy());
        }

        private boolean isNear(@Nullable LocalDate last) {
            return last != null && last.toEpochDay() - asOf.toEpochDay() <= leadDays;
        }
    }

    private static ReadinessReason next(List<Recommendation> recommendations, LocalDate asOf, int leadDays) {
        Recommendation next = null;
        LocalDate first = null;
        for (Recommendation each : recommendations) {
            LocalDate day = day(each, asOf, leadDays);
            if (day != null && (first == null || day.isBefore(first))) {
                next = each;
                first = day;
            }
        }
        return new ReadinessReason(next == null ? Readiness.DONE : Readiness.WAITING, next, first);
    }

    /** The next day on which something comes of a recommendation; null if none is to come. */
    private static @Nullable LocalDate day(Recommendation each, LocalDate asOf, int leadDays) {
        LocalDate by = each.actBy();
        if (isAfter(each.actFrom(), asOf)) {
            return each.actFrom();
        }
        if (by == null || by.isBefore(asOf)) {
            return null;
        }
        return each.severity() == Severity.WARNING ? by.minusDays(leadDays) : by;
    }

    private static boolean isAfter(@Nullable LocalDate date, LocalDate other) {
        return date != null && date.isAfter(other);
    }
}
