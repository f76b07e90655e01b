package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessReasonTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int LEAD_DAYS = 7;

    private static Recommendation advice(
            String code,
            @Nullable String subscription,
            Severity severity,
            @Nullable Integer fromDays,
            @Nullable Integer byDays) {
        return new Recommendation(
                code,
                subscription,
                severity,
                Actor.PARTNER,
                fromDays == null ? null : AS_OF.plusDays(fromDays),
                byDays == null ? null : AS_OF.plusDays(byDays),
                "message",
                "RUL-010",
                "rule.drl",
                1,
                "source",
                Map.of());
    }

    private static ReadinessReason of(Recommendation... recommendations) {
        return ReadinessReason.of(List.of(recommendations), AS_OF, LEAD_DAYS);
    }

    @Test
    void without_advice_the_customer_is_done() {
        assertThat(of()).isEqualTo(new ReadinessReason(Readiness.DONE, null, null));
    }

    @Test
    void what_says_nothing_of_days_leaves_nothing_to_do() {
        assertThat(of(
                                advice("INFO", "s1", Severity.INFO, null, null),
                                advice("UNDATED", "s1", Severity.WARNING, null, null),
                                advice("PAST", "s1", Severity.INFO, -3, -1))
                        .readiness())
                .isEqualTo(Readiness.DONE);
    }

    @Test
    void a_blocker_decides_before_a_question_and_a_question_before_what_can_be_done() {
        Recommendation blocker = advice("BLOCKER", null, Severity.BLOCKER, null, null);
        Recommendation question = advice("QUESTION", "s2", Severity.QUESTION, null, null);
        Recommendation action = advice("ACTION", "s1", Severity.ACTION, null, null);

        assertThat(of(question, blocker, action)).isEqualTo(new ReadinessReason(Readiness.BLOCKED, blocker, null));
        assertThat(of(action, question)).isEqualTo(new ReadinessReason(Readiness.UNKNOWN, question, null));
        assertThat(of(action)).isEqualTo(new ReadinessReason(Readiness.READY, action, null));
    }

    @ParameterizedTest
    @CsvSource({", READY", "-1, READY", "0, READY", "1, WAITING"})
    void an_action_can_be_done_once_its_first_day_has_come(@Nullable Integer from, Readiness readiness) {
        assertThat(of(advice("ACTION", "s1", Severity.ACTION, from, 30)).readiness())
                .isEqualTo(readiness);
    }

    @Test
    void an_action_waits_for_one_before_it_on_the_same_subscription() {
        Recommendation provision = advice("PROVISION", "s1", Severity.ACTION, 10, 20);
        Recommendation assign = advice("ASSIGN", "s1", Severity.ACTION, null, 30);

        assertThat(of(provision, assign))
                .isEqualTo(new ReadinessReason(Readiness.WAITING, provision, AS_OF.plusDays(10)));
        assertThat(of(assign, provision).readiness()).isEqualTo(Readiness.READY);
    }

    @Test
    void an_action_on_one_subscription_does_not_wait_for_another_but_for_the_customer() {
        Recommendation other = advice("ASSIGN", "s2", Severity.ACTION, null, null);

        assertThat(of(advice("PROVISION", "s1", Severity.ACTION, 10, 20), other).decidedBy())
                .isEqualTo(other);
        assertThat(of(advice("SIGN", null, Severity.ACTION, 10, 20), other).readiness())
                .isEqualTo(Readiness.WAITING);
    }

    @ParameterizedTest
    @CsvSource({"-400, READY", "-1, READY", "0, READY", "6, READY", "7, READY", "8, WAITING"})
    void a_warning_that_falls_due_inside_the_lead_days_is_not_hidden(int by, Readiness readiness) {
        assertThat(of(advice("GAP", "s1", Severity.WARNING, null, by)).readiness())
                .isEqualTo(readiness);
        assertThat(of(
                                advice("PROVISION", "s2", Severity.ACTION, 10, 20),
                                advice("GAP", "s1", Severity.WARNING, null, by))
                        .readiness())
                .isEqualTo(readiness);
    }

    @Test
    void a_warning_whose_first_day_is_to_come_waits_for_it() {
        Recommendation warning = advice("GAP", "s1", Severity.WARNING, 2, 5);

        assertThat(of(warning)).isEqualTo(new ReadinessReason(Readiness.WAITING, warning, AS_OF.plusDays(2)));
    }

    @Test
    void waiting_is_for_the_day_that_comes_first() {
        Recommendation info = advice("WAIT", "s1", Severity.INFO, 12, null);
        Recommendation warning = advice("GAP", "s2", Severity.WARNING, null, 18);
        Recommendation ends = advice("EXPIRE", "s3", Severity.INFO, null, 15);

        assertThat(of(info, warning, ends))
                .isEqualTo(new ReadinessReason(Readiness.WAITING, warning, AS_OF.plusDays(11)));
        assertThat(of(info, ends)).isEqualTo(new ReadinessReason(Readiness.WAITING, info, AS_OF.plusDays(12)));
        assertThat(of(ends)).isEqualTo(new ReadinessReason(Readiness.WAITING, ends, AS_OF.plusDays(15)));
        assertThat(of(advice("TODAY", "s1", Severity.INFO, null, 0)).day()).isEqualTo(AS_OF);
    }
}
