package org.migrationadvisor.input.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.BillingAccount;
import org.migrationadvisor.BillingCycle;
import org.migrationadvisor.Coded;
import org.migrationadvisor.EndOfTermAction;
import org.migrationadvisor.Offer;
import org.migrationadvisor.Program;
import org.migrationadvisor.Status;
import org.migrationadvisor.Subscription;
import org.migrationadvisor.Term;
import org.migrationadvisor.input.row.Field;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.row.Warnings;
import org.migrationadvisor.input.source.Texts;

/**
 * Makes one subscription of what several rows say of it: a fact that one knows completes the others; facts that
 * contradict each other are unknown and warned of. The order of the rows does not matter.
 */
public final class SubscriptionMerger {

    private static final LocalDate NEVER = LocalDate.MIN;

    private static final List<Part<?>> PARTS = List.of(
            part(Field.PROGRAM, s -> known(s.program(), Program.UNKNOWN), Subscription.Builder::program),
            part(Field.SEATS, Subscription::seats, Subscription.Builder::seats),
            part(Field.ASSIGNED_SEATS, Subscription::assignedSeats, Subscription.Builder::assignedSeats),
            part(Field.STATUS, s -> known(s.status(), Status.UNKNOWN), Subscription.Builder::status),
            part(Field.START_DATE, Subscription::startDate, Subscription.Builder::startDate),
            part(Field.END_DATE, Subscription::endDate, Subscription.Builder::endDate),
            part(Field.TERM, s -> known(s.term(), Term.UNKNOWN), Subscription.Builder::term),
            part(
                    Field.BILLING_CYCLE,
                    s -> known(s.billingCycle(), BillingCycle.UNKNOWN),
                    Subscription.Builder::billingCycle),
            part(Field.AUTO_RENEW, s -> known(s.autoRenew(), Answer.UNKNOWN), Subscription.Builder::autoRenew),
            part(
                    Field.BASE_SUBSCRIPTION_ID,
                    Subscription::baseSubscriptionId,
                    Subscription.Builder::baseSubscriptionId),
            part(Field.UNIT_PRICE, Subscription::unitPrice, Subscription.Builder::unitPrice),
            part(Field.CURRENCY, Subscription::currency, Subscription.Builder::currency),
            part(Field.TARGET_SEATS, Subscription::targetSeats, Subscription.Builder::targetSeats),
            part(
                    Field.TARGET_PROVISIONED_ON,
                    Subscription::targetProvisionedOn,
                    Subscription.Builder::targetProvisionedOn),
            part(
                    Field.BILLING_ACCOUNT,
                    s -> known(s.billingAccount(), BillingAccount.UNKNOWN),
                    Subscription.Builder::billingAccount),
            part(
                    Field.END_OF_TERM_ACTION,
                    s -> known(s.endOfTermAction(), EndOfTermAction.UNKNOWN),
                    Subscription.Builder::endOfTermAction),
            part(Field.PURCHASED_ON, Subscription::purchasedOn, Subscription.Builder::purchasedOn),
            part(Field.PAID_THROUGH, Subscription::paidThrough, Subscription.Builder::paidThrough),
            part(Field.PROMOTION, s -> known(s.promotion(), Answer.UNKNOWN), Subscription.Builder::promotion),
            part(Field.SOURCE_PARTNER, Subscription::sourcePartner, Subscription.Builder::sourcePartner));

    private final OfferIdMappings bridges;
    private final Function<Offer, Optional<String>> licensingSku;
    private final Warnings contradictions = new Warnings();

    private record Part<T>(
            Field field, Function<Subscription, @Nullable T> get, BiConsumer<Subscription.Builder, T> set) {}

    /** A fact that is known, and the row that knows it. */
    private record Fact<T>(T value, SubscriptionRow taken) {}

    SubscriptionMerger(OfferIdMappings bridges, Function<Offer, Optional<String>> licensingSku) {
        this.bridges = bridges;
        this.licensingSku = licensingSku;
    }

    private static <T> Part<T> part(
            Field field, Function<Subscription, @Nullable T> get, BiConsumer<Subscription.Builder, T> set) {
        return new Part<>(field, get, set);
    }

    private static <T> @Nullable T known(T value, T unknown) {
        return value == unknown ? null : value;
    }

    /** What came up so far, by subscription. */
    List<Warning> contradictions() {
        return contradictions.toList();
    }

    /** The identity of the offer that rows name; empty if none does. */
    Optional<String> sku(List<SubscriptionRow> rows) {
        return rows.stream()
                .flatMap(row -> bridges.identity(row.facts().offer(), licensingSku).stream())
                .findFirst();
    }

    /**
     * The subscription that rows describe.
     *
     * @param rows at least one
     */
    Subscription merge(String id, List<SubscriptionRow> rows) {
        if (rows.size() == 1) {
            return bridged(rows.get(0).facts());
        }
        List<SubscriptionRow> ordered =
                rows.stream().sorted(SubscriptionRow.BY_PLACE).toList();
        Subscription.Builder merged = Subscription.builder(id);
        PARTS.forEach(part -> merge(id, part, ordered, merged));
        merged.offer(Objects.requireNonNullElse(
                offer(id, Field.OFFER_ID, Field.OFFER_NAME, Subscription::offer, ordered), Offer.UNKNOWN));
        merged.targetOffer(
                offer(id, Field.TARGET_OFFER_ID, Field.TARGET_OFFER_NAME, Subscription::targetOffer, ordered));
        return merged.build();
    }

