package org.migrationadvisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.messages.Finding;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
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
    private static final Comparator<Ranked> BY_RANK =
            Comparator.comparingInt(Ranked::order).thenComparing(Ranked::recommendation, BY_DATE);

    /** What the catalogue says of a code. */
    private record Standing(int order, Severity severity, Actor actor) {}

    /** A recommendation with the order of its code. */
    private record Ranked(int order, Recommendation recommendation) {}

    private final String fingerprint;
    private final String language;
    private final int leadDays;
    private final Map<String, Standing> standings = new HashMap<>();

    AdviceAssembler(Rulebook rulebook, String language) {
        this.fingerprint = rulebook.fingerprint();
        this.language = language;
        this.leadDays = rulebook.leadDays();
        rulebook.codes()
                .forEach((name, code) -> standings.put(
                        name,
                        new Standing(
                                code.order(),
                                known(Coded.find(Severity.class, code.severity())),
                                known(Coded.find(Actor.class, code.actor())))));
    }

    Advice advice(Customer customer, LocalDate asOf, List<Finding> findings) {
        List<Ranked> ranked = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            Standing standing =
                    Objects.requireNonNull(standings.get(finding.code().code()));
            ranked.add(new Ranked(standing.order(), recommendation(finding, standing)));
        }
        ranked.sort(BY_RANK);
        List<Recommendation> recommendations = new ArrayList<>(ranked.size());
        for (Ranked each : ranked) {
            recommendations.add(each.recommendation());
        }
        Readiness readiness =
                ReadinessReason.of(recommendations, asOf, leadDays).readiness();
        return new Advice(customer, asOf, readiness, fingerprint, recommendations);
    }

    private Recommendation recommendation(Finding finding, Standing standing) {
        SubscriptionFact subscription = finding.subscription();
        RuleDefinition rule = finding.rule();
        return new Recommendation(
                finding.code().code(),
                subscription == null ? null : subscription.id(),
                standing.severity(),
                rule.recommended().actor() == null ? standing.actor() : known(Coded.find(Actor.class, finding.actor())),
                finding.actFrom(),
                finding.actBy(),
                finding.message(language),
                rule.id(),
                rule.file().name(),
                rule.line(),
                rule.source(),
                finding.values());
    }

    private static <T> T known(Optional<T> constant) {
        return constant.orElseThrow(() -> new IllegalStateException("the catalogue was loaded with an unknown value"));
    }
}
