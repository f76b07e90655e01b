package org.migrationadvisor.workbench.gaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.BillingAccount;
import org.migrationadvisor.BillingCycle;
import org.migrationadvisor.Coded;
import org.migrationadvisor.Customer;
import org.migrationadvisor.EndOfTermAction;
import org.migrationadvisor.Offer;
import org.migrationadvisor.Program;
import org.migrationadvisor.Relationship;
import org.migrationadvisor.Segment;
import org.migrationadvisor.Status;
import org.migrationadvisor.Subscription;
import org.migrationadvisor.Term;

/**
 * A fact that a list carries and from which rules' fields are made, with the name that lists and cases have for it. One
 * that can be given relative to another comes after it.
 */
enum RawFact {
    AS_OF("asOf", Of.INPUT),
    SUBSCRIPTIONS("subscriptions", Of.INPUT),

    SEGMENT("segment", Of.CUSTOMER),
    COUNTRY("country", Of.CUSTOMER),
    NAME("name", Of.CUSTOMER),
    DOMAIN("domain", Of.CUSTOMER),
    RELATIONSHIP("relationship", Of.CUSTOMER),
    AGREEMENT_ACCEPTED("agreementAccepted", Of.CUSTOMER),
    LANGUAGE("language", Of.CUSTOMER),

    PROGRAM("program", Of.SUBSCRIPTION),
    OFFER("offer", Of.SUBSCRIPTION),
    SEATS("seats", Of.SUBSCRIPTION),
    ASSIGNED_SEATS("assignedSeats", Of.SUBSCRIPTION),
    STATUS("status", Of.SUBSCRIPTION),
    END_DATE("endDate", Of.SUBSCRIPTION),
    START_DATE("startDate", Of.SUBSCRIPTION),
    TERM("term", Of.SUBSCRIPTION),
    BILLING_CYCLE("billingCycle", Of.SUBSCRIPTION),
    AUTO_RENEW("autoRenew", Of.SUBSCRIPTION),
    BASE_SUBSCRIPTION_ID("baseSubscriptionId", Of.SUBSCRIPTION),
    UNIT_PRICE("unitPrice", Of.SUBSCRIPTION),
    CURRENCY("currency", Of.SUBSCRIPTION),
    TARGET_OFFER("targetOffer", Of.SUBSCRIPTION),
    TARGET_SEATS("targetSeats", Of.SUBSCRIPTION),
    TARGET_PROVISIONED_ON("targetProvisionedOn", Of.SUBSCRIPTION),
    BILLING_ACCOUNT("billingAccount", Of.SUBSCRIPTION),
    END_OF_TERM_ACTION("endOfTermAction", Of.SUBSCRIPTION),
    PURCHASED_ON("purchasedOn", Of.SUBSCRIPTION),
    PAID_THROUGH("paidThrough", Of.SUBSCRIPTION),
    PROMOTION("promotion", Of.SUBSCRIPTION),
    SOURCE_PARTNER("sourcePartner", Of.SUBSCRIPTION);

    /** Whose fact it is. */
    private enum Of {
        INPUT,
        CUSTOMER,
        SUBSCRIPTION
    }

    private final String key;
    private final Of of;

    RawFact(String key, Of of) {
        this.key = key;
        this.of = of;
    }

    /** The name in messages. */
    String key() {
        return key;
    }

    boolean ofCustomer() {
        return of == Of.CUSTOMER;
    }

    boolean ofSubscription() {
        return of == Of.SUBSCRIPTION;
    }

    private static <T> T known(@Nullable Object value, Class<T> type) {
        if (value == null) {
            throw new IllegalArgumentException("found no value, expected a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /** Sets this fact of a customer; null is unknown. */
    void set(Customer.Builder customer, @Nullable Object value) {
        switch (this) {
            case SEGMENT -> customer.segment(known(value, Segment.class));
            case COUNTRY -> customer.country((String) value);
            case NAME -> customer.name((String) value);
            case DOMAIN -> customer.domain((String) value);
            case RELATIONSHIP -> customer.relationship(known(value, Relationship.class));
            case AGREEMENT_ACCEPTED -> customer.agreementAccepted(known(value, Answer.class));
            case LANGUAGE -> customer.language((String) value);
            default -> throw new IllegalStateException(key + " is no fact of a customer");
        }
    }

    /** Sets this fact of a subscription; null is unknown. */
    void set(Subscription.Builder subscription, @Nullable Object value) {
        switch (this) {
            case PROGRAM -> subscription.program(known(value, Program.class));
            case OFFER -> subscription.offer(known(value, Offer.class));
            case SEATS -> subscription.seats((Integer) value);
            case ASSIGNED_SEATS -> subscription.assignedSeats((Integer) value);
            case STATUS -> subscription.status(known(value, Status.class));
            case END_DATE -> subscription.endDate((LocalDate) value);
            case START_DATE -> subscription.startDate((LocalDate) value);
            case TERM -> subscription.term(known(value, Term.class));
            case BILLING_CYCLE -> subscription.billingCycle(known(value, BillingCycle.class));
            case AUTO_RENEW -> subscription.autoRenew(known(value, Answer.class));
            case BASE_SUBSCRIPTION_ID -> subscription.baseSubscriptionId((String) value);
            case UNIT_PRICE -> subscription.unitPrice((BigDecimal) value);
            case CURRENCY -> subscription.currency((String) value);
            case TARGET_OFFER -> subscription.targetOffer((Offer) value);
            case TARGET_SEATS -> subscription.targetSeats((Integer) value);
            case TARGET_PROVISIONED_ON -> subscription.targetProvisionedOn((LocalDate) value);
            case BILLING_ACCOUNT -> subscription.billingAccount(known(value, BillingAccount.class));
            case END_OF_TERM_ACTION -> subscription.endOfTermAction(known(value, EndOfTermAction.class));
            case PURCHASED_ON -> subscription.purchasedOn((LocalDate) value);
            case PAID_THROUGH -> subscription.paidThrough((LocalDate) value);
            case PROMOTION -> subscription.promotion(known(value, Answer.class));
            case SOURCE_PARTNER -> subscription.sourcePartner((String) value);
            default -> throw new IllegalStateException(key + " is no fact of a subscription");
        }
    }

    /** The value as lists and cases have it, by their names; unknown is the text {@code unknown}. */
    Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (this == OFFER || this == TARGET_OFFER) {
            Offer offer = value == null ? Offer.UNKNOWN : (Offer) value;
            texts.put(key + "Id", text(offer.id()));
            texts.put(key + "Name", text(offer.name()));
        } else {
            texts.put(key, text(value));
        }
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof Coded coded) {
            return coded.code();
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
