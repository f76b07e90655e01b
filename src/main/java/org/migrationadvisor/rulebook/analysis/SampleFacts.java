package org.migrationadvisor.rulebook.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.OfferFacts;
import org.migrationadvisor.rulebook.semantics.ResolvedOffer;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** A customer with one subscription, made of chosen values. */
record SampleFacts(CustomerFact customer, SubscriptionFact subscription) {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    /**
     * Makes the facts; a field without a value has some value.
     *
     * @param table the fields of the list
     */
    static SampleFacts of(Map<String, @Nullable Object> values, FactTable table) {
        LocalDate asOf = (LocalDate) Objects.requireNonNullElse(values.get(Fields.AS_OF), AS_OF);
        Subscription.Builder subscription = Subscription.builder("s", table);
        Customer.Builder customer = Customer.builder("c", table);
        values.forEach((name, value) -> {
            FactField field = table.field(name);
            if (field != null && value != null) {
                (field.ofCustomer() ? customer : subscription).set(field, value);
            }
        });
        CustomerFact customerFact = new CustomerFact(
                customer.build(),
                count(values, Fields.SUBSCRIPTION_COUNT),
                count(values, Fields.MOVING_COUNT),
                (LocalDate) values.get(Fields.FIRST_END_DATE),
                asOf);
        return new SampleFacts(customerFact, new SubscriptionFact(customerFact, subscription.build(), offers(values)));
    }

    /** What the catalog tells of products is not tried: conditions on it count as ones that can hold. */
    private static OfferFacts offers(Map<String, @Nullable Object> values) {
        return new OfferFacts(
                new ResolvedOffer(
                        (String) values.get(Fields.OFFER_NAME),
                        (String) values.get(Fields.OFFER_SKU),
                        text(values, Fields.OFFER_MATCH, "found"),
                        List.of()),
                new ResolvedOffer(
                        (String) values.get(Fields.TARGET_OFFER_NAME),
                        (String) values.get(Fields.TARGET_OFFER_SKU),
                        text(values, Fields.TARGET_MATCH, "found"),
                        List.of()),
                text(values, Fields.TARGET_OFFER, "same"),
                null,
                null,
                null,
                List.of(),
                null);
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

    private static String text(Map<String, @Nullable Object> values, String field, String otherwise) {
        Object value = values.get(field);
        return value == null ? otherwise : (String) value;
    }

    private static Integer count(Map<String, @Nullable Object> values, String field) {
        Object value = values.get(field);
        return value == null ? 1 : (Integer) value;
    }
}
