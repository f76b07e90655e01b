package org.migrationadvisor;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.messages.ReportedValues;

/**
 * One piece of advice. Immutable.
 *
 * @param code what is recommended, a code of the recommendation catalogue such as {@code WAIT_FOR_EXPIRY}
 * @param subscriptionId the subscription it is about; null when it is about the customer
 * @param severity how much it matters
 * @param actor who acts
 * @param actFrom first day on which to act, UTC; null if none
 * @param actBy last day on which to act, inclusive, UTC; null if none
 * @param message what to do, in the language asked for
 * @param ruleId the stable id of the rule that made it, such as {@code TIM-010}
 * @param ruleFile the rule's file, relative to the rules folder, with {@code /}
 * @param ruleLine the line of the rule's name in that file, counted from 1
 * @param source the page and year that say so
 * @param values the facts and policy values that the rule read, by name, in the rule's order; each is a text, a whole
 *     number, a decimal, a boolean, a date or a list of texts, and a fact that is not known is the text {@code unknown}
 */
public record Recommendation(
        String code,
        @Nullable String subscriptionId,
        Severity severity,
        Actor actor,
        @Nullable LocalDate actFrom,
        @Nullable LocalDate actBy,
        String message,
        String ruleId,
        String ruleFile,
        int ruleLine,
        String source,
        Map<String, Object> values) {

    public Recommendation {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(ruleFile, "ruleFile");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(values, "values");
        values = Collections.unmodifiableMap(values instanceof ReportedValues ? values : new LinkedHashMap<>(values));
    }
}
