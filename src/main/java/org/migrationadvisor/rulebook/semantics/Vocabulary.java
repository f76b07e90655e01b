package org.migrationadvisor.rulebook.semantics;

import static org.migrationadvisor.facts.FactFields.AGREEMENT_ACCEPTED;
import static org.migrationadvisor.facts.FactFields.ASSIGNED_SEATS;
import static org.migrationadvisor.facts.FactFields.AUTO_RENEW;
import static org.migrationadvisor.facts.FactFields.BASE_SUBSCRIPTION_ID;
import static org.migrationadvisor.facts.FactFields.COUNTRY;
import static org.migrationadvisor.facts.FactFields.CUSTOMER_ID;
import static org.migrationadvisor.facts.FactFields.CUSTOMER_NAME;
import static org.migrationadvisor.facts.FactFields.DOMAIN;
import static org.migrationadvisor.facts.FactFields.END_DATE;
import static org.migrationadvisor.facts.FactFields.LANGUAGE;
import static org.migrationadvisor.facts.FactFields.OFFER_ID;
import static org.migrationadvisor.facts.FactFields.OFFER_NAME;
import static org.migrationadvisor.facts.FactFields.PROGRAM;
import static org.migrationadvisor.facts.FactFields.RELATIONSHIP;
import static org.migrationadvisor.facts.FactFields.SEATS;
import static org.migrationadvisor.facts.FactFields.SEGMENT;
import static org.migrationadvisor.facts.FactFields.START_DATE;
import static org.migrationadvisor.facts.FactFields.STATUS;
import static org.migrationadvisor.facts.FactFields.SUBSCRIPTION_ID;
import static org.migrationadvisor.facts.FactFields.TARGET_OFFER_ID;
import static org.migrationadvisor.facts.FactFields.TARGET_OFFER_NAME;
import static org.migrationadvisor.facts.FactFields.TARGET_PROVISIONED_ON;
import static org.migrationadvisor.facts.FactFields.TARGET_SEATS;
import static org.migrationadvisor.facts.FactFields.TERM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldType;

/** The words of the rule language: the facts with their fields, and the values of the policy. */
public final class Vocabulary {
    /** The pattern through which rules read {@code policy.yaml}. */
    public static final String POLICY = "Policy";

    /** The value of a choice that is not known. */
    public static final String UNKNOWN = "unknown";

    /** Who can act on a recommendation. */
    public static final List<String> ACTORS = List.of("partner", "customer", "source-partner", "microsoft");

    private static final List<String> MATCH = List.of("found", "ambiguous", "not-found", "not-given");

    private static final FactType CUSTOMER = customer(FactTable.STANDARD);
    private static final FactType SUBSCRIPTION = subscription(FactTable.STANDARD);

