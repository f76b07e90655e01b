package org.migrationadvisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Finding;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** Turns what the rules found for a customer into advice: ordered, worded, with the readiness that follows. */
final class AdviceAssembler {
    private static final Comparator<Recommendation> BY_DATE = Comparator.comparing(
                    Recommendation::actBy, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Recommendation::actFrom, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Recommendation::subscriptionId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Recommendation::ruleId)
            .thenComparing(Recommendation::message)
            .thenComparing(each -> each.values().toString());

    private final Rulebook rulebook;
    private final String fingerprint;
    private final String language;

    AdviceAssembler(Rulebook rulebook, String fingerprint, String language) {
        this.rulebook = rulebook;
        this.fingerprint = fingerprint;
        this.language = language;
    }

    Advice advice(Customer customer, LocalDate asOf, List<Finding> findings) {
        List<Recommendation> recommendations = new ArrayList<>(findings.size());
        findings.forEach(finding -> recommendations.add(recommendation(finding)));
        recommendations.sort(Comparator.comparingInt(this::order).thenComparing(BY_DATE));
        return new Advice(customer, asOf, readiness(recommendations, asOf), fingerprint, recommendations);
    }

    private int order(Recommendation recommendation) {
        return Objects.requireNonNull(rulebook.codes().get(recommendation.code()))
                .order();
    }

    private Recommendation recommendation(Finding finding) {
        SubscriptionFact subscription = finding.subscription();
        return new Recommendation(
                finding.code().code(),
                subscription == null ? null : subscription.id(),
                known(Coded.find(Severity.class, finding.code().severity())),
                known(Coded.find(Actor.class, finding.code().actor())),
                finding.actFrom(),
                finding.actBy(),
                finding.message(language),
                finding.rule().id(),
                finding.rule().file().name(),
                finding.rule().line(),
                finding.rule().source(),
                finding.values());
    }

    private static <T> T known(Optional<T> constant) {
        return constant.orElseThrow(() -> new IllegalStateException("the catalogue was loaded with an unknown value"));
    }

    private static Readiness readiness(List<Recommendation> recommendations, LocalDate asOf) {
        if (has(recommendations, Severity.BLOCKER)) {
            return Readiness.BLOCKED;
        }
        if (has(recommendations, Severity.QUESTION)) {
            return Readiness.UNKNOWN;
        }
        boolean dueNow = recommendations.stream()
                .anyMatch(each -> each.severity() == Severity.ACTION && !isAfter(each.actFrom(), asOf));
        if (dueNow) {
            return Readiness.READY;
        }
        boolean dateAhead = recommendations.stream()
                .anyMatch(each -> isAfter(each.actFrom(), asOf) || isAfter(each.actBy(), asOf.minusDays(1)));
        return dateAhead ? Readiness.WAITING : Readiness.DONE;
    }

    private static boolean has(List<Recommendation> recommendations, Severity severity) {
        return recommendations.stream().anyMatch(each -> each.severity() == severity);
    }

    private static boolean isAfter(@Nullable LocalDate date, LocalDate other) {
        return date != null && date.isAfter(other);
    }
}
