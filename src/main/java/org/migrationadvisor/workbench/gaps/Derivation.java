package org.migrationadvisor.workbench.gaps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.Vocabulary;

/** From which facts of a list the fields that rules read are made. */
final class Derivation {
    private static final Map<String, List<RawFact>> MADE_OF = new HashMap<>();

    private static final List<String> OF_BOTH_OFFERS = List.of(
            "targetOffer",
            "targetOfferName",
            "targetOfferSku",
            "targetCandidateCount",
            "targetStatus",
            "targetSeatCap",
            "targetMinimumSeats",
            "targetMinimumSeatsThreeYears",
            "targetEquivalents",
            "targetEquivalentCount",
            "planComparison",
            "losses",
            "lossCount",
            "doubtfulLosses",
            "doubtfulLossCount",
            "downgrades",
            "downgradeCount",
            "gains",
            "gainCount",
            "otherGainCount",
            "keptCount",
            "fullerListOffer",
            "fullerListPlans",
            "shortListOffer",
            "shortListPlans");

    private static final RawFact[] OF_PAYMENT = {
        RawFact.AS_OF, RawFact.STATUS, RawFact.END_DATE, RawFact.TERM, RawFact.BILLING_CYCLE, RawFact.PAID_THROUGH
    };
    private static final RawFact[] OF_AMOUNTS = {
        RawFact.AS_OF,
        RawFact.STATUS,
        RawFact.END_DATE,
        RawFact.TERM,
        RawFact.BILLING_CYCLE,
        RawFact.PAID_THROUGH,
        RawFact.UNIT_PRICE,
        RawFact.CURRENCY,
        RawFact.SEATS
    };

    private static final RawFact[] SEATS_OF_CUSTOMER = {
        RawFact.SUBSCRIPTIONS,
        RawFact.PROGRAM,
        RawFact.STATUS,
        RawFact.OFFER,
        RawFact.TARGET_OFFER,
        RawFact.SEATS,
        RawFact.ASSIGNED_SEATS,
        RawFact.TARGET_SEATS,
        RawFact.TARGET_PROVISIONED_ON
    };

    static {
        made("Customer.id");
        made("Customer.name", RawFact.NAME);
        made("Customer.domain", RawFact.DOMAIN);
        made("Customer.country", RawFact.COUNTRY);
        made("Customer.segment", RawFact.SEGMENT);
        made("Customer.relationship", RawFact.RELATIONSHIP);
        made("Customer.agreementAccepted", RawFact.AGREEMENT_ACCEPTED);
        made("Customer.language", RawFact.LANGUAGE);
        made("Customer.subscriptionCount", RawFact.SUBSCRIPTIONS);
        made("Customer.movingCount", RawFact.SUBSCRIPTIONS, RawFact.PROGRAM);
        made(
                "Customer.firstEndDate",
                RawFact.SUBSCRIPTIONS,
                RawFact.PROGRAM,
                RawFact.END_DATE,
                RawFact.TARGET_PROVISIONED_ON);
        made("Customer.asOf", RawFact.AS_OF);
        made("Subscription.customer");
        made("Subscription.id");
        made("Subscription.asOf", RawFact.AS_OF);
        made("Subscription.program", RawFact.PROGRAM);
        made("Subscription.moving", RawFact.PROGRAM);
        made("Subscription.movingOrUnknown", RawFact.PROGRAM);
        made("Subscription.owner", RawFact.PROGRAM);
        made("Subscription.status", RawFact.STATUS);
        made("Subscription.running", RawFact.STATUS, RawFact.END_DATE);
        made("Subscription.runningOrUnknown", RawFact.STATUS, RawFact.END_DATE);
        made("Subscription.ended", RawFact.STATUS, RawFact.END_DATE);
        made("Subscription.startDate", RawFact.START_DATE);
        made("Subscription.endDate", RawFact.END_DATE);
        made("Subscription.daysToEnd", RawFact.END_DATE);
        made("Subscription.term", RawFact.TERM);
        made("Subscription.termStart", RawFact.END_DATE, RawFact.TERM, RawFact.START_DATE);
        made("Subscription.billingCycle", RawFact.BILLING_CYCLE);
        made("Subscription.autoRenew", RawFact.AUTO_RENEW);
        made("Subscription.endOfTermAction", RawFact.END_OF_TERM_ACTION);
        made("Subscription.billingAccount", RawFact.BILLING_ACCOUNT);
        made("Subscription.promotion", RawFact.PROMOTION);
        made("Subscription.sourcePartner", RawFact.SOURCE_PARTNER);
        made("Subscription.purchasedOn", RawFact.PURCHASED_ON);
        made("Subscription.paidThrough", RawFact.PAID_THROUGH);
        made("Subscription.offerId", RawFact.OFFER);
        made("Subscription.offerName", RawFact.OFFER);
        made("Subscription.offerSku", RawFact.OFFER);
        made("Subscription.offerMatch", RawFact.OFFER);
        made("Subscription.offerCandidates", RawFact.OFFER);
        made("Subscription.targetMatch", RawFact.TARGET_OFFER);
        made("Subscription.targetCandidates", RawFact.TARGET_OFFER);
        made("Subscription.offerCandidateCount", RawFact.OFFER);
        made("Subscription.offerStatus", RawFact.OFFER);
        for (String name : OF_BOTH_OFFERS) {
            made("Subscription." + name, RawFact.TARGET_OFFER, RawFact.OFFER);
        }
        made("Subscription.seats", RawFact.SEATS);
        made("Subscription.assignedSeats", RawFact.ASSIGNED_SEATS);
        made("Subscription.targetSeats", RawFact.TARGET_SEATS, RawFact.SEATS);
        made("Subscription.seatsNeeded", RawFact.TARGET_SEATS, RawFact.SEATS, RawFact.ASSIGNED_SEATS);
        made("Subscription.customerSeatsNeeded", SEATS_OF_CUSTOMER);
        made(
                "Subscription.seatsToOrder",
                Stream.concat(Stream.of(SEATS_OF_CUSTOMER), Stream.of(RawFact.TERM))
                        .toArray(RawFact[]::new));
        made("Subscription.targetProvisionedOn", RawFact.TARGET_PROVISIONED_ON);
        made("Subscription.addOn", RawFact.BASE_SUBSCRIPTION_ID);
        made("Subscription.baseSubscriptionId", RawFact.BASE_SUBSCRIPTION_ID);
        made("Subscription.unitPrice", RawFact.UNIT_PRICE);
        made("Subscription.currency", RawFact.CURRENCY);
        for (String name : List.of("paidDays", "committedDays")) {
            made("Subscription." + name, OF_PAYMENT);
        }
        for (String name : List.of("paidValue", "committedValue")) {
            made("Subscription." + name, OF_AMOUNTS);
        }
    }

    private Derivation() {}

    private static void made(String field, RawFact... of) {
        MADE_OF.put(field, List.of(of));
    }

    /** The facts that a field is made of; null if that is not known here. */
    static @Nullable List<RawFact> of(FactType type, Property field) {
        return MADE_OF.get(type.name() + "." + field.name());
    }

    /** The fields of the vocabulary for which it is not known. */
    static List<String> unknownFields() {
        TreeSet<String> unknown = new TreeSet<>();
        for (FactType type : Vocabulary.facts()) {
            type.propertyNames().forEach(name -> unknown.add(type.name() + "." + name));
        }
        unknown.removeAll(MADE_OF.keySet());
        return List.copyOf(unknown);
    }
}
