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
 * order of the rows, unless a subscription is there twice in one file.
 */
final class CustomerAssembler {

    /** Texts that describe and decide nothing: of two, one can stay. */
    private static final Set<Field> DESCRIBING = Set.of(Field.CUSTOMER_NAME, Field.DOMAIN);

    private final Map<String, Merged> customers = new TreeMap<>();
    private final Ownerless ownerless = new Ownerless();

    private static final class Merged {
        private final Map<Field, Known> facts = new EnumMap<>(Field.class);
        private final Map<String, List<Taken>> subscriptions = new TreeMap<>();
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

    /** The customers by id, each with its subscriptions by id; and what is to be said of their making. */
    record Assembled(List<Customer> customers, List<Warning> warnings) {}

    /** Takes a row. Returns where its file has the same subscription, if it has: then the row is not taken. */
    Optional<Place> add(CustomerRow row) {
        if (row.customerId().isEmpty()) {
            return ownerless.add(row);
        }
        ownerless.customerOf(row.place().file(), row.customerId());
        return take(row.customerId(), row);
    }

    private Optional<Place> take(String customerId, CustomerRow row) {
        Merged customer = customers.computeIfAbsent(customerId, id -> new Merged());
        if (row.subscription() != null) {
            Taken next = Taken.of(row, row.subscription());
            Optional<Place> first = take(customer, next);
            if (first.isPresent()) {
                return first;
            }
        }
        row.facts().forEach((field, fact) -> {
            Known known = customer.facts.get(field);
            customer.facts.put(field, known == null ? new Known(fact, fact, null) : known.and(fact));
        });
        return Optional.empty();
    }

    private static Optional<Place> take(Merged customer, Taken next) {
        List<Taken> rows = customer.subscriptions.get(next.facts().id());
        if (rows == null) {
            customer.subscriptions.put(next.facts().id(), List.of(next));
            return Optional.empty();
        }
        if (!next.kind().is(RowKind.Trait.REPEATS)) {
            Optional<Taken> twice =
                    rows.stream().filter(row -> row.isOf(next.place().file())).findFirst();
            if (twice.isPresent()) {
                return twice.map(Taken::place);
            }
        }
        List<Taken> more = rows.size() == 1 ? new ArrayList<>(rows) : rows;
        more.add(next);
        customer.subscriptions.put(next.facts().id(), more);
        return Optional.empty();
    }

    /**
     * The customers of all rows taken; to be asked once.
     *
     * @throws ListException if rows without a customer are left that nothing gives one
     */
    Assembled assemble(ReadOptions options, Bridges bridges) {
        List<Warning> warnings = new ArrayList<>();
        if (!ownerless.isEmpty()) {
            ownerless.settle(options.tenant(), this::ownersOfSubscriptions, this::take, warnings);
        }
        SubscriptionMerger merger = new SubscriptionMerger(bridges, options.licensingSku());
        Joins joins = new Joins(merger);
        List<Customer> list = new ArrayList<>(customers.size());
        customers.forEach((id, merged) -> list.add(customer(id, merged, joins.join(merged.subscriptions), merger)));
        warnings.addAll(joins.notes());
        warnings.addAll(bridges.contradictions());
        warnings.addAll(contradictions());
        warnings.addAll(merger.contradictions());
        return new Assembled(list, warnings);
    }

    /** The customer of each subscription id; empty where several customers have it. */
    private Map<String, Optional<String>> ownersOfSubscriptions() {
        Map<String, Optional<String>> owners = new TreeMap<>();
        customers.forEach((customerId, merged) -> merged.subscriptions
                .keySet()
                .forEach(id -> owners.merge(id, Optional.of(customerId), (one, other) -> Optional.empty())));
        return owners;
    }

    private static Customer customer(
            String id, Merged merged, Map<String, List<Taken>> subscriptions, SubscriptionMerger merger) {
        List<Subscription> list = new ArrayList<>(subscriptions.size());
        subscriptions.forEach((subscriptionId, rows) -> list.add(merger.merge(subscriptionId, rows)));
        return Customer.builder(id)
                .name(value(merged, Field.CUSTOMER_NAME))
                .domain(value(merged, Field.DOMAIN))
                .country(value(merged, Field.COUNTRY))
                .segment(constant(merged, Field.SEGMENT, Segment.class).orElse(Segment.UNKNOWN))
                .relationship(
                        constant(merged, Field.RELATIONSHIP, Relationship.class).orElse(Relationship.UNKNOWN))
                .agreementAccepted(
                        constant(merged, Field.AGREEMENT_ACCEPTED, Answer.class).orElse(Answer.UNKNOWN))
                .subscriptions(list)
                .build();
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
    private List<Warning> contradictions() {
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
