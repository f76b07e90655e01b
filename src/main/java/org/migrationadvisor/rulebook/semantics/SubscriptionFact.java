package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Subscription} of the rules: one subscription of a customer as of a date. A null component is unknown. Two
 * facts are equal only if they are the same one.
 *
 * @param offerSku part number of the licensing SKU that the offer was resolved to
 * @param offerMatch how the offer was found in the offers table: found, ambiguous, not-found, not-given
 * @param targetMatch the same for the wanted offer
 * @param targetOffer whether the wanted offer is the same, different, or unclear
 * @param offerCandidates products that an offer which is not found may be, by part number or name
 * @param daysToEnd days from the as-of date to the end date: 0 on the last day, negative after it
 * @param offers what the catalog tells of the offer and the wanted one
 */
public record SubscriptionFact(
        CustomerFact customer,
        String id,
        String program,
        @Nullable String offerId,
        @Nullable String offerName,
        @Nullable String offerSku,
        String offerMatch,
        List<String> offerCandidates,
        @Nullable String targetOfferName,
        @Nullable String targetOfferSku,
        String targetMatch,
        List<String> targetCandidates,
        String targetOffer,
        @Nullable Integer seats,
        @Nullable Integer assignedSeats,
        @Nullable Integer targetSeats,
        String status,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Integer daysToEnd,
        String term,
        String billingCycle,
        String autoRenew,
        @Nullable String baseSubscriptionId,
        @Nullable BigDecimal unitPrice,
        @Nullable String currency,
        @Nullable LocalDate targetProvisionedOn,
        String billingAccount,
        String endOfTermAction,
        @Nullable LocalDate purchasedOn,
        @Nullable LocalDate paidThrough,
        String promotion,
        @Nullable String sourcePartner,
        OfferFacts offers) {

    private static final List<String> ENDED = List.of("expired", "disabled", "deleted");

    public LocalDate asOf() {
        return customer.asOf();
    }

    /** Whether it is held outside the partner's own new-commerce CSP; null where the program is not known. */
    public @Nullable Boolean moving() {
        return program.equals(Vocabulary.UNKNOWN) ? null : (Boolean) movingOrUnknown();
    }

    /** Whether it is not known to be the partner's own already. */
    public boolean movingOrUnknown() {
        return !program.equals("csp");
    }

    /**
     * Whether it has ended, by its status or by its end date. Until the end date only the status can tell, so it is null
     * where that is not known; a status that says that it is there is enough where the end date is not known.
     */
    public @Nullable Boolean ended() {
        if (!runningOrUnknown()) {
            return true;
        }
        return status.equals(Vocabulary.UNKNOWN) ? null : (Boolean) false;
    }

    /** Whether it is there still, the opposite of {@link #ended}; null where that is not known. */
    public @Nullable Boolean running() {
        Boolean ended = ended();
        return ended == null ? null : (Boolean) !ended;
    }

    /** Whether it is not known to have ended. */
    public boolean runningOrUnknown() {
        return (daysToEnd == null || daysToEnd >= 0) && !ENDED.contains(status);
    }

    public boolean addOn() {
        return baseSubscriptionId != null;
    }

    /** Who acts on the original: on its auto-renewal, what happens at its end, and its cancellation. */
    public String owner() {
        return switch (program) {
            case "other-csp" -> "source-partner";
            case "csp-legacy", "csp" -> "partner";
            default -> "customer";
        };
    }

    /** First day of the present term: by the end date and the term, else the start date; null if unknown. */
    public @Nullable LocalDate termStart() {
        return Payment.termStart(this);
    }

    /** How many days after the as-of date are paid for; null if nothing is left or none of it costs anything. */
    public @Nullable Integer paidDays() {
        return Payment.paidDays(this);
    }

    /** How many days after the as-of date are committed and not paid for; null as {@link #paidDays}. */
    public @Nullable Integer committedDays() {
        Integer paid = paidDays();
        return paid == null || daysToEnd == null ? null : (Integer) (daysToEnd - paid);
    }

    /** What was paid for {@link #paidDays}; null if it is nothing or not known. */
    public @Nullable BigDecimal paidValue() {
        return Payment.value(this, paidDays());
    }

    /** What is owed for {@link #committedDays}; null if it is nothing or not known. */
    public @Nullable BigDecimal committedValue() {
        return Payment.value(this, committedDays());
    }

    /** Seats that are wanted, or as many as users have a license where those are more; null if none are known. */
    public static @Nullable Integer seatsNeeded(@Nullable Integer wanted, @Nullable Integer assigned) {
        return wanted == null || assigned == null ? wanted : (Integer) Math.max(wanted, assigned);
    }

    @Nullable
    Integer seatsNeeded() {
        return seatsNeeded(targetSeats, assignedSeats);
    }

    /**
     * The seats needed, where so many can be ordered; null as long as the number has to be settled: not known, none,
     * more than a customer may hold, fewer than can be bought, or fewer than bought while nobody knows how many are
     * assigned.
     */
    @Nullable
    Integer seatsToOrder() {
        Integer needed = seatsNeeded();
        boolean isOpen = needed == null
                || needed == 0
                || isBelow(needed, offers.minimumSeats())
                || (term.equals("P3Y") && isBelow(needed, offers.minimumSeatsThreeYears()))
                || isBelow(offers.seatCap(), needed)
                || isBelow(offers.seatCap(), offers.customerSeatsNeeded())
                || (assignedSeats == null && isBelow(needed, seats));
        return isOpen ? null : needed;
    }

    private static boolean isBelow(@Nullable Integer number, @Nullable Integer other) {
        return number != null && other != null && number < other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
