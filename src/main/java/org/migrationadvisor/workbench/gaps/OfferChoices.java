package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.semantics.MadeOf;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;

/**
 * The offers of the search: those that cannot be found in the offers table, and as many products of it, as offers and as
 * wanted offers, as the rules can tell apart.
 */
final class OfferChoices {
    private static final Offer UNKNOWN_ID = new Offer("NO-SUCH-OFFER-1", null);
    private static final Offer OTHER_UNKNOWN_ID = new Offer("NO-SUCH-OFFER-2", null);
    private static final Offer UNKNOWN_NAME = new Offer(null, "No such offer");
    private static final int MOST_PAIRED = 200;
    private static final @Nullable Object[] NO_OTHERS = {};

    private final Catalog catalog;
    private final FactAssembler assembler;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Property> numbers = new ArrayList<>();
    private final Set<Offer> offers = new LinkedHashSet<>();
    private final Set<@Nullable Offer> targets = new LinkedHashSet<>();

    /** @param rules the rules, and what is to be searched for besides */
    OfferChoices(Catalog catalog, FactAssembler assembler, Collection<RuleDefinition> rules) {
        this.catalog = catalog;
        this.assembler = assembler;
        for (RuleDefinition rule : rules) {
            FieldUse.allConditions(rule).forEach(this::use);
        }
        choose();
    }

    private void use(Condition condition) {
        boolean onlyOffers = condition.alone()
                && !condition.fields().isEmpty()
                && condition.fields().stream().allMatch(OfferChoices::isOfOffers);
        if (onlyOffers) {
            conditions.add(condition);
        } else {
            condition.fields().stream()
                    .filter(field -> isOfOffers(field) && field.type() == ValueType.WHOLE)
                    .forEach(numbers::add);
        }
    }

    /** Whether a field is made of nothing but offers. */
    private static boolean isOfOffers(Property field) {
        MadeOf made = field.madeOf();
        return made != null
                && !made.asOf()
                && !made.subscriptions()
                && !made.fields().isEmpty()
                && FactFields.OF_OFFERS.containsAll(made.fields());
    }

    private void choose() {
        List<Offer> products = catalog.products().stream()
                .map(product -> new Offer(product.partNumber(), null))
                .toList();
        Set<List<Object>> seen = new HashSet<>();
        targets.add(null);
        for (Offer product : products) {
            choose(product, null, seen);
        }
        if (products.size() > 1) {
            targets.add(products.get(0));
            targets.add(products.get(1));
        }
        List<Offer> paired = products.subList(0, Math.min(MOST_PAIRED, products.size()));
        for (Offer product : paired) {
            paired.forEach(target -> choose(product, target, seen));
        }
        List<Offer> unresolved = unresolved();
        offers.addAll(unresolved);
        targets.addAll(unresolved);
        offers.add(Offer.UNKNOWN);
        targets.add(OTHER_UNKNOWN_ID);
    }

    private void choose(Offer offer, @Nullable Offer target, Set<List<Object>> seen) {
        if (seen.add(told(offer, target))) {
            offers.add(offer);
            targets.add(target);
        }
    }

    /** What the rules can tell of a pair: how their conditions come out, and the numbers that they compare with others. */
    private List<Object> told(Offer offer, @Nullable Offer target) {
        List<Object> facts = facts(offer, target);
        List<Object> told = new ArrayList<>();
        for (Condition condition : conditions) {
            told.add(condition.constraint().holds(of(facts, condition.type().javaType()), NO_OTHERS));
        }
        numbers.forEach(field -> told.add(String.valueOf(read(facts, field))));
        return told;
    }

    private List<Object> facts(Offer offer, @Nullable Offer target) {
        Subscription subscription =
                Subscription.builder("s1").offer(offer).targetOffer(target).build();
        Customer customer = Customer.builder("c1").subscriptions(subscription).build();
        return assembler.facts(customer, LocalDate.EPOCH);
    }

    private static Object of(List<Object> facts, Class<?> type) {
        return facts.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static @Nullable Object read(List<Object> facts, Property field) {
        return field.reader().apply(of(facts, SubscriptionFact.class));
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

    /** The offers that a subscription can have; the first is a plain one. */
    Collection<Offer> offers() {
        return offers;
    }

    /** The offers that can be wanted; the first is none, which means the same. */
    Collection<@Nullable Offer> targets() {
        return targets;
    }

    /** The offers meant by a text with which a field is compared. */
    static List<Offer> named(Property field, String text) {
        if (field.type() != ValueType.TEXT) {
            return List.of();
        }
        return List.of(new Offer(text, null), new Offer(null, text));
    }

    /** The numbers that a field has for the offers of the search; none if it is no number of an offer. */
    NavigableSet<Integer> numbers(Property field) {
        NavigableSet<Integer> found = new TreeSet<>();
        if (numbers.contains(field)) {
            for (Offer offer : offers) {
                for (Offer target : targets) {
                    if (read(facts(offer, target), field) instanceof Integer number) {
                        found.add(number);
                    }
                }
            }
        }
        return found;
    }
}
