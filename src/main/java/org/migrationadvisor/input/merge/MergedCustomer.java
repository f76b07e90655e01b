package org.migrationadvisor.input.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldMap;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.Warnings;
import org.migrationadvisor.input.source.Texts;

/**
 * What the rows of one customer say together. It does not depend on the order of the rows, unless a subscription is
 * there twice in one file.
 */
final class MergedCustomer {

    private final String id;
    private final Map<FactField, Known> facts = new FieldMap<>();
    private final Map<String, List<SubscriptionRow>> subscriptions = new TreeMap<>();

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

    MergedCustomer(String id) {
        this.id = id;
    }

    /** Takes a row. Returns where its file has the same subscription, if it has: then the row is not taken. */
    Optional<Place> add(CustomerRow row) {
        Optional<Place> first =
                row.subscription() == null ? Optional.empty() : add(SubscriptionRow.of(row, row.subscription()));
        if (first.isEmpty()) {
            for (CustomerRow.Fact fact : row.facts()) {
                Known known = facts.get(fact.field());
                facts.put(fact.field(), known == null ? new Known(fact, fact, null) : known.and(fact));
            }
        }
        return first;
    }

    private Optional<Place> add(SubscriptionRow next) {
        List<SubscriptionRow> rows = subscriptions.get(next.facts().id());
        if (rows == null) {
            subscriptions.put(next.facts().id(), List.of(next));
            return Optional.empty();
        }
        if (!next.kind().is(RowKind.Trait.REPEATS)) {
            Optional<SubscriptionRow> twice =
                    rows.stream().filter(row -> row.isOf(next.place().file())).findFirst();
            if (twice.isPresent()) {
                return twice.map(SubscriptionRow::place);
            }
        }
        List<SubscriptionRow> more = rows.size() == 1 ? new ArrayList<>(rows) : rows;
        more.add(next);
        subscriptions.put(next.facts().id(), more);
        return Optional.empty();
    }

    /** Notes which facts of the customer contradict each other. */
    void noteContradictions(Warnings warnings) {
        facts.forEach((field, known) -> {
            if (known.other() != null) {
                warnings.add(
                        known.other().place(),
                        known.other().column(),
                        contradiction(known, known.other()),
                        expected(field, known));
            }
        });
    }

    /**
     * The customer.
     *
     * @param joins tells which rows are one subscription
     * @param merger makes one subscription of them
     * @param fields the fields that customers can have
     */
    Customer customer(SubscriptionMatcher joins, SubscriptionMerger merger, FactTable fields) {
        List<Subscription> merged = new ArrayList<>();
        joins.join(subscriptions).forEach((subscription, rows) -> merged.add(merger.merge(subscription, rows)));
        Customer.Builder customer = Customer.builder(id, fields).subscriptions(merged);
        facts.forEach((field, known) -> {
            if (known.other() == null || field.isDescribing()) {
                customer.set(field, field.type().value(known.smallest().value()));
            }
        });
        return customer.build();
    }

    private String contradiction(Known known, CustomerRow.Fact other) {
        return Texts.quoted(other.value()) + " for customer " + Texts.quoted(id) + " but "
                + Texts.quoted(known.first().value()) + " at " + known.first().place();
    }

    private static String expected(FactField field, Known known) {
        String taken = field.isDescribing() ? Texts.quoted(known.smallest().value()) : "unknown";
        return "the same value in all its rows (taken as " + taken + ")";
    }
}
