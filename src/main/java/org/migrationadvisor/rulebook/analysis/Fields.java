package org.migrationadvisor.rulebook.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.FactTypes;
import org.migrationadvisor.rulebook.semantics.MadeOf;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.semantics.ValueType;

/**
 * The fields whose values can be chosen where facts are made to try conditions, and for those that follow from others,
 * from which. A field is named as {@code Customer.country} or {@code Subscription.seats}.
 */
final class Fields {
    static final String AS_OF = "Customer.asOf";
    static final String SUBSCRIPTION_COUNT = "Customer.subscriptionCount";
    static final String MOVING_COUNT = "Customer.movingCount";
    static final String FIRST_END_DATE = "Customer.firstEndDate";
    static final String OFFER_NAME = "Subscription.offerName";
    static final String OFFER_MATCH = "Subscription.offerMatch";
    static final String OFFER_SKU = "Subscription.offerSku";
    static final String TARGET_OFFER = "Subscription.targetOffer";
    static final String TARGET_OFFER_NAME = "Subscription.targetOfferName";
    static final String TARGET_OFFER_SKU = "Subscription.targetOfferSku";
    static final String TARGET_MATCH = "Subscription.targetMatch";

    /** Fields of which some values together are impossible. */
    static final Set<String> OFFERS = Set.of(OFFER_MATCH, OFFER_SKU, TARGET_OFFER, TARGET_MATCH);

    /** What is counted, or looked up in the offers table, where facts are made of a list; here it is chosen. */
    private static final Set<String> CHOSEN = Set.of(
            AS_OF,
            SUBSCRIPTION_COUNT,
            MOVING_COUNT,
            FIRST_END_DATE,
            OFFER_NAME,
            OFFER_MATCH,
            OFFER_SKU,
            TARGET_OFFER,
            TARGET_OFFER_NAME,
            TARGET_OFFER_SKU,
            TARGET_MATCH);

    private static final Map<String, Property> STANDARD = new HashMap<>();
    private static final Set<String> FOLLOWED = new TreeSet<>();

    static {
        FactTypes.of(FactTable.STANDARD).stream()
                .flatMap(type -> type.properties().stream())
                .forEach(property -> {
                    STANDARD.put(property.qualifiedName(), property);
                    Set<String> of = property.type() == ValueType.FACT || isChosen(property) ? null : of(property);
                    if (of != null) {
                        FOLLOWED.addAll(of);
                    }
                });
    }

    private Fields() {}

    private static boolean isChosen(Property property) {
        return property.listed() != null || CHOSEN.contains(property.qualifiedName());
    }

    /** The fields from which one follows; null if that is not known, or if it cannot be told by trying a few values. */
    static @Nullable Set<String> of(Property property) {
        Definition definition = Definition.behind(property);
        if (definition != null) {
            return of(definition);
        }
        if (property.type() == ValueType.FACT) {
            return Set.of();
        }
        String name = property.qualifiedName();
        if (isChosen(property)) {
            return name.equals(MOVING_COUNT) ? Set.of(MOVING_COUNT, SUBSCRIPTION_COUNT) : Set.of(name);
        }
        MadeOf made = property.madeOf();
        if (made == null || !canBeTried(property, made)) {
            return null;
        }
        Set<String> fields = made.fields().stream().map(FactField::toString).collect(Collectors.toSet());
        if (made.days() || made.asOf()) {
            fields.add(AS_OF);
        }
        return fields;
    }

    /** The fields from which a definition follows; null if it combines facts. */
    private static @Nullable Set<String> of(Definition definition) {
        Set<String> all = new HashSet<>();
        for (RuleDefinition rule : definition.rules()) {
            for (RuleReads.Field field : RuleReads.fields(rule)) {
                Definition matched = field.type().definition();
                Set<String> of = matched == null ? of(field.property()) : of(matched);
                if (!definition.isOwn() || of == null) {
                    return null;
                }
                all.addAll(of);
            }
        }
        return all;
    }

    /** Whether each value that makes a difference is among those of its fields, or days from one of them. */
    private static boolean canBeTried(Property property, MadeOf made) {
        if (made.subscriptions() || made.fields().stream().anyMatch(FactFields.OF_OFFERS::contains)) {
            return false;
        }
        return switch (property.type()) {
            case TRUTH, CHOICE -> true;
            case WHOLE, DATE, DECIMAL, TEXT ->
                made.days()
                        || made.fields().stream()
                                .allMatch(field -> FactTypes.valueType(field.type()) == property.type());
            case TEXTS, FACT -> false;
        };
    }

    /** Whether other fields follow from one, so that each of its values can make a difference. */
    static boolean isFollowed(String field) {
        return FOLLOWED.contains(field);
    }

    /** The fields that can be chosen freely when facts are made. */
    static Stream<String> madeOf() {
        return STANDARD.values().stream()
                .filter(Fields::isChosen)
                .map(Property::qualifiedName)
                .sorted();
    }

    /** Which values a field can have. */
    record Values(ValueType type, List<String> choices, boolean mayBeUnknown) {}

    /**
     * Which values the field with a name can have.
     *
     * @param table the fields of the list, own columns included
     * @throws NullPointerException if no fact has it
     */
    static Values values(String field, FactTable table) {
        FactField own = table.field(field);
        if (own != null && !STANDARD.containsKey(field)) {
            return new Values(
                    FactTypes.valueType(own.type()), own.choices(), !own.type().isChoice());
        }
        Property property = property(field);
        return new Values(property.type(), property.choices(), property.mayBeUnknown());
    }

    /**
     * The field with a name, which is no own column.
     *
     * @throws NullPointerException if no fact has it
     */
    static Property property(String field) {
        return Objects.requireNonNull(STANDARD.get(field), field);
    }

    static boolean isCustomer(FactType type) {
        return type.javaType() == CustomerFact.class;
    }

    static boolean isSubscription(FactType type) {
        return type.javaType() == SubscriptionFact.class;
    }
}
