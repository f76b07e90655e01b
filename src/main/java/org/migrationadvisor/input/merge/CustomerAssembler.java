package org.migrationadvisor.input.merge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.row.Warnings;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.store.RowStore;
import org.migrationadvisor.input.store.StoredRow;

/**
 * Merges the rows of all files per customer. The customers do not depend on the order of the rows, unless a
 * subscription is there twice in one file.
 */
public final class CustomerAssembler implements AutoCloseable {

    /** So many rows at most can speak of one customer: all of them, and the advice on them, are held at once. */
    public static final int MOST_ROWS = 20_000;

    private final RowStore rows;
    private final int most;
    private final UnassignedRows ownerless = new UnassignedRows();

    /** Hears what becomes of the rows while customers are made of them. */
    public interface Listener {
        Listener NOBODY = new Listener() {
            @Override
            public void twice(StoredRow row, Place first) {}

            @Override
            public void crowded(StoredRow row) {}

            @Override
            public void made(List<StoredRow> from) {}
        };

        /** A row whose subscription its file has already, at {@code first}: it is not taken. */
        void twice(StoredRow row, Place first);

        /** A row of a customer of whom too many rows speak: none of them is taken. */
        void crowded(StoredRow row);

        /** A customer with the rows it was made of. */
        void made(List<StoredRow> from);
    }

    /** @param most so many rows at most can speak of one customer */
    public CustomerAssembler(RowStore rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    /**
     * Takes a row that names its customer, or one that does not.
     *
     * @return where its file has the same subscription, if that is known already: then the row is not taken
     */
    public Optional<Place> add(StoredRow stored) {
        CustomerRow row = stored.row();
        if (row.customerId().isEmpty()) {
            return ownerless.add(stored);
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
    public Customers assemble(ReadOptions options, OfferIdMappings bridges, Listener listener) {
        List<Warning> settled = new ArrayList<>();
        if (!ownerless.isEmpty()) {
            ownerless.settle(options.tenant(), this::ownersOfSubscriptions, rows::add, settled);
        }
        return new Customers(
                settled,
                new SubscriptionMerger(bridges, options.licensingSku(), options.fields()),
                bridges,
                listener,
                options.fields());
    }

    /**
     * One customer of rows that are all its own and name each subscription once.
     *
     * @param fields the fields that rows can have
     */
    public static Customer customer(List<CustomerRow> rows, FactTable fields) {
        try (CustomerAssembler assembler = new CustomerAssembler(new RowStore(fields), Integer.MAX_VALUE)) {
            rows.forEach(row -> assembler.add(new StoredRow(0, row)));
            return assembler
                    .assemble(ReadOptions.defaults(fields), new OfferIdMappings(), Listener.NOBODY)
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
    public final class Customers implements Iterator<Customer> {
        private final Iterator<StoredRow> sorted = rows.byCustomer();
        private final List<Warning> settled;
        private final SubscriptionMerger merger;
        private final SubscriptionMatcher joins;
        private final OfferIdMappings bridges;
        private final Listener listener;
        private final FactTable fields;
        private final Warnings contradictions = new Warnings();
        private @Nullable StoredRow ahead;
        private @Nullable Customer next;

        private Customers(
                List<Warning> settled,
                SubscriptionMerger merger,
                OfferIdMappings bridges,
                Listener listener,
                FactTable fields) {
            this.fields = fields;
            this.settled = settled;
            this.merger = merger;
            this.joins = new SubscriptionMatcher(merger);
            this.bridges = bridges;
            this.listener = listener;
            this.ahead = sorted.hasNext() ? sorted.next() : null;
        }

        @Override
        public boolean hasNext() {
            while (next == null && ahead != null) {
                next = make(ahead.customerId());
            }
            return next != null;
        }

        @Override
        public Customer next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Customer made = Objects.requireNonNull(next);
            next = null;
            return made;
        }

        /** The customer of the rows that come next; null if there are too many of them, which then have been refused. */
        private @Nullable Customer make(String id) {
            MergedCustomer merged = new MergedCustomer(id);
            List<StoredRow> taken = new ArrayList<>();
            while (taken.size() <= most && isNext(id)) {
                StoredRow row = advance();
                merged.add(row.row()).ifPresentOrElse(first -> listener.twice(row, first), () -> taken.add(row));
            }
            if (taken.size() > most) {
                taken.forEach(listener::crowded);
                while (isNext(id)) {
                    listener.crowded(advance());
                }
                return null;
            }
            listener.made(taken);
            merged.noteContradictions(contradictions);
            return merged.customer(joins, merger, fields);
        }

        private boolean isNext(String id) {
            return ahead != null && ahead.customerId().equals(id);
        }

        private StoredRow advance() {
            StoredRow row = Objects.requireNonNull(ahead);
            ahead = sorted.hasNext() ? sorted.next() : null;
            return row;
        }

        /** What is to be said of the customers made so far. */
        public List<Warning> warnings() {
            List<Warning> warnings = new ArrayList<>(settled);
            warnings.addAll(joins.notes());
            warnings.addAll(bridges.contradictions());
            warnings.addAll(contradictions.toList());
            warnings.addAll(merger.contradictions());
            return warnings;
        }
    }
}
