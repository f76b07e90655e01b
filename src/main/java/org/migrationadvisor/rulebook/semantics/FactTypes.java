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

import java.util.List;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldType;

/** The facts that lists bring, with the fields of the list and those that are made of them. */
public final class FactTypes {
    private static final List<String> MATCH = List.of("found", "ambiguous", "not-found", "not-given");

    private FactTypes() {}

    /** The customer and the subscription with the fields of a table. */
    public static List<FactType> of(FactTable table) {
        return List.of(customer(table), subscription(table));
    }

    /** The type that rules have for the values of a field. */
    public static ValueType valueType(FieldType type) {
        return switch (type) {
            case CHOICE, YES_NO -> ValueType.CHOICE;
            case WHOLE -> ValueType.WHOLE;
            case DECIMAL -> ValueType.DECIMAL;
            case DATE -> ValueType.DATE;
            case ID, TEXT, COUNTRY, CURRENCY, LANGUAGE -> ValueType.TEXT;
        };
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
                .build(table, FactField.Owner.CUSTOMER);
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
        return OfferFields.addTo(PaymentFields.addTo(fields)).build(table, FactField.Owner.SUBSCRIPTION);
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
}
