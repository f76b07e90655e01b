package org.migrationadvisor.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One license-based subscription of a customer, as its source reports it. Immutable. */
public final class Subscription extends ListedFact {

    private Subscription(Builder builder) {
        super(builder);
    }

    @Override
    FactField.Owner owner() {
        return FactField.Owner.SUBSCRIPTION;
    }

    /** The subscription id, unique for the customer. */
    public String id() {
        return Objects.requireNonNull(text(FactFields.SUBSCRIPTION_ID));
    }

    /** The program it is bought through. */
    public Program program() {
        return constant(FactFields.PROGRAM, Program.class);
    }

    /** The offer as given. */
    public Offer offer() {
        return offer(FactFields.OFFER_ID, FactFields.OFFER_NAME);
    }

    /** Seats bought, 0 or more; null if unknown. */
    public @Nullable Integer seats() {
        return whole(FactFields.SEATS);
    }

    /** Seats assigned to users, 0 or more; null if unknown. */
    public @Nullable Integer assignedSeats() {
        return whole(FactFields.ASSIGNED_SEATS);
    }

    /** The state at the source. */
    public Status status() {
        return constant(FactFields.STATUS, Status.class);
    }

    /** First day of the term, UTC; null if unknown. */
    public @Nullable LocalDate startDate() {
        return date(FactFields.START_DATE);
    }

    /** Commitment end: last day of the term, inclusive, UTC; null if unknown. */
    public @Nullable LocalDate endDate() {
        return date(FactFields.END_DATE);
    }

    /** The length of the commitment. */
    public Term term() {
        return constant(FactFields.TERM, Term.class);
    }

    /** How often it is invoiced. */
    public BillingCycle billingCycle() {
        return constant(FactFields.BILLING_CYCLE, BillingCycle.class);
    }

    /** Whether a new term starts by itself at the end. */
    public Answer autoRenew() {
        return constant(FactFields.AUTO_RENEW, Answer.class);
    }

    /** For an add-on, the id of its base subscription; null if none or unknown. */
    public @Nullable String baseSubscriptionId() {
        return text(FactFields.BASE_SUBSCRIPTION_ID);
    }

    /** Price of one seat for one month, 0 or more; null if unknown. */
    public @Nullable BigDecimal unitPrice() {
        return (BigDecimal) value(FactFields.UNIT_PRICE);
    }

    /** ISO 4217 code of the price; null if unknown. */
    public @Nullable String currency() {
        return text(FactFields.CURRENCY);
    }

    /** The offer wanted after the move; null means the same offer. */
    public @Nullable Offer targetOffer() {
        Offer target = offer(FactFields.TARGET_OFFER_ID, FactFields.TARGET_OFFER_NAME);
        return target.isUnknown() ? null : target;
    }

    /** Seats wanted after the move, 0 or more; null means the same number. */
    public @Nullable Integer targetSeats() {
        return whole(FactFields.TARGET_SEATS);
    }

    /** Day on which the new subscription was or will be provisioned, UTC; null if it is not. */
    public @Nullable LocalDate targetProvisionedOn() {
        return date(FactFields.TARGET_PROVISIONED_ON);
    }

    /** The billing account on which it was bought directly. */
    public BillingAccount billingAccount() {
        return constant(FactFields.BILLING_ACCOUNT, BillingAccount.class);
    }

    /** What is set to happen when the term ends. */
    public EndOfTermAction endOfTermAction() {
        return constant(FactFields.END_OF_TERM_ACTION, EndOfTermAction.class);
    }

    /** Day on which it was bought, before all renewals, UTC; null if unknown. */
    public @Nullable LocalDate purchasedOn() {
        return date(FactFields.PURCHASED_ON);
    }

    /** Last day that is paid for, inclusive, UTC; null if unknown. */
    public @Nullable LocalDate paidThrough() {
        return date(FactFields.PAID_THROUGH);
    }

