package org.migrationadvisor.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.text.SafeText;

/** Counts what a report has said, for its summary. */
final class ReportTotals {

    private static final int SHOWN_OF_FINGERPRINT = 12;

    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<Readiness, Long> readiness = new EnumMap<>(Readiness.class);
    private long customers;
    private long subscriptions;
    private long recommendations;
    private @Nullable LocalDate asOf;
    private String rules = "";

    void add(Advice advice) {
        if (asOf == null) {
            asOf = advice.asOf();
            rules = fingerprint(advice);
        }
        customers++;
        subscriptions += advice.customer().subscriptions().size();
        recommendations += advice.recommendations().size();
        readiness.merge(advice.readiness(), 1L, Long::sum);
        for (Recommendation recommendation : advice.recommendations()) {
            severities.merge(recommendation.severity(), 1L, Long::sum);
        }
    }

    /** As much of the fingerprint of the rules as tells two rule sets apart for a person. */
    private static String fingerprint(Advice advice) {
        String rules = SafeText.of(advice.rules());
        return rules.substring(0, Math.min(SHOWN_OF_FINGERPRINT, rules.length()));
    }

    long customers() {
        return customers;
    }

    long subscriptions() {
        return subscriptions;
    }

    long recommendations() {
        return recommendations;
    }

    /** How often each severity occurred, most severe first; without those that did not. */
    Map<Severity, Long> severities() {
        return severities;
    }

    /** How many customers there are of each readiness; without those of which there is none. */
    Map<Readiness, Long> readiness() {
        return readiness;
    }

    /** The as-of date of the report; null if there was no customer. */
    @Nullable
    LocalDate asOf() {
        return asOf;
    }

    /** The short fingerprint of the rules; empty if there was no customer. */
    String rules() {
        return rules;
    }
}