    /** With the licensing SKU in place of an id that the files of the run say to be one. */
    private Subscription bridged(Subscription facts) {
        Offer offer = bridged(facts.offer());
        Offer target = facts.targetOffer() == null ? null : bridged(facts.targetOffer());
        if (offer.equals(facts.offer()) && Objects.equals(target, facts.targetOffer())) {
            return facts;
        }
        Subscription.Builder copy =
                Subscription.builder(facts.id()).offer(offer).targetOffer(target);
        PARTS.forEach(part -> copy(part, facts, copy));
        return copy.build();
    }

    private Offer bridged(Offer offer) {
        return offer.id() == null
                ? offer
                : bridges.skuOf(offer.id())
                        .map(sku -> new Offer(sku, offer.name()))
                        .orElse(offer);
    }

    private static <T> void copy(Part<T> part, Subscription facts, Subscription.Builder copy) {
        T value = part.get().apply(facts);
        if (value != null) {
            part.set().accept(copy, value);
        }
    }

    private <T> void merge(String id, Part<T> part, List<SubscriptionRow> rows, Subscription.Builder merged) {
        List<Fact<T>> facts = facts(part.field(), part.get(), rows);
        if (agree(id, part.field(), facts, Function.identity())) {
            part.set().accept(merged, facts.get(0).value());
        }
    }

    /** The offer by its id; names only describe it, unless no row knows an id. */
    private @Nullable Offer offer(
            String id,
            Field idField,
            Field nameField,
            Function<Subscription, @Nullable Offer> get,
            List<SubscriptionRow> rows) {
        List<Fact<Offer>> offers = facts(idField, get, rows);
        List<Fact<Offer>> withId =
                offers.stream().filter(fact -> fact.value().id() != null).toList();
        Optional<String> name = name(offers, nameField, false).or(() -> name(offers, nameField, true));
        if (withId.isEmpty()) {
            return agree(id, nameField, offers, fact -> String.valueOf(fact.name()))
                    ? new Offer(null, name.get())
                    : null;
        }
        List<Fact<Offer>> deciding = deciding(withId);
        boolean agree = agree(id, idField, deciding, offer -> identity(offer));
        return agree ? bridged(new Offer(deciding.get(0).value().id(), name.orElse(null))) : null;
    }

    /** The smallest name, of those that are hints or of the others. */
    private static Optional<String> name(List<Fact<Offer>> offers, Field nameField, boolean hints) {
        return offers.stream()
                .filter(fact -> fact.taken().kind().hints().contains(nameField) == hints)
                .flatMap(fact -> Optional.ofNullable(fact.value().name()).stream())
                .min(Comparator.naturalOrder());
    }

    /** An id of a price list says nothing against a licensing SKU, unless the SKU of both is known. */
    private List<Fact<Offer>> deciding(List<Fact<Offer>> offers) {
        boolean anySku = offers.stream().anyMatch(fact -> fact.taken().kind().is(RowKind.Trait.LICENSING_SKUS));
        return offers.stream()
                .sorted(Comparator.comparing(fact -> !fact.taken().kind().is(RowKind.Trait.LICENSING_SKUS)))
                .filter(fact ->
                        !anySku || !fact.taken().kind().is(RowKind.Trait.COMMERCE_OFFERS) || isSku(fact.value()))
                .toList();
    }

    private boolean isSku(Offer offer) {
        return offer.id() != null
                && (bridges.skuOf(offer.id()).isPresent()
                        || licensingSku.apply(offer).isPresent());
    }

    private String identity(Offer offer) {
        return bridges.identity(offer, licensingSku).orElseThrow();
    }

    /** What the rows know: a hint only where nothing better is known, and of many rows of a file the latest. */
    private static <T> List<Fact<T>> facts(
            Field field, Function<Subscription, @Nullable T> get, List<SubscriptionRow> rows) {
        List<Fact<T>> known = new ArrayList<>();
        for (SubscriptionRow row : rows) {
            T value = get.apply(row.facts());
            if (value != null && !(value instanceof Offer offer && offer.isUnknown())) {
                known.add(new Fact<>(value, row));
            }
        }
        boolean better =
                known.stream().anyMatch(fact -> !fact.taken().kind().hints().contains(field));
        Map<String, LocalDate> latest = new HashMap<>();
        known.forEach(
                fact -> latest.merge(fact.taken().place().file(), day(fact.taken()), (a, b) -> a.isAfter(b) ? a : b));
        return known.stream()
                .filter(fact -> !better || !fact.taken().kind().hints().contains(field))
                .filter(fact ->
                        day(fact.taken()).equals(latest.get(fact.taken().place().file())))
                .toList();
    }

    private static LocalDate day(SubscriptionRow taken) {
        return taken.latest() == null ? NEVER : taken.latest();
    }

    /** Whether there are facts and all are the same; a contradiction is noted. */
    private <T> boolean agree(String id, Field field, List<Fact<T>> facts, Function<T, ?> identity) {
        if (facts.isEmpty()) {
            return false;
        }
        Fact<T> first = facts.get(0);
        Object expected = identity.apply(first.value());
        for (Fact<T> other : facts) {
            if (!identity.apply(other.value()).equals(expected)) {
                note(id, field, first, other);
                return false;
            }
        }
        return true;
    }

    private <T> void note(String id, Field field, Fact<T> first, Fact<T> other) {
        contradictions.add(
                other.taken().place(),
                other.taken().kind().spelled(field),
                shown(field, other.value()) + " for subscription " + Texts.quoted(id) + " but "
                        + shown(field, first.value()) + " at " + first.taken().place(),
                "the same value in all its rows (taken as unknown)");
    }

    private static String shown(Field field, Object value) {
        if (value instanceof Offer offer) {
            boolean byName = field == Field.OFFER_NAME || field == Field.TARGET_OFFER_NAME;
            return Texts.quoted(String.valueOf(byName ? offer.name() : offer.id()));
        }
        return Texts.quoted(value instanceof Coded coded ? coded.code() : value.toString());
    }
}
