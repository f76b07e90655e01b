package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Customer;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.Offer;
import org.migrationadvisor.Subscription;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.workbench.gaps.FieldUse.FieldOf;

/**
 * The offers of the search: one found in the offers table for each combination of what the fields of the vocabulary can
 * tell of it, and those that cannot be found.
 */
final class OfferChoices {
    private static final Offer UNKNOWN_ID = new Offer("NO-SUCH-OFFER-1", null);
    private static final Offer OTHER_UNKNOWN_ID = new Offer("NO-SUCH-OFFER-2", null);
    private static final Offer UNKNOWN_NAME = new Offer(null, "No such offer");
    private static final Set<ValueType> TELLING =
            Set.of(ValueType.CHOICE, ValueType.TRUTH, ValueType.WHOLE, ValueType.DATE);

    private final Catalog catalog;
    private final FactAssembler assembler;
    private final List<Product> representatives;

    OfferChoices(Catalog catalog, FactAssembler assembler) {
        this.catalog = catalog;
        this.assembler = assembler;
        this.representatives = representatives();
    }

    private List<Product> representatives() {
        Set<List<Object>> seen = new HashSet<>();
        List<Product> found = new ArrayList<>();
        for (Product product : catalog.products()) {
            if (seen.add(told(product))) {
                found.add(product);
            }
        }
        return found;
    }

    private List<Object> told(Product product) {
        List<Object> told = new ArrayList<>();
        for (FieldOf field : fieldsOfOffers()) {
            if (TELLING.contains(field.property().type())) {
                told.add(String.valueOf(read(product, field)));
            }
        }
        return told;
    }

    private static List<FieldOf> fieldsOfOffers() {
        List<FieldOf> fields = new ArrayList<>();
        for (FactType type : Vocabulary.facts()) {
            for (Property property : type.properties()) {
                FieldOf field = new FieldOf(type, property);
                if (isOfOffer(field)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static boolean isOfOffer(FieldOf field) {
        List<RawFact> made = Derivation.of(field.type(), field.property());
        return made != null && made.contains(RawFact.OFFER);
    }

    private @Nullable Object read(Product product, FieldOf field) {
        Subscription subscription =
                Subscription.builder("s1").offer(offer(product)).build();
        Customer customer = Customer.builder("c1").subscriptions(subscription).build();
        return assembler.facts(customer, LocalDate.EPOCH).stream()
                .filter(fact -> field.type().javaType().isInstance(fact))
                .findFirst()
                .map(fact -> field.property().reader().apply(fact))
                .orElse(null);
    }

    private static Offer offer(Product product) {
        return new Offer(product.partNumber(), null);
    }

    /** The offers that a subscription can have; the first is a plain one. */
    List<@Nullable Object> offers() {
        List<@Nullable Object> offers = new ArrayList<>();
        representatives.forEach(product -> offers.add(offer(product)));
        offers.addAll(unresolved());
        offers.add(Offer.UNKNOWN);
        return offers;
    }

    /** The offers that can be wanted; the first is none, which means the same. */
    List<@Nullable Object> targets() {
        Set<@Nullable Object> targets = new LinkedHashSet<>();
        targets.add(null);
        representatives.forEach(product -> targets.add(offer(product)));
        catalog.products().stream().limit(2).forEach(product -> targets.add(offer(product)));
        targets.addAll(unresolved());
        targets.add(OTHER_UNKNOWN_ID);
        return new ArrayList<>(targets);
    }

    private List<Offer> unresolved() {
        List<Offer> unresolved = new ArrayList<>(List.of(UNKNOWN_ID));
        catalog.products().stream()
                .map(Product::name)
                .filter(name -> catalog.resolve(null, name) instanceof Resolution.Ambiguous)
                .findFirst()
                .ifPresent(name -> unresolved.add(new Offer(null, name)));
        unresolved.add(UNKNOWN_NAME);
        return unresolved;
    }

    /** The offers meant by a text with which a field is compared. */
    List<Offer> named(FieldOf field, String text) {
        if (field.property().type() != ValueType.TEXT) {
            return List.of();
        }
        return List.of(new Offer(text, null), new Offer(null, text));
    }

    /** The numbers that a field has for the offers of the search; none if it is no number of an offer. */
    NavigableSet<Integer> numbers(FieldOf field) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        if (field.property().type() == ValueType.WHOLE && isOfOffer(field)) {
            for (Product product : representatives) {
                if (read(product, field) instanceof Integer number) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
