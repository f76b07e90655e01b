package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
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
 * Merges the rows of all files per customer. The customers do not depend on the order of the rows, unless a
 * subscription is there twice in one file.
 */
final class CustomerAssembler implements AutoCloseable {

    /** Texts that describe and decide nothing: of two, one can stay. */
    private static final Set<Field> DESCRIBING = Set.of(Field.CUSTOMER_NAME, Field.DOMAIN);

    private final RowStore rows;
    private final Ownerless ownerless = new Ownerless();

    /** What the rows of one customer say. */
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

    /** Hears what becomes of the rows while customers are made of them. */
    interface Listener {
        Listener NOBODY = new Listener() {
            @Override
            public void twice(StoredRow row, Place first) {}

            @Override
            public void made(List<StoredRow> from) {}
        };

        /** A row whose subscription its file has already, at {@code first}: it is not taken. */
        void twice(StoredRow row, Place first);

        /** A customer with the rows it was made of. */
        void made(List<StoredRow> from);
    }

    CustomerAssembler(RowStore rows) {
        this.rows = rows;
    }

    /**
     * Takes a row that names its customer, or one that does not.
     *
     * @return where its file has the same subscription, if that is known already: then the row is not taken
     */
    Optional<Place> add(StoredRow stored) {
        CustomerRow row = stored.row();
        if (row.customerId().isEmpty()) {
            return ownerless.add(row);
        }
        ownerless.customerOf(row.place().file(), row.customerId());
        rows.add(stored);
        return Optional.empty();
    }

    /**
     * The customers of all rows taken, by id, each with its subscriptions by id; to be asked once.
     *
     * @throws ListException if rows without a customer are left that nothing gives one
     */
    Customers assemble(ReadOptions options, Bridges bridges, Listener listener) {
        List<Warning> settled = new ArrayList<>();
        if (!ownerless.isEmpty()) {
            ownerless.settle(
                    options.tenant(),
                    this::ownersOfSubscriptions,
                    (id, row) -> rows.add(new StoredRow(StoredRow.SETTLED, row.of(id))),
                    settled);
        }
        return new Customers(settled, new SubscriptionMerger(bridges, options.licensingSku()), bridges, listener);
    }

    /** One customer of rows that are all its own and name each subscription once. */
    static Customer customer(List<CustomerRow> rows) {
        try (CustomerAssembler assembler = new CustomerAssembler(new RowStore())) {
            rows.forEach(row -> assembler.add(new StoredRow(StoredRow.SETTLED, row)));
            return assembler
                    .assemble(ReadOptions.defaults(), new Bridges(), Listener.NOBODY)
                    .next();
        }
    }

    /** The customer of each subscription id; empty where several customers have it. */
    private Map<String, Optional<String>> ownersOfSubscriptions(Set<String> ids) {
        Map<String, Optional<String>> owners = new TreeMap<>();
        rows.forEach(stored -> {
            CustomerRow.SubscriptionRow subscription = stored.row().subscription();
            if (subscription != null && ids.contains(subscription.facts().id())) {
                owners.merge(
                        subscription.facts().id(),
                        Optional.of(stored.customerId()),
                        (one, other) -> one.equals(other) ? one : Optional.empty());
            }
        });
        return owners;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Makes one customer after the other. */
    final class Customers implements Iterator<Customer> {
        private final Iterator<List<StoredRow>> groups = rows.byCustomer();
        private final List<Warning> settled;
        private final SubscriptionMerger merger;
        private final Joins joins;
        private final Bridges bridges;
        private final Listener listener;
        private final Warnings contradictions = new Warnings();

        private Customers(List<Warning> settled, SubscriptionMerger merger, Bridges bridges, Listener listener) {
            this.settled = settled;
            this.merger = merger;
            this.joins = new Joins(merger);
            this.bridges = bridges;
            this.listener = listener;
        }

        @Override
        public boolean hasNext() {
            return groups.hasNext();
        }

        @Override
        public Customer next() {
            List<StoredRow> group = groups.next();
            Merged merged = new Merged();
            group.forEach(row -> take(merged, row));
            listener.made(group);
            String id = group.get(0).customerId();
            merged.facts.forEach((field, known) -> {
                if (known.other() != null) {
                    contradictions.add(
                            known.other().place(),
                            known.other().column(),
                            contradiction(id, known, known.other()),
                            expected(field, known));
                }
            });
            return customer(id, merged, joins.join(merged.subscriptions), merger);
        }

        /** What is to be said of the customers made so far. */
        List<Warning> warnings() {
            List<Warning> warnings = new ArrayList<>(settled);
            warnings.addAll(joins.notes());
            warnings.addAll(bridges.contradictions());
            warnings.addAll(contradictions.toList());
            warnings.addAll(merger.contradictions());
            return warnings;
        }

        private void take(Merged customer, StoredRow stored) {
            CustomerRow row = stored.row();
            if (row.subscription() != null) {
                Optional<Place> first = addTo(customer, Taken.of(row, row.subscription()));
                if (first.isPresent()) {
                    listener.twice(stored, first.get());
                    return;
                }
            }
            for (CustomerRow.Fact fact : row.facts()) {
                Known known = customer.facts.get(fact.field());
                customer.facts.put(fact.field(), known == null ? new Known(fact, fact, null) : known.and(fact));
            }
        }
    }

    /** Returns where the file of a row has the same subscription, if it has: then the row is not added. */
    private static Optional<Place> addTo(Merged customer, Taken next) {
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
                .language(value(merged, Field.LANGUAGE))
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

    private static String contradiction(String id, Known known, CustomerRow.Fact other) {
        return Texts.quoted(other.value()) + " for customer " + Texts.quoted(id) + " but "
                + Texts.quoted(known.first().value()) + " at " + known.first().place();
    }

    private static String expected(Field field, Known known) {
        String taken =
                DESCRIBING.contains(field) ? Texts.quoted(known.smallest().value()) : "unknown";
        return "the same value in all its rows (taken as " + taken + ")";
    }
}
