package org.migrationadvisor.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/** A subscription of {@link ListGenerator} as a Java programmer would hold it for {@link HandWrittenRules}. */
record HandWrittenFact(
        Customer customer,
        String id,
        String program,
        String offerId,
        String offerName,
        String offerMatch,
        String targetOfferName,
        String targetMatch,
        String targetOffer,
        Integer seats,
        Integer assignedSeats,
        Integer targetSeats,
        String status,
        LocalDate endDate,
        Integer daysToEnd,
        String term,
        String billingCycle,
        String autoRenew,
        BigDecimal unitPrice,
        String currency,
        LocalDate targetProvisionedOn) {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    /** A customer, by what the rules read of it. */
    record Customer(String relationship, int subscriptionCount, int movingCount) {}

    LocalDate asOf() {
        return ListGenerator.AS_OF;
    }

    /** Null where it is not known. */
    Boolean running() {
        return runningOrUnknown() && status.equals("unknown") ? null : (Boolean) runningOrUnknown();
    }

    boolean runningOrUnknown() {
        boolean gone = status.equals("expired") || status.equals("disabled") || status.equals("deleted");
        return !gone && (daysToEnd == null || daysToEnd >= 0);
    }

    /** What is owed for the days left that are not paid for; null if that is nothing or not known. */
    BigDecimal committedValue() {
        if (daysToEnd == null
                || !runningOrUnknown()
                || status.equals("trial")
                || unitPrice == null
                || seats == null
                || currency == null) {
            return null;
        }
        BigDecimal value = unitPrice
                .multiply(BigDecimal.valueOf(seats))
                .multiply(BigDecimal.valueOf(daysToEnd - paidDays()))
                .multiply(MONTHS)
                .divide(DAYS_OF_YEAR, 2, RoundingMode.HALF_UP);
        return value.signum() == 0 ? null : value;
    }

    /** The list has terms of a month and a year, billed by either. */
    private int paidDays() {
        LocalDate last = null;
        if (billingCycle.equals("monthly")) {
            last = YearMonth.from(asOf()).atEndOfMonth();
        } else if (billingCycle.equals("annual") && term.equals("P1Y")) {
            last = endDate;
        }
        long paid = last == null ? 0 : last.toEpochDay() - asOf().toEpochDay();
        return (int) Math.max(0, Math.min(daysToEnd, paid));
    }
}
