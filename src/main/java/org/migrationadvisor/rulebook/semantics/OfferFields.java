package org.migrationadvisor.rulebook.semantics;

import static org.migrationadvisor.facts.FactFields.ASSIGNED_SEATS;
import static org.migrationadvisor.facts.FactFields.OFFER_ID;
import static org.migrationadvisor.facts.FactFields.OFFER_NAME;
import static org.migrationadvisor.facts.FactFields.PROGRAM;
import static org.migrationadvisor.facts.FactFields.SEATS;
import static org.migrationadvisor.facts.FactFields.STATUS;
import static org.migrationadvisor.facts.FactFields.TARGET_OFFER_ID;
import static org.migrationadvisor.facts.FactFields.TARGET_OFFER_NAME;
import static org.migrationadvisor.facts.FactFields.TARGET_PROVISIONED_ON;
import static org.migrationadvisor.facts.FactFields.TARGET_SEATS;
import static org.migrationadvisor.facts.FactFields.TERM;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.OfferComparison;
import org.migrationadvisor.catalog.OfferComparison.ShortList;
import org.migrationadvisor.facts.FactField;

/** The fields of a subscription that come from the catalog: the products, and how the wanted one differs. */
final class OfferFields {
    private static final List<String> SALE_STATUS = List.of("current", "end-of-sale", "retired", "unknown");

    /** What is made of the offer and the wanted one. */
    static final FactField[] OF_BOTH = {TARGET_OFFER_ID, TARGET_OFFER_NAME, OFFER_ID, OFFER_NAME};

    private static final FactField[] OF_SEATS = {
        PROGRAM,
        STATUS,
        OFFER_ID,
        OFFER_NAME,
        TARGET_OFFER_ID,
        TARGET_OFFER_NAME,
        SEATS,
        ASSIGNED_SEATS,
        TARGET_SEATS,
        TARGET_PROVISIONED_ON
    };
    private static final FactField[] OF_ORDER =
            Stream.concat(Stream.of(OF_SEATS), Stream.of(TERM)).toArray(FactField[]::new);

    private OfferFields() {}

    static FactType.Builder<SubscriptionFact> addTo(FactType.Builder<SubscriptionFact> fields) {
        products(fields);
        change(fields);
        shortList(fields);
        return fields;
    }

    private static Function<SubscriptionFact, @Nullable Object> texts(Function<OfferComparison, List<String>> reader) {
        return fact -> fact.offers().texts(reader);
    }

    private static Function<SubscriptionFact, @Nullable Object> count(ToIntFunction<OfferComparison> reader) {
        return fact -> fact.offers().count(reader);
    }

    private static Function<SubscriptionFact, @Nullable Object> ofShortList(
            Function<ShortList, @Nullable Object> reader) {
        return fact -> {
            ShortList list = fact.offers().shortList();
            return list == null ? null : reader.apply(list);
        };
    }

    private static void products(FactType.Builder<SubscriptionFact> fields) {
        fields.choice(
                        "offerStatus",
                        fact -> fact.offers().offerStatus(),
                        SALE_STATUS,
                        "Whether the offer can still be bought.")
                .from(OFFER_ID, OFFER_NAME)
                .choice(
                        "targetStatus",
                        fact -> fact.offers().targetStatus(),
                        SALE_STATUS,
                        "Whether the wanted offer can still be bought; end-of-sale renews, but is not sold any more.")
                .from(OF_BOTH)
                .texts(
                        "targetEquivalents",
                        fact -> fact.offers().equivalentNames(),
                        "Offers that can take the place of the wanted one.")
                .from(OF_BOTH)
                .count(
                        "targetEquivalentCount",
                        fact -> fact.offers().equivalents().size(),
                        "How many offers can take the place of the wanted one.")
                .from(OF_BOTH)
                .unknowable(
                        "targetSeatCap",
                        ValueType.WHOLE,
                        fact -> fact.offers().seatCap(),
                        "The most seats that a customer may hold of the wanted offer.")
                .from(OF_BOTH)
                .orNone()
                .unknowable(
                        "targetMinimumSeats",
                        ValueType.WHOLE,
                        fact -> fact.offers().minimumSeats(),
                        "The fewest seats that can be bought of the wanted offer.")
                .from(OF_BOTH)
                .orNone()
                .unknowable(
                        "targetMinimumSeatsThreeYears",
                        ValueType.WHOLE,
                        fact -> fact.offers().minimumSeatsThreeYears(),
                        "The fewest seats that can be bought of the wanted offer for three years.")
                .from(OF_BOTH)
                .orNone()
                .unknowable(
                        "seatsNeeded",
                        ValueType.WHOLE,
                        SubscriptionFact::seatsNeeded,
                        "Seats wanted, or as many as users have a license where those are more.")
                .from(TARGET_SEATS, SEATS, ASSIGNED_SEATS)
                .askedThrough("targetSeats")
                .unknowable(
                        "customerSeatsNeeded",
                        ValueType.WHOLE,
                        fact -> fact.offers().customerSeatsNeeded(),
                        "Seats needed of that offer over all subscriptions of the customer, as far as they are known.")
                .fromAll(OF_SEATS)
                .askedThrough("targetSeats")
                .unknowable(
                        "seatsToOrder",
                        ValueType.WHOLE,
                        SubscriptionFact::seatsToOrder,
                        "Seats needed, where so many can be ordered; not known as long as the number has to be settled.")
                .fromAll(OF_ORDER)
                .askedThrough("targetSeats");
    }

