package org.migrationadvisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.OfferFacts;
import org.migrationadvisor.rulebook.semantics.ResolvedOffer;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** Turns a customer as given into the facts that rules read: as of a date, with offers resolved. Thread-safe. */
public final class FactAssembler {
    private static final String UNCLEAR = "unclear";
    private static final Set<Status> GONE = EnumSet.of(Status.EXPIRED, Status.DISABLED, Status.DELETED);

    private final Catalog catalog;
    private final FactTable fields;

    /**
     * @param catalog the products that offers are resolved to
     * @param fields the fields that the rules know
     */
    public FactAssembler(Catalog catalog, FactTable fields) {
        this.catalog = Objects.requireNonNull(catalog, "catalog");
        this.fields = Objects.requireNonNull(fields, "fields");
    }

    /** As the rules have it. */
    public FactAssembler(Rulebook rulebook) {
        this(rulebook.catalog(), rulebook.fields());
    }

    /**
     * The customer fact first, then a fact for each subscription in the customer's order.
     *
     * @param asOf the day for which the facts are to hold, UTC
     * @throws IllegalArgumentException if the customer or a subscription was given a fact by a name or with a value that
     *     the rules do not know
     */
    public List<Object> facts(Customer given, LocalDate asOf) {
        Customer customer = given.in(fields);
        List<Subscription> subscriptions = customer.subscriptions();
        List<Resolved> resolved = new ArrayList<>(subscriptions.size());
        int moving = 0;
        LocalDate firstEnd = null;
        for (Subscription subscription : subscriptions) {
            resolved.add(resolve(subscription));
            moving += subscription.program() == Program.CSP ? 0 : 1;
            if (isToBeProvisioned(subscription, asOf)) {
                firstEnd = earlier(firstEnd, subscription.endDate());
            }
        }
        CustomerFact fact = new CustomerFact(customer, subscriptions.size(), moving, firstEnd, asOf);
        List<Object> facts = new ArrayList<>(subscriptions.size() + 1);
        facts.add(fact);
        Map<String, Integer> seats = subscriptions.size() == 1 ? Map.of() : seatsByTarget(resolved);
        resolved.forEach(each -> facts.add(subscription(fact, each, seats, asOf)));
        fact.conclusions().over(facts);
        return facts;
    }

