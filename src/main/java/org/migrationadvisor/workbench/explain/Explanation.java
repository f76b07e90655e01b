package org.migrationadvisor.workbench.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.ReadinessReason;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;

/**
 * Why the advice for a customer is what it is.
 *
 * @param advice the advice
 * @param readiness why the customer is as ready as the advice says
 * @param readinessWithout what decided without the recommendation that does; null if none does
 * @param made the recommendations that are explained, in their order
 * @param notMade codes that are not recommended, each for the customer or one of the subscriptions
 */
public record Explanation(
        Advice advice,
        ReadinessReason readiness,
        @Nullable ReadinessReason readinessWithout,
        List<Made> made,
        List<NotMade> notMade) {

    public Explanation {
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(readiness, "readiness");
        made = List.copyOf(made);
        notMade = List.copyOf(notMade);
    }

    /** A recommendation with the account of the rule that made it. */
    public record Made(Recommendation recommendation, RuleAccount account) {}

    /**
     * A code that is not recommended.
     *
     * @param subscriptionId the subscription; null if it would be about the customer
     * @param account the rule that came nearest; empty if no rule recommends the code
     */
    public record NotMade(String code, @Nullable String subscriptionId, Optional<RuleAccount> account) {}

    /**
     * Explains advice.
     *
     * @param rulebook the rules that made it
     * @param subscriptionId only this subscription of the customer; null for the customer and all subscriptions
     * @param madeCodes the codes of which to explain the recommendations
     * @param notMadeCodes the codes of which to explain why they are not recommended
     */
    public static Explanation of(
            Rulebook rulebook,
            Advice advice,
            @Nullable String subscriptionId,
            Collection<String> madeCodes,
            Collection<String> notMadeCodes) {
        return new Writer(rulebook, advice, subscriptionId).write(madeCodes, notMadeCodes);
    }

    /** Collects the parts of one explanation. */
    private static final class Writer {
        private final Rulebook rulebook;
        private final Advice advice;
        private final @Nullable String only;
        private final Explainer explainer;
        private final List<NotMade> notMade = new ArrayList<>();

        Writer(Rulebook rulebook, Advice advice, @Nullable String only) {
            this.rulebook = rulebook;
            this.advice = advice;
            this.only = only;
            this.explainer = new Explainer(rulebook, advice.customer(), advice.asOf());
        }

        Explanation write(Collection<String> madeCodes, Collection<String> notMadeCodes) {
            List<Made> made = new ArrayList<>();
            for (Recommendation recommendation : advice.recommendations()) {
                boolean wanted = only == null || only.equals(recommendation.subscriptionId());
                if (wanted && madeCodes.contains(recommendation.code())) {
                    explainer
                            .account(recommendation.ruleId(), recommendation.subscriptionId())
                            .ifPresent(account -> made.add(new Made(recommendation, account)));
                }
            }
            notMadeCodes.forEach(this::notMade);
            ReadinessReason readiness = readiness(advice.recommendations());
            return new Explanation(advice, readiness, without(readiness.decidedBy()), made, notMade);
        }

        private ReadinessReason readiness(List<Recommendation> recommendations) {
            return ReadinessReason.of(recommendations, advice.asOf(), rulebook.leadDays());
        }

        private @Nullable ReadinessReason without(@Nullable Recommendation deciding) {
            return deciding == null
                    ? null
                    : readiness(advice.recommendations().stream()
                            .filter(each -> !each.equals(deciding))
                            .toList());
        }

        private void notMade(String code) {
            boolean ofCustomer = rulebook.rules().stream()
                    .anyMatch(rule -> rule.code().equals(code) && Explainer.isAboutCustomer(rule));
            boolean ofSubscriptions = rulebook.rules().stream()
                    .anyMatch(rule -> rule.code().equals(code) && !Explainer.isAboutCustomer(rule));
            if (!ofCustomer && !ofSubscriptions) {
                notMade.add(new NotMade(code, null, Optional.empty()));
            }
            List<Subscription> subscriptions = advice.customer().subscriptions();
            boolean none = ofSubscriptions && subscriptions.isEmpty();
            if (only == null && (ofCustomer || none) && !isMade(code, null)) {
                notMade.add(new NotMade(code, null, explainer.nearest(code, null)));
            }
            for (Subscription subscription : subscriptions) {
                boolean wanted = only == null || only.equals(subscription.id());
                if (ofSubscriptions && wanted && !isMade(code, subscription.id())) {
                    notMade.add(new NotMade(code, subscription.id(), explainer.nearest(code, subscription.id())));
                }
            }
        }

        private boolean isMade(String code, @Nullable String subscriptionId) {
            return advice.recommendations().stream()
                    .anyMatch(
                            each -> each.code().equals(code) && Objects.equals(each.subscriptionId(), subscriptionId));
        }
    }
}