    private static void change(FactType.Builder<SubscriptionFact> fields) {
        fields.choice(
                        "planComparison",
                        fact -> fact.offers().comparison(),
                        List.of("not-needed", "known", "unknown"),
                        "Whether the service plans of both offers are known, so that they can be compared.")
                .from(OF_BOTH)
                .unknowable(
                        "losses",
                        ValueType.TEXTS,
                        texts(OfferComparison::losses),
                        "Workloads that users lose with the wanted offer.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "lossCount",
                        ValueType.WHOLE,
                        count(change -> change.losses().size()),
                        "How many workloads users lose.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "downgrades",
                        ValueType.TEXTS,
                        texts(OfferComparison::downgrades),
                        "Workloads of which users get a lower tier.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "downgradeCount",
                        ValueType.WHOLE,
                        count(change -> change.downgrades().size()),
                        "Of how many workloads users get a lower tier.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "gains",
                        ValueType.TEXTS,
                        texts(OfferComparison::gains),
                        "Main workloads that are new to users or get better.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "gainCount",
                        ValueType.WHOLE,
                        count(change -> change.gains().size()),
                        "How many main workloads are new to users or get better.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "otherGainCount",
                        ValueType.WHOLE,
                        count(OfferComparison::otherGains),
                        "How many minor workloads are new to users or get better.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "keptCount",
                        ValueType.WHOLE,
                        count(OfferComparison::kept),
                        "How many workloads stay as they are.")
                .from(OF_BOTH)
                .askedThrough("planComparison");
    }

    private static void shortList(FactType.Builder<SubscriptionFact> fields) {
        fields.unknowable(
                        "doubtfulLosses",
                        ValueType.TEXTS,
                        texts(OfferComparison::doubtfulLosses),
                        "Workloads that users lose only if a plan list is right that seems to be out of date.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .unknowable(
                        "doubtfulLossCount",
                        ValueType.WHOLE,
                        count(change -> change.doubtfulLosses().size()),
                        "How many workloads users lose only if that list is right.")
                .from(OF_BOTH)
                .askedThrough("planComparison")
                .text(
                        "shortListOffer",
                        ofShortList(list -> list.product().name()),
                        "The offer whose plan list is too short to be relied on; see shortPlanListPercent in policy.yaml.")
                .from(OF_BOTH)
                .orNone()
                .unknowable(
                        "shortListPlans",
                        ValueType.WHOLE,
                        ofShortList(list -> list.product().plans().size()),
                        "How many service plans that list has.")
                .from(OF_BOTH)
                .orNone()
                .text(
                        "fullerListOffer",
                        ofShortList(list -> list.fuller().name()),
                        "The variant of that offer that lists most service plans.")
                .from(OF_BOTH)
                .orNone()
                .unknowable(
                        "fullerListPlans",
                        ValueType.WHOLE,
                        ofShortList(list -> list.fuller().plans().size()),
                        "How many service plans the variant lists.")
                .from(OF_BOTH)
                .orNone();
    }
}