    /** Whether it was bought in a promotion. */
    public Answer promotion() {
        return constant(FactFields.PROMOTION, Answer.class);
    }

    /** Name of the partner who sells it now; null if none or unknown. */
    public @Nullable String sourcePartner() {
        return text(FactFields.SOURCE_PARTNER);
    }

    /** A builder with all that this one knows. */
    public Builder toBuilder() {
        return builder(id(), table()).of(this);
    }

    /** A builder in which everything but the id is unknown. */
    public static Builder builder(String id) {
        return builder(id, FactTable.STANDARD);
    }

    /** A builder for the fields of a table, in which everything but the id is unknown. */
    public static Builder builder(String id, FactTable table) {
        return new Builder(id, table);
    }

    /** Collects what is known of a subscription; what is not set stays unknown. */
    public static final class Builder extends ListedFact.Builder<Builder> {

        private Builder(String id, FactTable table) {
            super(table, FactField.Owner.SUBSCRIPTION, id);
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder program(Program value) {
            return set(FactFields.PROGRAM, value);
        }

        public Builder offer(Offer value) {
            Objects.requireNonNull(value, "offer");
            return set(FactFields.OFFER_ID, value.id()).set(FactFields.OFFER_NAME, value.name());
        }

        public Builder seats(@Nullable Integer value) {
            return set(FactFields.SEATS, value);
        }

        public Builder assignedSeats(@Nullable Integer value) {
            return set(FactFields.ASSIGNED_SEATS, value);
        }

        public Builder status(Status value) {
            return set(FactFields.STATUS, value);
        }

        public Builder startDate(@Nullable LocalDate value) {
            return set(FactFields.START_DATE, value);
        }

        public Builder endDate(@Nullable LocalDate value) {
            return set(FactFields.END_DATE, value);
        }

        public Builder term(Term value) {
            return set(FactFields.TERM, value);
        }

        public Builder billingCycle(BillingCycle value) {
            return set(FactFields.BILLING_CYCLE, value);
        }

        public Builder autoRenew(Answer value) {
            return set(FactFields.AUTO_RENEW, value);
        }

        public Builder baseSubscriptionId(@Nullable String value) {
            return set(FactFields.BASE_SUBSCRIPTION_ID, value);
        }

        public Builder unitPrice(@Nullable BigDecimal value) {
            return set(FactFields.UNIT_PRICE, value);
        }

        public Builder currency(@Nullable String value) {
            return set(FactFields.CURRENCY, value);
        }

        public Builder targetOffer(@Nullable Offer value) {
            Offer target = value == null ? Offer.UNKNOWN : value;
            return set(FactFields.TARGET_OFFER_ID, target.id()).set(FactFields.TARGET_OFFER_NAME, target.name());
        }

        public Builder targetSeats(@Nullable Integer value) {
            return set(FactFields.TARGET_SEATS, value);
        }

        public Builder targetProvisionedOn(@Nullable LocalDate value) {
            return set(FactFields.TARGET_PROVISIONED_ON, value);
        }

        public Builder billingAccount(BillingAccount value) {
            return set(FactFields.BILLING_ACCOUNT, value);
        }

        public Builder endOfTermAction(EndOfTermAction value) {
            return set(FactFields.END_OF_TERM_ACTION, value);
        }

        public Builder purchasedOn(@Nullable LocalDate value) {
            return set(FactFields.PURCHASED_ON, value);
        }

        public Builder paidThrough(@Nullable LocalDate value) {
            return set(FactFields.PAID_THROUGH, value);
        }

        public Builder promotion(Answer value) {
            return set(FactFields.PROMOTION, value);
        }

        public Builder sourcePartner(@Nullable String value) {
            return set(FactFields.SOURCE_PARTNER, value);
        }

        /**
         * The subscription.
         *
         * @throws IllegalArgumentException if the id is blank
         */
        public Subscription build() {
            return new Subscription(this);
        }
    }
}
