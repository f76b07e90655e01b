package org.migrationadvisor.workbench.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.Actor;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Customer;

class CustomerDiffTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static Recommendation told(String code, @Nullable String subscriptionId, String rule, String message) {
        return new Recommendation(
                code,
                subscriptionId,
                Severity.INFO,
                Actor.PARTNER,
                null,
                AS_OF,
                message,
                rule,
                "a/b.drl",
                rule.length(),
                "Source (2026) of " + rule,
                Map.of("rule", rule));
    }

    private static Advice advice(Readiness readiness, Recommendation... recommendations) {
        return new Advice(Customer.builder("c1").build(), AS_OF, readiness, "rules", List.of(recommendations));
    }

    private static List<String> changes(Advice before, Advice after) {
        return CustomerDiff.between(before, after).changes().stream()
                .map(change ->
                        change.kind().code() + " " + change.recommendation().ruleId() + " " + change.parts())
                .toList();
    }

    @Test
    void theSameAdviceFromARuleOfAnotherNameIsNoChange() {
        CustomerDiff diff = CustomerDiff.between(
                advice(Readiness.READY, told("WAIT", "s1", "A-010", "Wait.")),
                advice(Readiness.READY, told("WAIT", "s1", "B-020", "Wait.")));

        assertThat(diff.isChanged()).isFalse();
    }

    @Test
    void anotherReadinessAloneIsAChange() {
        CustomerDiff diff = CustomerDiff.between(advice(Readiness.READY), advice(Readiness.WAITING));

        assertThat(diff.isChanged()).isTrue();
        assertThat(diff.changes()).isEmpty();
    }

    @Test
    void theSameCodeForAnotherSubscriptionIsAddedThere() {
        assertThat(changes(
                        advice(Readiness.READY, told("WAIT", "s1", "A-010", "Wait.")),
                        advice(
                                Readiness.READY,
                                told("WAIT", "s2", "A-010", "Wait."),
                                told("WAIT", null, "A-020", "Wait."))))
                .containsExactly("removed A-010 []", "added A-010 []", "added A-020 []");
    }

    @Test
    void whatTheSameRuleSaysOtherwiseIsChanged() {
        assertThat(changes(
                        advice(
                                Readiness.READY,
                                told("WAIT", "s1", "A-010", "Wait."),
                                told("WAIT", "s1", "A-020", "Rest.")),
                        advice(
                                Readiness.READY,
                                told("WAIT", "s1", "A-020", "Wait."),
                                told("WAIT", "s1", "A-010", "Stay."))))
                .containsExactly("changed A-010 [MESSAGE]");
    }

    @Test
    void ofSeveralTheOnesOfTheSameRuleBelongTogether() {
        assertThat(changes(
                        advice(Readiness.READY, told("WAIT", "s1", "A-010", "1"), told("WAIT", "s1", "A-020", "2")),
                        advice(Readiness.READY, told("WAIT", "s1", "A-020", "3"), told("WAIT", "s1", "A-030", "4"))))
                .containsExactly("changed A-020 [MESSAGE]", "changed A-030 [MESSAGE]");
    }
}