    private static final List<FactType> FACTS = List.of(CUSTOMER, SUBSCRIPTION);

    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final boolean complete;
    private final Map<String, Object> policy;
    private final Set<String> unset;
    private final Predicate<String> brokenPolicy;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Set<String> brokenTables = new HashSet<>();

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
        this.complete = true;
        this.unset = Set.copyOf(unset.keySet());
        this.brokenPolicy = brokenPolicy;
        FACTS.forEach(type -> types.put(type.name(), type));
        FactType.Builder<Map<String, Object>> fields = FactType.builder(POLICY, mapType(), (values, field) -> null);
        policy.forEach((name, value) ->
                fields.unknowable(name, typeOf(value), values -> values.get(name), "A value of policy.yaml."));
        unset.forEach(
                (name, type) -> fields.unknowable(name, type, values -> null, "A value of policy.yaml, not set."));
        types.put(POLICY, fields.build());
    }

    private Vocabulary(Vocabulary base, List<Definition> definitions, boolean complete) {
        this.complete = complete;
        this.policy = base.policy;
        this.unset = base.unset;
        this.brokenPolicy = base.brokenPolicy;
        types.putAll(base.types);
        tables.putAll(base.tables);
        brokenTables.addAll(base.brokenTables);
        for (Definition definition : definitions) {
            types.computeIfPresent(definition.subject().name(), (name, type) -> type.with(DefinedField.of(definition)));
            types.put(definition.name(), definition.type());
        }
    }

    /**
     * The same words, and those that definitions add.
     *
     * @param complete whether all declarations could be read
     */
    Vocabulary with(List<Definition> definitions, boolean complete) {
        return new Vocabulary(this, definitions, complete);
    }

    /** Whether all names are known; else one that is not may be declared where it could not be read. */
    public boolean isComplete() {
        return complete;
    }

    private static FactType customer(FactTable table) {
        return FactType.builder("Customer", CustomerFact.class, CustomerFact::value)
                .listed(CUSTOMER_ID)
                .listed(CUSTOMER_NAME)
                .listed(DOMAIN)
                .listed(COUNTRY)
                .listed(SEGMENT)
                .listed(RELATIONSHIP)
                .listed(AGREEMENT_ACCEPTED)
                .listed(LANGUAGE)
                .count("subscriptionCount", CustomerFact::subscriptionCount, "How many subscriptions the list has.")
                .fromAll()
                .count(
                        "movingCount",
                        CustomerFact::movingCount,
                        "How many of them are not, or not known to be, the partner's own already.")
                .fromAll(PROGRAM)
                .unknowable(
                        "firstEndDate",
                        ValueType.DATE,
                        CustomerFact::firstEndDate,
                        "The first end date of those of them that are still to be provisioned.")
                .orNone()
                .fromAll(PROGRAM, END_DATE, TARGET_PROVISIONED_ON)
                .date("asOf", CustomerFact::asOf, "The day for which advice is given.")
                .asOfAnd()
                .build(table.fields(FactField.Owner.CUSTOMER));
    }

    private static FactType subscription(FactTable table) {
        FactType.Builder<SubscriptionFact> fields = FactType.builder(
                        "Subscription", SubscriptionFact.class, SubscriptionFact::value)
                .fact("customer", SubscriptionFact::customer, "Customer", "The customer who holds it.")
                .listed(SUBSCRIPTION_ID)
                .listed(PROGRAM)
                .unknowable(
                        "moving",
                        ValueType.TRUTH,
                        SubscriptionFact::moving,
                        "Held outside the partner's own new-commerce CSP.")
                .askedThrough("program")
                .from(PROGRAM)
                .truth(
                        "movingOrUnknown",
                        SubscriptionFact::movingOrUnknown,
                        "Not known to be the partner's own already.")
                .from(PROGRAM)
                .listed(STATUS)
                .unknowable(
                        "running",
                        ValueType.TRUTH,
                        SubscriptionFact::running,
                        "Still there: the status says so and the end has not passed.")
                .askedThrough("status")
                .daysFrom(STATUS, END_DATE)
                .truth("runningOrUnknown", SubscriptionFact::runningOrUnknown, "Not known to have ended.")
                .daysFrom(STATUS, END_DATE)
                .unknowable(
                        "ended",
                        ValueType.TRUTH,
                        SubscriptionFact::ended,
                        "Ended, by its status or because its end date has passed.")
                .askedThrough("status")
                .daysFrom(STATUS, END_DATE)
                .listed(START_DATE)
                .listed(END_DATE)
                .unknowable(
                        "daysToEnd",
                        ValueType.WHOLE,
                        SubscriptionFact::daysToEnd,
                        "Days from the as-of date to the end date: 0 on the last day, negative after it.")
                .askedThrough("endDate")
                .daysFrom(END_DATE)
                .date("asOf", SubscriptionFact::asOf, "The day for which advice is given.")
                .asOfAnd()
                .listed(TERM)
                .listed(AUTO_RENEW);
        offers(fields);
        fields.listed(SEATS)
                .listed(ASSIGNED_SEATS)
                .unknowable(
                        "targetSeats",
                        ValueType.WHOLE,
                        SubscriptionFact::targetSeats,
                        "Seats wanted; the seats bought where nothing else is asked for.")
                .from(TARGET_SEATS, SEATS)
                .listed(TARGET_PROVISIONED_ON)
                .truth("addOn", SubscriptionFact::addOn, "Whether it is an add-on to another subscription.")
                .from(BASE_SUBSCRIPTION_ID)
                .listed(BASE_SUBSCRIPTION_ID);
        return OfferFields.addTo(PaymentFields.addTo(fields)).build(table.fields(FactField.Owner.SUBSCRIPTION));
    }

    private static void offers(FactType.Builder<SubscriptionFact> fields) {
        fields.listed(OFFER_ID)
                .holding(TextKind.OFFER_ID)
                .text(
                        "offerName",
                        fact -> fact.offers().given().name(),
                        "The offer's name, from the offers table or as given.")
                .holding(TextKind.OFFER_NAME)
                .from(OFFER_ID, OFFER_NAME)
                .text(
                        "offerSku",
                        fact -> fact.offers().given().sku(),
                        "Part number of the licensing SKU, where resolved.")
                .holding(TextKind.PART_NUMBER)
                .from(OFFER_ID, OFFER_NAME)
                .choice(
                        "offerMatch",
                        fact -> fact.offers().given().match(),
                        MATCH,
                        "How the offer was found in the offers table.")
                .from(OFFER_ID, OFFER_NAME)
                .texts(
                        "offerCandidates",
                        fact -> fact.offers().given().candidates(),
                        "The products that the offer could be.")
                .from(OFFER_ID, OFFER_NAME)
                .count(
                        "offerCandidateCount",
                        fact -> fact.offers().given().candidates().size(),
                        "How many products the offer could be.")
                .from(OFFER_ID, OFFER_NAME)
                .choice(
                        "targetOffer",
                        fact -> fact.offers().compared(),
                        List.of("same", "different", "unclear"),
                        "The wanted offer compared with this one, by licensing SKU.")
                .from(OfferFields.OF_BOTH)
                .text("targetOfferName", fact -> fact.offers().wanted().name(), "The wanted offer's name.")
                .holding(TextKind.OFFER_NAME)
                .from(OfferFields.OF_BOTH)
                .text(
                        "targetOfferSku",
                        fact -> fact.offers().wanted().sku(),
                        "Part number of the wanted licensing SKU.")
                .holding(TextKind.PART_NUMBER)
                .from(OfferFields.OF_BOTH)
                .choice(
                        "targetMatch",
                        fact -> fact.offers().wanted().match(),
                        MATCH,
                        "How the wanted offer was found in the offers table; not-given means the same offer.")
                .from(TARGET_OFFER_ID, TARGET_OFFER_NAME)
                .texts(
                        "targetCandidates",
                        fact -> fact.offers().wanted().candidates(),
                        "The products the wanted offer could be.")
                .from(TARGET_OFFER_ID, TARGET_OFFER_NAME)
                .count(
                        "targetCandidateCount",
                        fact -> fact.offers().wanted().candidates().size(),
                        "How many products the wanted offer could be.")
                .from(OfferFields.OF_BOTH);
    }

    /**
     * The same words and tables.
     *
     * @param broken the names of tables that are there and could not be read
     */
    public Vocabulary with(Collection<Table> added, Set<String> broken) {
        Vocabulary with = new Vocabulary(this, List.of(), complete);
        added.forEach(table -> {
            with.tables.put(table.name(), table);
            with.types.put(table.name(), table.type());
        });
        with.brokenTables.addAll(broken);
        return with;
    }

    /** The table of a name; null if there is none. */
    @Nullable
    Table table(String name) {
        return tables.get(name);
    }

    /** Whether a table is there and could not be read, so that its use need not be told. */
    boolean isBrokenTable(String name) {
        return brokenTables.contains(name);
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

    /** The type that rules have for the values of a field. */
    public static ValueType type(FieldType type) {
        return switch (type) {
            case CHOICE, YES_NO -> ValueType.CHOICE;
            case WHOLE -> ValueType.WHOLE;
            case DECIMAL -> ValueType.DECIMAL;
            case DATE -> ValueType.DATE;
            case ID, TEXT, COUNTRY, CURRENCY, LANGUAGE -> ValueType.TEXT;
        };
    }

    /** The facts that a list brings, without the policy. */
    public static List<FactType> facts() {
        return FACTS;
    }

    /** The same facts with the fields that the book defines. */
    public List<FactType> ofList() {
        return FACTS.stream().map(type -> types.getOrDefault(type.name(), type)).toList();
    }

    /** Whether a list brings a field, or it follows from what a list brings, whatever the rules. */
    public static boolean isOfList(Property field) {
        return Definition.behind(field) == null
                && FACTS.stream().anyMatch(type -> type.name().equals(field.fact()));
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
