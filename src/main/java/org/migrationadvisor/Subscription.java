package org.migrationadvisor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One license-based subscription of a customer, as its source reports it. Immutable.
 *
 * @param id the subscription id, unique for the customer
 * @param program the program it is bought through
 * @param offer the offer as given
 * @param seats seats bought, 0 or more; null if unknown
 * @param assignedSeats seats assigned to users, 0 or more; null if unknown
 * @param status the state at the source
 * @param startDate first day of the term, UTC; null if unknown
 * @param endDate commitment end: last day of the term, inclusive, UTC; null if unknown
 * @param term the length of the commitment
 * @param billingCycle how often it is invoiced
 * @param autoRenew whether a new term starts by itself at the end
 * @param baseSubscriptionId for an add-on, the id of its base subscription; null if none or unknown
 * @param unitPrice price of one seat for one month, 0 or more; null if unknown
 * @param currency ISO 4217 code of the price; null if unknown
 * @param targetOffer the offer wanted after the move; null means the same offer
 * @param targetSeats seats wanted after the move, 0 or more; null means the same number
 * @param targetProvisionedOn day on which the new subscription was or will be provisioned, UTC; null if it is not
 * @param billingAccount the billing account on which it was bought directly
 * @param endOfTermAction what is set to happen when the term ends
 * @param purchasedOn day on which it was bought, before all renewals, UTC; null if unknown
 * @param paidThrough last day that is paid for, inclusive, UTC; null if unknown
 * @param promotion whether it was bought in a promotion
 * @param sourcePartner name of the partner who sells it now; null if none or unknown
 */
