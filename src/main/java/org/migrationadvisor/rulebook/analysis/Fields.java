package org.migrationadvisor.rulebook.analysis;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.semantics.Vocabulary;

/**
 * The fields that a fact is made of, and for those that follow from others, from which. A field is named as {@code
 * Customer.country} or {@code Subscription.seats}.
 */
final class Fields {
    static final String AS_OF = "Customer.asOf";
    static final String END_DATE = "Subscription.endDate";
    static final String SUBSCRIPTION_COUNT = "Customer.subscriptionCount";
    static final String MOVING_COUNT = "Customer.movingCount";
    static final String OFFER_MATCH = "Subscription.offerMatch";
    static final String OFFER_SKU = "Subscription.offerSku";
    static final String TARGET_OFFER = "Subscription.targetOffer";
    static final String TARGET_MATCH = "Subscription.targetMatch";

    /** Fields of which some values together are impossible. */
    static final Set<String> OFFERS = Set.of(OFFER_MATCH, OFFER_SKU, TARGET_OFFER, TARGET_MATCH);

    private static final Set<String> ENDED = Set.of("Subscription.status", END_DATE, AS_OF);

    private static final Map<String, Set<String>> DERIVED = Map.of(
            "Subscription.asOf",
            Set.of(AS_OF),
            "Subscription.moving",
            Set.of("Subscription.program"),
            "Subscription.movingOrUnknown",
            Set.of("Subscription.program"),
            "Subscription.owner",
            Set.of("Subscription.program"),
            "Subscription.ended",
            ENDED,
            "Subscription.running",
            ENDED,
            "Subscription.runningOrUnknown",
            ENDED,
            "Subscription.daysToEnd",
            Set.of(END_DATE, AS_OF),
            "Subscription.addOn",
            Set.of("Subscription.baseSubscriptionId"),
            MOVING_COUNT,
            Set.of(MOVING_COUNT, SUBSCRIPTION_COUNT));

    /** The values of choices at which a field that follows from them changes. */
    static final Map<String, List<String>> TURNING_POINTS = Map.ofEntries(
            entry("Subscription.program", List.of("csp", "csp-legacy", "other-csp", "unknown")),
            entry("Subscription.status", List.of("expired", "disabled", "deleted", "unknown")));

    private static final Set<String> MADE_OF = Set.of(
            "Customer.id",
            "Customer.name",
            "Customer.domain",
            "Customer.country",
            "Customer.segment",
            "Customer.relationship",
            "Customer.agreementAccepted",
            "Customer.language",
            SUBSCRIPTION_COUNT,
            MOVING_COUNT,
            "Customer.firstEndDate",
            AS_OF,
            "Subscription.id",
            "Subscription.program",
            "Subscription.offerId",
            "Subscription.offerName",
            OFFER_SKU,
            OFFER_MATCH,
            "Subscription.targetOfferName",
            "Subscription.targetOfferSku",
            TARGET_MATCH,
            TARGET_OFFER,
            "Subscription.seats",
            "Subscription.assignedSeats",
            "Subscription.targetSeats",
            "Subscription.status",
            "Subscription.startDate",
            END_DATE,
            "Subscription.term",
            "Subscription.billingCycle",
            "Subscription.autoRenew",
            "Subscription.baseSubscriptionId",
            "Subscription.unitPrice",
            "Subscription.currency",
            "Subscription.targetProvisionedOn",
            "Subscription.billingAccount",
            "Subscription.endOfTermAction",
            "Subscription.purchasedOn",
            "Subscription.paidThrough",
            "Subscription.promotion",
            "Subscription.sourcePartner");

    private Fields() {}

    /** The fields from which one follows; null if that is not known. */
    static @Nullable Set<String> of(FactType type, List<Property> path) {
        FactType owner = type;
        for (Property property : path.subList(0, path.size() - 1)) {
            owner = Vocabulary.facts().stream()
                    .filter(fact -> fact.name().equals(property.factType()))
                    .findFirst()
                    .orElse(owner);
        }
        Property last = path.get(path.size() - 1);
        if (last.factType() != null) {
            return Set.of();
        }
        String name = owner.name() + "." + last.name();
        if (DERIVED.containsKey(name)) {
            return DERIVED.get(name);
        }
        return MADE_OF.contains(name) ? Set.of(name) : null;
    }

    /** The fields that can be chosen freely when facts are made. */
    static Stream<String> madeOf() {
        return MADE_OF.stream().sorted();
    }

    static String name(Property property) {
        return Vocabulary.owner(property).name() + "." + property.name();
    }

    static Property property(String field) {
        String[] parts = field.split("\\.", 2);
        for (FactType type : Vocabulary.facts()) {
            Property property = type.name().equals(parts[0]) ? type.property(parts[1]) : null;
            if (property != null) {
                return property;
            }
        }
        throw new IllegalArgumentException("field: found '" + field + "', which no fact has");
    }

    static boolean isCustomer(FactType type) {
        return type.javaType() == CustomerFact.class;
    }

    static boolean isSubscription(FactType type) {
        return type.javaType() == SubscriptionFact.class;
    }
}