    private static boolean isToBeProvisioned(Subscription subscription, LocalDate asOf) {
        LocalDate provisioned = subscription.targetProvisionedOn();
        return subscription.program() != Program.CSP && (provisioned == null || provisioned.isAfter(asOf));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    /** A subscription with what its offer and the wanted one were resolved to. */
    private record Resolved(Subscription subscription, Resolution found, Resolution wanted) {

        @Nullable
        Product target() {
            return product(wanted);
        }

        /** Whether its seats are, or are to be, the partner's own: what is provisioned already is counted there. */
        boolean counts() {
            return subscription.program() == Program.CSP
                    ? !GONE.contains(subscription.status())
                    : subscription.targetProvisionedOn() == null;
        }

        @Nullable
        Integer targetSeats() {
            Integer wantedSeats = subscription.targetSeats();
            return wantedSeats == null ? subscription.seats() : wantedSeats;
        }

        /** The partner's own has the seats that it has. */
        @Nullable
        Integer seatsNeeded() {
            return subscription.program() == Program.CSP
                    ? targetSeats()
                    : SubscriptionFact.seatsNeeded(targetSeats(), subscription.assignedSeats());
        }
    }

    private Resolved resolve(Subscription subscription) {
        Offer offer = subscription.offer();
        Offer target = subscription.targetOffer();
        Resolution found = catalog.resolve(offer.id(), offer.name());
        return new Resolved(subscription, found, target == null ? found : catalog.resolve(target.id(), target.name()));
    }

    /**
     * The seats that the customer is to hold of each product by its SKU, as far as they are known: those of the
     * partner's own subscriptions, and those still to be ordered.
     */
    private static Map<String, Integer> seatsByTarget(List<Resolved> subscriptions) {
        Map<String, Integer> seats = new HashMap<>();
        for (Resolved each : subscriptions) {
            Product target = each.target();
            Integer needed = each.seatsNeeded();
            if (target != null && needed != null && each.counts()) {
                seats.merge(target.skuId(), needed, FactAssembler::sum);
            }
        }
        return seats;
    }

    /** The sum, at most the largest number there is. */
    private static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    private SubscriptionFact subscription(
            CustomerFact customer, Resolved resolved, Map<String, Integer> seats, LocalDate asOf) {
        return new SubscriptionFact(customer, resolved.subscription(), offers(resolved, seats, asOf));
    }

    private OfferFacts offers(Resolved resolved, Map<String, Integer> seats, LocalDate asOf) {
        Resolution found = resolved.found();
        Resolution wanted = resolved.wanted();
        Offer given = resolved.subscription().offer();
        Offer other = resolved.subscription().targetOffer();
        ResolvedOffer first =
                new ResolvedOffer(name(given, found), partNumber(found), match(given, found), candidates(found));
        ResolvedOffer second = other == null
                ? new ResolvedOffer(first.name(), first.sku(), "not-given", List.of())
                : new ResolvedOffer(name(other, wanted), partNumber(wanted), match(other, wanted), candidates(wanted));
        String compared = other == null ? same(given, found) : compare(given, found, other, wanted);
        Product offer = product(found);
        Product target = product(wanted);
        if (target == null) {
            return new OfferFacts(first, second, compared, offer, null, null, List.of(), null);
        }
        return new OfferFacts(
                first,
                second,
                compared,
                offer,
                target,
                offer != null && !offer.skuId().equals(target.skuId()) ? catalog.compare(offer, target, asOf) : null,
                catalog.equivalents(target),
                seats.getOrDefault(target.skuId(), resolved.seatsNeeded()));
    }

    private static @Nullable Product product(Resolution resolution) {
        return resolution instanceof Resolution.Resolved resolved ? resolved.product() : null;
    }

    private static @Nullable String name(Offer offer, Resolution resolution) {
        if (resolution instanceof Resolution.Resolved resolved) {
            return resolved.product().name();
        }
        if (offer.name() == null || offer.id() == null) {
            return offer.name() == null ? offer.id() : offer.name();
        }
        return resolution instanceof Resolution.Unresolved ? offer.name() + " (" + offer.id() + ")" : offer.name();
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

    /** Products of the same name by part number, similar ones by name and part number. */
    private static List<String> candidates(Resolution resolution) {
        if (resolution instanceof Resolution.Ambiguous ambiguous) {
            List<Product> candidates = ambiguous.candidates();
            boolean apart =
                    candidates.stream().map(Product::partNumber).distinct().count() == candidates.size();
            return candidates.stream()
                    .map(apart ? Product::partNumber : Product::skuId)
                    .toList();
        }
        if (resolution instanceof Resolution.Unresolved unresolved) {
            return unresolved.nearest().stream()
                    .map(product -> product.name() + " (" + product.partNumber() + ")")
                    .toList();
        }
        return List.of();
    }

    /** Without a wanted offer it is the same one, as far as it is known which one that is. */
    private static String same(Offer offer, Resolution found) {
        return found instanceof Resolution.Resolved || isOneOfItsOwn(offer, found, offer) ? "same" : UNCLEAR;
    }

    private static String compare(Offer offer, Resolution found, Offer target, Resolution wanted) {
        if (found instanceof Resolution.Resolved a && wanted instanceof Resolution.Resolved b) {
            return a.product().skuId().equals(b.product().skuId()) ? "same" : "different";
        }
        return isOneOfItsOwn(offer, found, target) ? "same" : UNCLEAR;
    }

    /** Whether both have the id that is in no table, so that they can be told from others. */
    private static boolean isOneOfItsOwn(Offer offer, Resolution found, Offer target) {
        return found instanceof Resolution.Unresolved
                && offer.id() != null
                && offer.id().equalsIgnoreCase(target.id());
    }
}
