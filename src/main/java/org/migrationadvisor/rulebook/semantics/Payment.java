package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactFields;

/**
 * What of a subscription's rest is paid for. Only what the list or an upfront billing says to be paid is; the rest is
 * committed.
 */
final class Payment {
    private static final int YEARS_OF_LONGEST_TERM = 3;

    private Payment() {}

    /** See {@link SubscriptionFact#termStart}. */
    static @Nullable LocalDate termStart(SubscriptionFact subscription) {
        int months =
                switch (subscription.choice(FactFields.TERM)) {
                    case "P1M" -> 1;
                    case "P1Y" -> 12;
                    case "P3Y" -> 36;
                    default -> 0;
                };
        LocalDate end = subscription.listed().endDate();
        if (months == 0) {
            return subscription.listed().startDate();
        }
        try {
            return end == null ? null : end.plusDays(1).minusMonths(months);
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    /** See {@link SubscriptionFact#paidDays}. */
    static @Nullable Integer paidDays(SubscriptionFact subscription) {
        Integer left = subscription.daysToEnd();
        if (left == null
                || !subscription.runningOrUnknown()
                || subscription.choice(FactFields.STATUS).equals("trial")) {
            return null;
        }
        LocalDate last = lastPaidDay(subscription);
        long paid = last == null ? 0 : last.toEpochDay() - subscription.asOf().toEpochDay();
        return (int) Math.max(0, Math.min(left, paid));
    }

    private static @Nullable LocalDate lastPaidDay(SubscriptionFact subscription) {
        LocalDate paidThrough = subscription.listed().paidThrough();
        if (paidThrough != null) {
            return paidThrough;
        }
        String term = subscription.choice(FactFields.TERM);
        return switch (subscription.choice(FactFields.BILLING_CYCLE)) {
            case "monthly" -> YearMonth.from(subscription.asOf()).atEndOfMonth();
            case "annual" ->
                term.equals("P3Y")
                        ? lastDayOfYear(subscription)
                        : term.equals("P1Y") ? subscription.listed().endDate() : null;
            case "triennial" -> term.equals("P3Y") ? subscription.listed().endDate() : null;
            default -> null;
        };
    }

    /** The last day of the year of the term in which the as-of date is; null before the term. */
    private static @Nullable LocalDate lastDayOfYear(SubscriptionFact subscription) {
        LocalDate start = subscription.termStart();
        if (start == null || subscription.asOf().isBefore(start)) {
            return null;
        }
        for (int year = 1; year < YEARS_OF_LONGEST_TERM; year++) {
            LocalDate anniversary = start.plusYears(year);
            if (anniversary.isAfter(subscription.asOf())) {
                return anniversary.minusDays(1);
            }
        }
        return subscription.listed().endDate();
    }

    /** What the days cost, prorated; null if that is nothing or unknown. */
    static @Nullable BigDecimal value(SubscriptionFact subscription, @Nullable Integer days) {
        BigDecimal price = subscription.listed().unitPrice();
        Integer seats = subscription.listed().seats();
        if (days == null
                || price == null
                || seats == null
                || subscription.listed().currency() == null) {
            return null;
        }
        BigDecimal value = Functions.prorated(price, seats, days);
        return value.signum() == 0 ? null : value;
    }
}
