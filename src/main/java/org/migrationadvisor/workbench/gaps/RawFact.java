package org.migrationadvisor.workbench.gaps;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.facts.ListedFact;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;

/**
 * A fact that a list carries and from which rules' fields are made: a field of the list, an offer with its id and name,
 * the as-of date, or how many subscriptions there are. One that can be given relative to another comes after it.
 */
final class RawFact implements Comparable<RawFact> {
    static final RawFact AS_OF = new RawFact("asOf", null, 0);
    static final RawFact SUBSCRIPTIONS = new RawFact("subscriptions", null, 1);

    private final String key;
    private final @Nullable FactField field;
    private final int order;

    private RawFact(String key, @Nullable FactField field, int order) {
        this.key = key;
        this.field = field;
        this.order = order;
    }

    /** @param field of an offer, that of its id */
    RawFact(FactField field, int order) {
        this(FactFields.OF_OFFERS.contains(field) ? field.key().replaceAll("Id$", "") : field.key(), field, order);
    }

    /** The name in messages. */
    String key() {
        return key;
    }

    boolean is(FactField other) {
        return field == other;
    }

    boolean isOffer() {
        return field != null && FactFields.OF_OFFERS.contains(field);
    }

    boolean isDate() {
        return this == AS_OF || has(FieldType.DATE);
    }

    /** Whether it is a number that rules can compare with others, such as one of seats. */
    boolean isCount() {
        return has(FieldType.WHOLE);
    }

    boolean isAmount() {
        return has(FieldType.DECIMAL);
    }

    private boolean has(FieldType type) {
        return field != null && field.type() == type;
    }

    boolean ofCustomer() {
        return field != null && field.ofCustomer();
    }

    boolean ofSubscription() {
        return field != null && !field.ofCustomer();
    }

    /** Sets this fact of a customer or subscription; null is unknown. */
    void set(ListedFact.Builder<?> fact, @Nullable Object value) {
        if (field == null) {
            throw new IllegalStateException(key + " is no fact of a customer or subscription");
        }
        if (fact instanceof Subscription.Builder subscription && isOffer()) {
            Offer offer = value == null ? Offer.UNKNOWN : (Offer) value;
            if (is(FactFields.OFFER_ID)) {
                subscription.offer(offer);
            } else {
                subscription.targetOffer(offer);
            }
        } else {
            fact.set(field, value);
        }
    }

    /** The value as lists and cases have it, by their names; unknown is the text {@code unknown}. */
    Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (isOffer()) {
            Offer offer = value == null ? Offer.UNKNOWN : (Offer) value;
            texts.put(key + "Id", text(offer.id()));
            texts.put(key + "Name", text(offer.name()));
        } else {
            texts.put(key, text(value));
        }
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value == null ? FactField.UNKNOWN : FieldType.text(value);
    }

    @Override
    public int compareTo(RawFact other) {
        return Integer.compare(order, other.order);
    }

    @Override
    public String toString() {
        return key;
    }
}
