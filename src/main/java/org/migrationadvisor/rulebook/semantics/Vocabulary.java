package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The words of the rule language: the facts with their fields, and the values of the policy. */
public final class Vocabulary {
    /** The pattern through which rules read {@code policy.yaml}. */
    public static final String POLICY = "Policy";

    /** The value of a choice that is not known. */
    public static final String UNKNOWN = "unknown";

    /** Who can act on a recommendation. */
    public static final List<String> ACTORS = List.of("partner", "customer", "source-partner", "microsoft");

    static final List<String> YES_NO = List.of("yes", "no", UNKNOWN);
    private static final List<String> MATCH = List.of("found", "ambiguous", "not-found", "not-given");

    private static final FactType CUSTOMER = FactType.builder("Customer", CustomerFact.class)
            .id(CustomerFact::id, "The tenant id.")
            .text("name", CustomerFact::name, "The company's name.")
            .text("domain", CustomerFact::domain, "The tenant's primary domain.")
            .text("country", CustomerFact::country, "The tenant's registered country, ISO 3166 alpha-2.")
            .holding(TextKind.COUNTRY)
            .choice(
                    "segment",
                    CustomerFact::segment,
                    List.of("commercial", "education", "government", "nonprofit", "state-owned", UNKNOWN),
                    "The kind of customer.")
            .choice(
                    "relationship",
                    CustomerFact::relationship,
                    List.of("none", "invited", "accepted", UNKNOWN),
                    "The reseller relationship with the partner.")
            .choice(
                    "agreementAccepted",
                    CustomerFact::agreementAccepted,
                    YES_NO,
                    "Whether the Microsoft Customer Agreement is accepted.")
            .text("language", CustomerFact::language, "The language to write in, a BCP 47 tag such as pt-BR.")
            .count("subscriptionCount", CustomerFact::subscriptionCount, "How many subscriptions the list has.")
            .count(
                    "movingCount",
                    CustomerFact::movingCount,
                    "How many of them are not, or not known to be, the partner's own already.")
            .unknowable(
                    "firstEndDate",
                    ValueType.DATE,
                    CustomerFact::firstEndDate,
                    "The first end date of those of them that are still to be provisioned.")
            .orNone()
            .date("asOf", CustomerFact::asOf, "The day for which advice is given.")
            .build();

    private static final FactType SUBSCRIPTION = OfferFields.addTo(PaymentFields.addTo(FactType.builder(
                            "Subscription", SubscriptionFact.class)
                    .fact("customer", SubscriptionFact::customer, "Customer", "The customer who holds it.")
                    .id(SubscriptionFact::id, "The subscription id.")
                    .choice(
                            "program",
                            SubscriptionFact::program,
                            List.of(
                                    "web-direct",
                                    "ea",
                                    "mpsa",
                                    "open",
                                    "open-value",
                                    "select",
                                    "advisor",
                                    "syndication",
                                    "other-csp",
                                    "csp-legacy",
                                    "csp",
                                    UNKNOWN),
                            "The program it is bought through; csp is the partner's own already.")
                    .unknowable(
                            "moving",
                            ValueType.TRUTH,
                            SubscriptionFact::moving,
                            "Held outside the partner's own new-commerce CSP.")
                    .askedThrough("program")
                    .truth(
                            "movingOrUnknown",
                            SubscriptionFact::movingOrUnknown,
                            "Not known to be the partner's own already.")
                    .choice(
                            "status",
                            SubscriptionFact::status,
                            List.of("active", "trial", "suspended", "expired", "disabled", "deleted", UNKNOWN),
                            "The state at the source.")
                    .unknowable(
                            "running",
                            ValueType.TRUTH,
                            SubscriptionFact::running,
                            "Still there: the status says so and the end has not passed.")
                    .askedThrough("status")
                    .truth("runningOrUnknown", SubscriptionFact::runningOrUnknown, "Not known to have ended.")
                    .unknowable(
                            "ended",
                            ValueType.TRUTH,
                            SubscriptionFact::ended,
                            "Ended, by its status or because its end date has passed.")
                    .askedThrough("status")
                    .unknowable("startDate", ValueType.DATE, SubscriptionFact::startDate, "First day of the term.")
                    .unknowable(
                            "endDate",
                            ValueType.DATE,
                            SubscriptionFact::endDate,
                            "Last day of the commitment, inclusive.")
                    .unknowable(
                            "daysToEnd",
                            ValueType.WHOLE,
                            SubscriptionFact::daysToEnd,
                            "Days from the as-of date to the end date: 0 on the last day, negative after it.")
                    .askedThrough("endDate")
                    .date("asOf", SubscriptionFact::asOf, "The day for which advice is given.")
                    .choice(
                            "term",
                            SubscriptionFact::term,
                            List.of("P1M", "P1Y", "P3Y", UNKNOWN),
                            "The length of the commitment.")
                    .choice(
                            "autoRenew",
                            SubscriptionFact::autoRenew,
                            YES_NO,
                            "Whether a new term starts by itself at the end.")
                    .text("offerId", SubscriptionFact::offerId, "The offer's id as given.")
                    .holding(TextKind.OFFER_ID)
                    .text(
                            "offerName",
                            SubscriptionFact::offerName,
                            "The offer's name, from the offers table or as given.")
                    .holding(TextKind.OFFER_NAME)
                    .text("offerSku", SubscriptionFact::offerSku, "Part number of the licensing SKU, where resolved.")
                    .holding(TextKind.PART_NUMBER)
                    .choice(
                            "offerMatch",
                            SubscriptionFact::offerMatch,
                            MATCH,
                            "How the offer was found in the offers table.")
                    .texts(
                            "offerCandidates",
                            SubscriptionFact::offerCandidates,
                            "The products that the offer could be.")
                    .count(
                            "offerCandidateCount",
                            fact -> fact.offerCandidates().size(),
                            "How many products the offer could be.")
                    .choice(
                            "targetOffer",
                            SubscriptionFact::targetOffer,
                            List.of("same", "different", "unclear"),
                            "The wanted offer compared with this one, by licensing SKU.")
                    .text("targetOfferName", SubscriptionFact::targetOfferName, "The wanted offer's name.")
                    .holding(TextKind.OFFER_NAME)
                    .text(
                            "targetOfferSku",
                            SubscriptionFact::targetOfferSku,
                            "Part number of the wanted licensing SKU.")
                    .holding(TextKind.PART_NUMBER)
                    .choice(
                            "targetMatch",
                            SubscriptionFact::targetMatch,
                            MATCH,
                            "How the wanted offer was found in the offers table; not-given means the same offer.")
                    .texts(
                            "targetCandidates",
                            SubscriptionFact::targetCandidates,
                            "The products the wanted offer could be.")
                    .count(
                            "targetCandidateCount",
                            fact -> fact.targetCandidates().size(),
                            "How many products the wanted offer could be.")
                    .unknowable("seats", ValueType.WHOLE, SubscriptionFact::seats, "Seats bought.")
                    .askedThrough("targetSeats")
                    .unknowable(
                            "assignedSeats",
                            ValueType.WHOLE,
                            SubscriptionFact::assignedSeats,
                            "Seats assigned to users.")
                    .unknowable(
                            "targetSeats",
                            ValueType.WHOLE,
                            SubscriptionFact::targetSeats,
                            "Seats wanted; the seats bought where nothing else is asked for.")
                    .unknowable(
                            "targetProvisionedOn",
                            ValueType.DATE,
                            SubscriptionFact::targetProvisionedOn,
                            "Day on which the new subscription was or will be provisioned.")
                    .orNone()
                    .truth("addOn", SubscriptionFact::addOn, "Whether it is an add-on to another subscription.")
                    .text("baseSubscriptionId", SubscriptionFact::baseSubscriptionId, "For an add-on, the base's id.")
                    .orNone()))
            .build();

