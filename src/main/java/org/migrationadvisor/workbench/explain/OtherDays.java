package org.migrationadvisor.workbench.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.trace.Attempt;
import org.migrationadvisor.rulebook.trace.ConditionTrace;

/** The same customer on other days: tells when a condition that fails today holds by the passing of time alone. */
final class OtherDays {
    /** Longer than the longest term. */
    private static final int DAYS_SEARCHED = 1_200;

    private final Rulebook rulebook;
    private final FactAssembler assembler;
    private final Customer customer;
    private final LocalDate asOf;
    private final Map<LocalDate, List<Object>> facts = new HashMap<>();

    OtherDays(Rulebook rulebook, Customer customer, LocalDate asOf) {
        this.rulebook = rulebook;
        this.assembler = new FactAssembler(rulebook);
        this.customer = customer;
        this.asOf = asOf;
    }

    List<Object> facts(LocalDate day) {
        return facts.computeIfAbsent(day, key -> assembler.facts(customer, key));
    }

    /**
     * When a condition that fails as of today holds, as the end of a sentence.
     *
     * @param subject index of the fact that the rule is about among the facts; negative if none was reached
     * @param index index of the condition
     * @return empty if time does not matter to it, or it holds on no day that is near
     */
    Optional<String> when(RuleDefinition rule, int subject, int index) {
        if (!changesWithTime(rule, subject, index)) {
            return Optional.empty();
        }
        Optional<LocalDate> first = search(rule, subject, index, asOf, 1, true);
        if (first.isEmpty()) {
            return search(rule, subject, index, asOf, -1, true).map(last -> "that was so until " + last);
        }
        LocalDate from = first.get();
        Optional<LocalDate> behind = search(rule, subject, index, from, 1, false);
        if (behind.isEmpty()) {
            return Optional.of("so from " + from + " on");
        }
        LocalDate to = behind.get().minusDays(1);
        return Optional.of(to.equals(from) ? "so on " + from : "so from " + from + " to " + to);
    }

    private Optional<LocalDate> search(
            RuleDefinition rule, int subject, int index, LocalDate from, int step, boolean wanted) {
        for (int days = 1; days <= DAYS_SEARCHED; days++) {
            LocalDate day = from.plusDays((long) step * days);
            if (on(day, rule, subject, index).held() == wanted) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private boolean changesWithTime(RuleDefinition rule, int subject, int index) {
        ConditionTrace today = on(asOf, rule, subject, index);
        List<LocalDate> days = new ArrayList<>(List.of(asOf.plusDays(1), asOf.minusDays(1)));
        for (Subscription subscription : customer.subscriptions()) {
            LocalDate end = subscription.endDate();
            if (end != null) {
                days.add(end);
                days.add(end.plusDays(1));
            }
        }
        return days.stream()
                .map(day -> on(day, rule, subject, index))
                .anyMatch(other ->
                        other.outcome() != today.outcome() || !other.values().equals(today.values()));
    }

    private ConditionTrace on(LocalDate day, RuleDefinition rule, int subject, int index) {
        List<Object> then = facts(day);
        Attempt attempt = rulebook.trace(rule, then)
                .nearest(subject < 0 ? null : then.get(subject))
                .orElseThrow(() -> new IllegalStateException("rule " + rule.id() + " was not tried"));
        return attempt.conditions().get(index);
    }
}
