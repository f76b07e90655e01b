package org.migrationadvisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** Turns a customer as given into the facts that rules read: as of a date, with offers resolved. Thread-safe. */
public final class FactAssembler {
    private static final String UNCLEAR = "unclear";

    private final Catalog catalog;

    /**
     * @param catalog the products that offers are resolved to
     */
    public FactAssembler(Catalog catalog) {
        this.catalog = Objects.requireNonNull(catalog, "catalog");
    }

    /**
     * The customer fact first, then a fact for each subscription in the customer's order.
     *
     * @param asOf the day for which the facts are to hold, UTC
     */
    public List<Object> facts(Customer customer, LocalDate asOf) {
        List<Subscription> subscriptions = customer.subscriptions();
        int moving = (int) subscriptions.stream()
                .filter(subscription -> subscription.program() != Program.CSP)
                .count();
        CustomerFact fact = new CustomerFact(
                customer.id(),
                customer.name(),
                customer.domain(),
                customer.country(),
                customer.segment().code(),
                customer.relationship().code(),
                customer.agreementAccepted().code(),
                subscriptions.size(),
                moving,
                asOf);
        List<Object> facts = new ArrayList<>(subscriptions.size() + 1);
        facts.add(fact);
        subscriptions.forEach(subscription -> facts.add(subscription(fact, subscription, asOf)));
        return facts;
    }

    private SubscriptionFact subscription(CustomerFact customer, Subscription subscription, LocalDate asOf) {
        Offer offer = subscription.offer();
        Offer target = subscription.targetOffer();
        Resolution found = catalog.resolve(offer.id(), offer.name());
        Resolution wanted = target == null ? found : catalog.resolve(target.id(), target.name());
        Integer targetSeats = subscription.targetSeats();
        LocalDate endDate = subscription.endDate();
        return new SubscriptionFact(
                customer,
                subscription.id(),
                subscription.program().code(),
                offer.id(),
                name(offer, found),
                partNumber(found),
                match(offer, found),
                candidates(found),
                name(target == null ? offer : target, wanted),
                partNumber(wanted),
                target == null ? "not-given" : match(target, wanted),
                target == null ? List.of() : candidates(wanted),
                target == null ? same(offer) : compare(offer, found, target, wanted),
                subscription.seats(),
                subscription.assignedSeats(),
                targetSeats == null ? subscription.seats() : targetSeats,
                subscription.status().code(),
                subscription.startDate(),
                endDate,
                endDate == null ? null : (Integer) (int) (endDate.toEpochDay() - asOf.toEpochDay()),
                subscription.term().code(),
                subscription.billingCycle().code(),
                subscription.autoRenew().code(),
                subscription.baseSubscriptionId(),
                subscription.unitPrice(),
                subscription.currency(),
                subscription.targetProvisionedOn());
    }

    private static @Nullable String name(Offer offer, Resolution resolution) {
        if (resolution instanceof Resolution.Resolved resolved) {
            return resolved.product().name();
        }
        return offer.name() == null ? offer.id() : offer.name();
    }

    private static @Nullable String partNumber(Resolution resolution) {
        return resolution instanceof Resolution.Resolved resolved
                ? resolved.product().partNumber()
                : null;
    }

    private static String match(Offer offer, Resolution resolution) {
        if (offer.isUnknown()) {
            return "not-given";
        }
        if (resolution instanceof Resolution.Resolved) {
            return "found";
        }
        return resolution instanceof Resolution.Ambiguous ? "ambiguous" : "not-found";
    }

    private static List<String> candidates(Resolution resolution) {
        if (!(resolution instanceof Resolution.Ambiguous ambiguous)) {
            return List.of();
        }
        return ambiguous.candidates().stream().map(Product::partNumber).toList();
    }

    /** Without a wanted offer it is the same one, as far as there is one. */
    private static String same(Offer offer) {
        return offer.isUnknown() ? UNCLEAR : "same";
    }

    private static String compare(Offer offer, Resolution found, Offer target, Resolution wanted) {
        if (found instanceof Resolution.Resolved a && wanted instanceof Resolution.Resolved b) {
            return a.product().skuId().equals(b.product().skuId()) ? "same" : "different";
        }
        boolean sameId = offer.id() != null && target.id() != null && offer.id().equalsIgnoreCase(target.id());
        return sameId ? "same" : UNCLEAR;
    }
}
