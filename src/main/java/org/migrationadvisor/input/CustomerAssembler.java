package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.Coded;
import org.migrationadvisor.Customer;
import org.migrationadvisor.Relationship;
import org.migrationadvisor.Segment;
import org.migrationadvisor.Subscription;

/**
 * Merges the rows of all files per customer; the only part that holds customers. The customers do not depend on the
 * order of the rows, unless a subscription is there twice.
 */
final class CustomerAssembler {

    /** Texts that describe and decide nothing: of two, one can stay. */
    private static final Set<Field> DESCRIBING = Set.of(Field.CUSTOMER_NAME, Field.DOMAIN);

    private final Map<String, Merged> customers = new TreeMap<>();

    private static final class Merged {
        private final Map<Field, Known> facts = new EnumMap<>(Field.class);
        private final Map<String, Placed> subscriptions = new TreeMap<>();
    }

    /** The first and, by value, the smallest fact of a field, and the first that contradicts the first. */
    private record Known(CustomerRow.Fact first, CustomerRow.Fact smallest, CustomerRow.@Nullable Fact other) {

        Known and(CustomerRow.Fact next) {
            boolean contradicts = other == null && !next.value().equals(first.value());
            boolean smaller = next.value().compareTo(smallest.value()) < 0;
            return contradicts || smaller
                    ? new Known(first, smaller ? next : smallest, contradicts ? next : other)
                    : this;
        }
    }

    private record Placed(Subscription subscription, Place place) {}

    /** Takes a row. Returns where its subscription was taken before, if it was: then the row is not taken. */
    Optional<Place> add(CustomerRow row) {
        Merged customer = customers.computeIfAbsent(row.customerId(), id -> new Merged());
        Subscription subscription = row.subscription();
        if (subscription != null) {
            Placed first = customer.subscriptions.putIfAbsent(subscription.id(), new Placed(subscription, row.place()));
            if (first != null) {
                return Optional.of(first.place());
            }
        }
        row.facts().forEach((field, fact) -> {
            Known known = customer.facts.get(field);
            customer.facts.put(field, known == null ? new Known(fact, fact, null) : known.and(fact));
        });
        return Optional.empty();
    }

    /** The customers by id, each with its subscriptions by id. */
    List<Customer> customers() {
        List<Customer> list = new ArrayList<>(customers.size());
        customers.forEach((id, merged) -> list.add(Customer.builder(id)
                .name(value(merged, Field.CUSTOMER_NAME))
                .domain(value(merged, Field.DOMAIN))
                .country(value(merged, Field.COUNTRY))
                .segment(constant(merged, Field.SEGMENT, Segment.class).orElse(Segment.UNKNOWN))
                .relationship(
                        constant(merged, Field.RELATIONSHIP, Relationship.class).orElse(Relationship.UNKNOWN))
                .agreementAccepted(
                        constant(merged, Field.AGREEMENT_ACCEPTED, Answer.class).orElse(Answer.UNKNOWN))
                .subscriptions(merged.subscriptions.values().stream()
                        .map(Placed::subscription)
                        .toList())
                .build()));
        return list;
    }

    private static @Nullable String value(Merged customer, Field field) {
        Known known = customer.facts.get(field);
        if (known == null || (known.other() != null && !DESCRIBING.contains(field))) {
            return null;
        }
        return known.smallest().value();
    }

    private static <E extends Enum<E> & Coded> Optional<E> constant(Merged customer, Field field, Class<E> type) {
        return Optional.ofNullable(value(customer, field)).flatMap(code -> Coded.find(type, code));
    }

    /** Where rows of one customer contradict each other, by customer and field. */
    List<Warning> contradictions() {
        List<Warning> warnings = new ArrayList<>();
        customers.forEach((id, merged) -> merged.facts.forEach((field, known) -> {
            if (known.other() != null) {
                warnings.add(new Warning(contradiction(id, field, known, known.other()), 1));
            }
        }));
        return warnings;
    }

    private static Problem contradiction(String id, Field field, Known known, CustomerRow.Fact other) {
        String taken =
                DESCRIBING.contains(field) ? Texts.quoted(known.smallest().value()) : "unknown";
        String reason = "found " + Texts.quoted(other.value()) + " for customer " + Texts.quoted(id) + " but "
                + Texts.quoted(known.first().value()) + " at " + known.first().place()
                + ", expected the same value in all its rows (taken as " + taken + ")";
        return new Problem(other.place().file(), other.place().line(), other.column(), reason);
    }
}
