package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.OfferFacts;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** A customer with one subscription, made of chosen values. */
record SampleFacts(CustomerFact customer, SubscriptionFact subscription) {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    /** What the catalog tells is not tried: conditions on it count as ones that can hold. */
    private static final OfferFacts NO_PRODUCTS = new OfferFacts(null, null, null, List.of(), null);

    /** Makes the facts; a field without a value has some value. */
    static SampleFacts of(Map<String, @Nullable Object> values) {
        LocalDate asOf = date(values.getOrDefault(Fields.AS_OF, AS_OF), AS_OF);
        CustomerFact customer = new CustomerFact(
                text(values, "Customer.id", "c"),
                unknowableText(values, "Customer.name"),
                unknowableText(values, "Customer.domain"),
                unknowableText(values, "Customer.country"),
                text(values, "Customer.segment", "commercial"),
                text(values, "Customer.relationship", "accepted"),
                text(values, "Customer.agreementAccepted", "yes"),
                unknowableText(values, "Customer.language"),
                count(values, Fields.SUBSCRIPTION_COUNT),
                count(values, Fields.MOVING_COUNT),
                (LocalDate) values.get("Customer.firstEndDate"),
                asOf);
        LocalDate end = (LocalDate) values.get(Fields.END_DATE);
        SubscriptionFact subscription = new SubscriptionFact(
                customer,
                text(values, "Subscription.id", "s"),
                text(values, "Subscription.program", "ea"),
                unknowableText(values, "Subscription.offerId"),
                unknowableText(values, "Subscription.offerName"),
                unknowableText(values, Fields.OFFER_SKU),
                text(values, Fields.OFFER_MATCH, "found"),
                List.of(),
                unknowableText(values, "Subscription.targetOfferName"),
                unknowableText(values, "Subscription.targetOfferSku"),
                text(values, Fields.TARGET_MATCH, "found"),
                List.of(),
                text(values, Fields.TARGET_OFFER, "same"),
                (Integer) values.get("Subscription.seats"),
                (Integer) values.get("Subscription.assignedSeats"),
                (Integer) values.get("Subscription.targetSeats"),
                text(values, "Subscription.status", "active"),
                (LocalDate) values.get("Subscription.startDate"),
                end,
                end == null ? null : (Integer) (int) ChronoUnit.DAYS.between(asOf, end),
                text(values, "Subscription.term", "P1Y"),
                text(values, "Subscription.billingCycle", "annual"),
                text(values, "Subscription.autoRenew", "no"),
                unknowableText(values, "Subscription.baseSubscriptionId"),
                (BigDecimal) values.get("Subscription.unitPrice"),
                unknowableText(values, "Subscription.currency"),
                (LocalDate) values.get("Subscription.targetProvisionedOn"),
                text(values, "Subscription.billingAccount", "mca"),
                text(values, "Subscription.endOfTermAction", "renew"),
                (LocalDate) values.get("Subscription.purchasedOn"),
                (LocalDate) values.get("Subscription.paidThrough"),
                text(values, "Subscription.promotion", "no"),
                unknowableText(values, "Subscription.sourcePartner"),
                NO_PRODUCTS);
        return new SampleFacts(customer, subscription);
    }

    /** Whether facts can be so: what the list and the offers table say of one thing fits together. */
    static boolean isPossible(Map<String, @Nullable Object> values) {
        if (values.containsKey(Fields.MOVING_COUNT)
                && count(values, Fields.MOVING_COUNT) > count(values, Fields.SUBSCRIPTION_COUNT)) {
            return false;
        }
        Object match = values.get(Fields.OFFER_MATCH);
        if (match != null
                && values.containsKey(Fields.OFFER_SKU)
                && match.equals("found") != (values.get(Fields.OFFER_SKU) != null)) {
            return false;
        }
        if (!"different".equals(values.get(Fields.TARGET_OFFER))) {
            return true;
        }
        Object targetMatch = values.get(Fields.TARGET_MATCH);
        return (match == null || match.equals("found")) && (targetMatch == null || targetMatch.equals("found"));
    }

    private static LocalDate date(@Nullable Object value, LocalDate otherwise) {
        return value == null ? otherwise : (LocalDate) value;
    }

    private static String text(Map<String, @Nullable Object> values, String field, String otherwise) {
        Object value = values.get(field);
        return value == null ? otherwise : (String) value;
    }

    private static @Nullable String unknowableText(Map<String, @Nullable Object> values, String field) {
        return (String) values.get(field);
    }

    private static Integer count(Map<String, @Nullable Object> values, String field) {
        Object value = values.get(field);
        return value == null ? 1 : (Integer) value;
    }
}
