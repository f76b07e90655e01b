package org.migrationadvisor.workbench.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.trace.Attempt;
import org.migrationadvisor.rulebook.trace.ConditionTrace;
import org.migrationadvisor.rulebook.trace.RuleTrace;

/** Says of the rules of a rulebook why they fire for a customer on a day, and why not. Not thread-safe. */
public final class Explainer {
    private static final Comparator<RuleAccount> NEAREST_FIRST = Comparator.comparingLong(
                    (RuleAccount account) -> account.attempt().failures())
            .thenComparing(account -> -account.attempt().heldInOrder());

    private final Rulebook rulebook;
    private final List<Object> facts;
    private final OtherDays days;

    /**
     * @param asOf the day for which the rules are tried, UTC
     */
    public Explainer(Rulebook rulebook, Customer customer, LocalDate asOf) {
        this.rulebook = Objects.requireNonNull(rulebook, "rulebook");
        this.days = new OtherDays(rulebook, customer, asOf);
        this.facts = days.facts(asOf);
    }

    /**
     * Why a rule fired for a subscription or not, or for whatever it came nearest for.
     *
     * @param subscriptionId the subscription; null for a rule about the customer, or for the nearest
     * @return empty if the rule is not about the subscription
     */
    public Optional<RuleAccount> account(String ruleId, @Nullable String subscriptionId) {
        Object subject = subscriptionId == null ? null : subscription(subscriptionId);
        return rulebook.allRules().stream()
                .filter(rule -> rule.id().equals(ruleId))
                .findFirst()
                .flatMap(rule -> account(rule, subject));
    }

    /** The accounts of all that a rule fired for. */
    public List<RuleAccount> firings(String ruleId) {
        return rulebook.allRules().stream()
                .filter(rule -> rule.id().equals(ruleId))
                .flatMap(rule -> rulebook.trace(rule, facts).attempts().stream()
                        .filter(Attempt::held)
                        .map(attempt -> account(rule, attempt)))
                .toList();
    }

    /**
     * The rule that came nearest to recommending a code.
     *
     * @param subscriptionId the subscription that it is to be about; null for the customer or whatever is nearest
     * @return empty if no rule recommends the code for that
     */
    public Optional<RuleAccount> nearest(String code, @Nullable String subscriptionId) {
        Object subject = subscriptionId == null ? null : subscription(subscriptionId);
        return rulebook.rules().stream()
                .filter(rule -> rule.code().equals(code))
                .flatMap(rule -> account(rule, subject).stream())
                .min(NEAREST_FIRST);
    }

    private Object subscription(String id) {
        return facts.stream()
                .filter(fact -> fact instanceof SubscriptionFact subscription
                        && subscription.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "subscriptionId: found '" + id + "', expected the id of a subscription of the customer"));
    }

    private Optional<RuleAccount> account(RuleDefinition rule, @Nullable Object subject) {
        if (subject != null && !isAbout(rule, subject)) {
            return Optional.empty();
        }
        RuleTrace trace = rulebook.trace(rule, facts);
        return trace.nearest(subject).map(attempt -> account(rule, attempt));
    }

    /** Whether the rule recommends something for facts of this kind. */
    static boolean isAbout(RuleDefinition rule, Object subject) {
        return isAbout(rule, subject.getClass());
    }

    private static boolean isAbout(RuleDefinition rule, Class<?> type) {
        return rule.conditions().stream()
                .anyMatch(condition -> condition instanceof RuleDefinition.Pattern pattern
                        && pattern.slot() == rule.subject()
                        && pattern.type().javaType() == type);
    }

    static boolean isAboutCustomer(RuleDefinition rule) {
        return isAbout(rule, CustomerFact.class);
    }

    private RuleAccount account(RuleDefinition rule, Attempt attempt) {
        int subject = IntStream.range(0, facts.size())
                .filter(i -> facts.get(i) == attempt.subject())
                .findFirst()
                .orElse(-1);
        List<NeededChange> changes = new ArrayList<>();
        for (int i = 0; i < attempt.conditions().size(); i++) {
            ConditionTrace condition = attempt.conditions().get(i);
            if (condition.failed()) {
                String when =
                        days.when(rule, subject, i).map(text -> "; " + text).orElse("");
                changes.add(new NeededChange(condition, Needs.of(condition) + when));
            }
        }
        String id = attempt.subject() instanceof SubscriptionFact subscription ? subscription.id() : null;
        return new RuleAccount(rule, id, attempt, changes);
    }
}