    private static final List<FactType> FACTS = List.of(CUSTOMER, SUBSCRIPTION);

    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Map<String, Object> policy;
    private final Set<String> unset;
    private final Predicate<String> brokenPolicy;

    /**
     * @param policy the values of {@code policy.yaml} by name: whole numbers, decimals, texts, dates, truth values
     *     and lists of texts
     * @param unset the types of the values that are not set, by name
     * @param brokenPolicy whether a value is there and could not be read
     */
    public Vocabulary(Map<String, Object> policy, Map<String, ValueType> unset, Predicate<String> brokenPolicy) {
        Map<String, Object> own = new HashMap<>(policy);
        own.replaceAll((name, value) -> value instanceof List<?> list ? texts(list) : value);
        this.policy = Map.copyOf(own);
        this.unset = Set.copyOf(unset.keySet());
        this.brokenPolicy = brokenPolicy;
        FACTS.forEach(type -> types.put(type.name(), type));
        FactType.Builder<Map<String, Object>> fields = FactType.builder(POLICY, mapType());
        policy.forEach((name, value) ->
                fields.unknowable(name, typeOf(value), values -> values.get(name), "A value of policy.yaml."));
        unset.forEach(
                (name, type) -> fields.unknowable(name, type, values -> null, "A value of policy.yaml, not set."));
        types.put(POLICY, fields.build());
    }

    @SuppressWarnings("unchecked")
    private static Class<Map<String, Object>> mapType() {
        return (Class<Map<String, Object>>) (Class<?>) Map.class;
    }

    private static TextList texts(List<?> list) {
        return TextList.of(list.stream().map(String::valueOf).toList());
    }

    private static ValueType typeOf(Object value) {
        if (value instanceof List<?>) {
            return ValueType.TEXTS;
        }
        if (value instanceof Integer) {
            return ValueType.WHOLE;
        }
        if (value instanceof BigDecimal) {
            return ValueType.DECIMAL;
        }
        if (value instanceof LocalDate) {
            return ValueType.DATE;
        }
        return value instanceof Boolean ? ValueType.TRUTH : ValueType.TEXT;
    }

    /** The facts that a list brings, without the policy. */
    public static List<FactType> facts() {
        return FACTS;
    }

    /** The fact that has a field. */
    public static FactType owner(Property field) {
        return FACTS.stream()
                .filter(type -> field.equals(type.property(field.name())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("field of no fact: " + field.name()));
    }

    public @Nullable FactType type(String name) {
        return types.get(name);
    }

    List<String> typeNames() {
        return List.copyOf(types.keySet());
    }

    /** Whether a value of the policy is there and could not be read, so that its use need not be told. */
    public boolean isBrokenPolicyValue(String name) {
        return brokenPolicy.test(name);
    }

    /** Whether there is a value of the policy with this name, set or not. */
    public boolean isPolicyValue(String name) {
        return policy.containsKey(name) || unset.contains(name);
    }

    /** The values of the policy that are set, by name. */
    public Map<String, Object> policy() {
        return policy;
    }
}
