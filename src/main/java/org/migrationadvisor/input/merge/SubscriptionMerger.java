package org.migrationadvisor.input.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;
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

    private final FactTable table;
    private final OfferIdMappings bridges;
    private final Function<Offer, Optional<String>> licensingSku;
    private final Warnings contradictions = new Warnings();

    /** A fact that is known, and the row that knows it. */
    private record Fact<T>(T value, SubscriptionRow taken) {}

    SubscriptionMerger(OfferIdMappings bridges, Function<Offer, Optional<String>> licensingSku, FactTable table) {
        this.table = table;
        this.bridges = bridges;
        this.licensingSku = licensingSku;
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
        Subscription.Builder merged = Subscription.builder(id, table);
        for (FactField field : table.fields(FactField.Owner.SUBSCRIPTION)) {
            if (isMergedAlone(field)) {
                List<Fact<Object>> facts = facts(field, row -> row.value(field), ordered);
                if (agree(id, field, facts, Function.identity())) {
                    merged.set(field, facts.get(0).value());
                }
            }
        }
        merged.offer(Objects.requireNonNullElse(
                offer(id, FactFields.OFFER_ID, FactFields.OFFER_NAME, Subscription::offer, ordered), Offer.UNKNOWN));
        merged.targetOffer(offer(
                id, FactFields.TARGET_OFFER_ID, FactFields.TARGET_OFFER_NAME, Subscription::targetOffer, ordered));
        return merged.build();
    }

    /** With the licensing SKU in place of an id that the files of the run say to be one. */
    private Subscription bridged(Subscription facts) {
        Offer offer = bridged(facts.offer());
        Offer target = facts.targetOffer() == null ? null : bridged(facts.targetOffer());
        if (offer.equals(facts.offer()) && Objects.equals(target, facts.targetOffer())) {
            return facts;
        }
        return facts.toBuilder().offer(offer).targetOffer(target).build();
    }

    private Offer bridged(Offer offer) {
        return offer.id() == null
                ? offer
                : bridges.skuOf(offer.id())
                        .map(sku -> new Offer(sku, offer.name()))
                        .orElse(offer);
    }

    private static boolean isMergedAlone(FactField field) {
        return field != FactFields.SUBSCRIPTION_ID && !FactFields.OF_OFFERS.contains(field);
    }

    /** The offer by its id; names only describe it, unless no row knows an id. */
    private @Nullable Offer offer(
            String id,
            FactField idField,
            FactField nameField,
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
    private static Optional<String> name(List<Fact<Offer>> offers, FactField nameField, boolean hints) {
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
            FactField field, Function<Subscription, @Nullable T> get, List<SubscriptionRow> rows) {
        List<Fact<T>> known = new ArrayList<>();
        for (SubscriptionRow row : rows) {
            T value = get.apply(row.facts());
            if (FactField.isKnown(value) && !Offer.UNKNOWN.equals(value)) {
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
    private <T> boolean agree(String id, FactField field, List<Fact<T>> facts, Function<T, ?> identity) {
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

    private <T> void note(String id, FactField field, Fact<T> first, Fact<T> other) {
        contradictions.add(
                other.taken().place(),
                other.taken().kind().spelled(field),
                shown(field, other.value()) + " for subscription " + Texts.quoted(id) + " but "
                        + shown(field, first.value()) + " at " + first.taken().place(),
                "the same value in all its rows (taken as unknown)");
    }

    private static String shown(FactField field, Object value) {
        if (value instanceof Offer offer) {
            boolean byName = field == FactFields.OFFER_NAME || field == FactFields.TARGET_OFFER_NAME;
            return Texts.quoted(String.valueOf(byName ? offer.name() : offer.id()));
        }
        return Texts.quoted(value.toString());
    }
}