public record Subscription(
        String id,
        Program program,
        Offer offer,
        @Nullable Integer seats,
        @Nullable Integer assignedSeats,
        Status status,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        Term term,
        BillingCycle billingCycle,
        Answer autoRenew,
        @Nullable String baseSubscriptionId,
        @Nullable BigDecimal unitPrice,
        @Nullable String currency,
        @Nullable Offer targetOffer,
        @Nullable Integer targetSeats,
        @Nullable LocalDate targetProvisionedOn,
        BillingAccount billingAccount,
        EndOfTermAction endOfTermAction,
        @Nullable LocalDate purchasedOn,
        @Nullable LocalDate paidThrough,
        Answer promotion,
        @Nullable String sourcePartner) {

    /**
     * @throws NullPointerException naming the component, if one that must be known or {@code UNKNOWN} is null
     * @throws IllegalArgumentException if the id is blank, or a number of seats or the price is negative
     */
    public Subscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(billingCycle, "billingCycle");
        Objects.requireNonNull(autoRenew, "autoRenew");
        Objects.requireNonNull(billingAccount, "billingAccount");
        Objects.requireNonNull(endOfTermAction, "endOfTermAction");
        Objects.requireNonNull(promotion, "promotion");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id: found a blank text, expected the id of a subscription");
        }
        requireNotNegative("seats", seats);
        requireNotNegative("assignedSeats", assignedSeats);
        requireNotNegative("targetSeats", targetSeats);
        if (unitPrice != null && unitPrice.signum() < 0) {
            throw new IllegalArgumentException("unitPrice: found " + unitPrice + ", expected 0 or more");
        }
    }

    /** A subscription of which everything behind {@code targetProvisionedOn} is unknown; errors as the other one. */
    public Subscription(
            String id,
            Program program,
            Offer offer,
            @Nullable Integer seats,
            @Nullable Integer assignedSeats,
            Status status,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            Term term,
            BillingCycle billingCycle,
            Answer autoRenew,
            @Nullable String baseSubscriptionId,
            @Nullable BigDecimal unitPrice,
            @Nullable String currency,
            @Nullable Offer targetOffer,
            @Nullable Integer targetSeats,
            @Nullable LocalDate targetProvisionedOn) {
        this(
                id,
                program,
                offer,
                seats,
                assignedSeats,
                status,
                startDate,
                endDate,
                term,
                billingCycle,
                autoRenew,
                baseSubscriptionId,
                unitPrice,
                currency,
                targetOffer,
                targetSeats,
                targetProvisionedOn,
                BillingAccount.UNKNOWN,
                EndOfTermAction.UNKNOWN,
                null,
                null,
                Answer.UNKNOWN,
                null);
    }

    private static void requireNotNegative(String name, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + ": found " + value + ", expected 0 or more");
        }
    }

    /** A builder in which everything but the id is unknown. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Collects what is known of a subscription; what is not set stays unknown. */
    public static final class Builder {
        private final String id;
        private Program program = Program.UNKNOWN;
        private Offer offer = Offer.UNKNOWN;
        private @Nullable Integer seats;
        private @Nullable Integer assignedSeats;
        private Status status = Status.UNKNOWN;
        private @Nullable LocalDate startDate;
        private @Nullable LocalDate endDate;
        private Term term = Term.UNKNOWN;
        private BillingCycle billingCycle = BillingCycle.UNKNOWN;
        private Answer autoRenew = Answer.UNKNOWN;
        private @Nullable String baseSubscriptionId;
        private @Nullable BigDecimal unitPrice;
        private @Nullable String currency;
        private @Nullable Offer targetOffer;
        private @Nullable Integer targetSeats;
        private @Nullable LocalDate targetProvisionedOn;
        private BillingAccount billingAccount = BillingAccount.UNKNOWN;
        private EndOfTermAction endOfTermAction = EndOfTermAction.UNKNOWN;
        private @Nullable LocalDate purchasedOn;
        private @Nullable LocalDate paidThrough;
        private Answer promotion = Answer.UNKNOWN;
        private @Nullable String sourcePartner;

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        public Builder program(Program value) {
            program = value;
            return this;
        }

        public Builder offer(Offer value) {
            offer = value;
            return this;
        }

        public Builder seats(@Nullable Integer value) {
            seats = value;
            return this;
        }

        public Builder assignedSeats(@Nullable Integer value) {
            assignedSeats = value;
            return this;
        }

        public Builder status(Status value) {
            status = value;
            return this;
        }

        public Builder startDate(@Nullable LocalDate value) {
            startDate = value;
            return this;
        }

        public Builder endDate(@Nullable LocalDate value) {
            endDate = value;
            return this;
        }

        public Builder term(Term value) {
            term = value;
            return this;
        }

        public Builder billingCycle(BillingCycle value) {
            billingCycle = value;
            return this;
        }

        public Builder autoRenew(Answer value) {
            autoRenew = value;
            return this;
        }

        public Builder baseSubscriptionId(@Nullable String value) {
            baseSubscriptionId = value;
            return this;
        }

        public Builder unitPrice(@Nullable BigDecimal value) {
            unitPrice = value;
            return this;
        }

        public Builder currency(@Nullable String value) {
            currency = value;
            return this;
        }

        public Builder targetOffer(@Nullable Offer value) {
            targetOffer = value;
            return this;
        }

        public Builder targetSeats(@Nullable Integer value) {
            targetSeats = value;
            return this;
        }

        public Builder targetProvisionedOn(@Nullable LocalDate value) {
            targetProvisionedOn = value;
            return this;
        }

        public Builder billingAccount(BillingAccount value) {
            billingAccount = value;
            return this;
        }

        public Builder endOfTermAction(EndOfTermAction value) {
            endOfTermAction = value;
            return this;
        }

        public Builder purchasedOn(@Nullable LocalDate value) {
            purchasedOn = value;
            return this;
        }

        public Builder paidThrough(@Nullable LocalDate value) {
            paidThrough = value;
            return this;
        }

        public Builder promotion(Answer value) {
            promotion = value;
            return this;
        }

        public Builder sourcePartner(@Nullable String value) {
            sourcePartner = value;
            return this;
        }

        /** The subscription; errors as the record's constructor. */
        public Subscription build() {
            return new Subscription(
                    id,
                    program,
                    offer,
                    seats,
                    assignedSeats,
                    status,
                    startDate,
                    endDate,
                    term,
                    billingCycle,
                    autoRenew,
                    baseSubscriptionId,
                    unitPrice,
                    currency,
                    targetOffer,
                    targetSeats,
                    targetProvisionedOn,
                    billingAccount,
                    endOfTermAction,
                    purchasedOn,
                    paidThrough,
                    promotion,
                    sourcePartner);
        }
    }
}
