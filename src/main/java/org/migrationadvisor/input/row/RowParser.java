package org.migrationadvisor.input.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.facts.Subscription;

/** Turns raw rows of every format into typed facts: the only place where texts are understood. */
public final class RowParser {

    private static final Set<FactField> READ_FIRST =
            Set.of(FactFields.SUBSCRIPTION_ID, FactFields.OFFER_ID, FactFields.OFFER_NAME);

    private final Warnings warnings;
    private final DateOrders dates;
    private final FactTable fields;

    /**
     * @param dates of the source whose rows are parsed
     * @param fields the fields that rows can have
     */
    public RowParser(Warnings warnings, DateOrders dates, FactTable fields) {
        this.warnings = warnings;
        this.dates = dates;
        this.fields = fields;
    }

    /**
     * The facts of a row.
     *
     * @param problems takes what is wrong, in the order of the fields; if anything is, nothing is returned
     */
    public Optional<CustomerRow> parse(RawRow row, List<RowProblem> problems) {
        List<RowProblem> found = new ArrayList<>(row.problems());
        CellParser cells = new CellParser(row, warnings, dates, found);
        boolean customerNeeded = !row.kind().is(RowKind.Trait.CUSTOMER_MAY_BE_MISSING);
        String customerId = customerNeeded
                ? cells.id(FactFields.CUSTOMER_ID)
                : Objects.requireNonNullElse(cells.optionalId(FactFields.CUSTOMER_ID), "");
        List<CustomerRow.Fact> facts = customerFacts(row, cells);
        CustomerRow.SubscriptionRow subscription = row.subscription() ? subscription(row, cells) : null;
        LocalDate latest = cells.day(row.latest());
        problems.addAll(found);
        return found.isEmpty()
                ? Optional.of(new CustomerRow(customerId, row.place(), facts, row.kind(), subscription, latest))
                : Optional.empty();
    }

    private List<CustomerRow.Fact> customerFacts(RawRow row, CellParser cells) {
        List<CustomerRow.Fact> facts = new ArrayList<>();
        for (FactField field : fields.fields(FactField.Owner.CUSTOMER)) {
            Cell cell = row.cells().get(field);
            Object value = cell == null || field == FactFields.CUSTOMER_ID ? null : cells.value(field);
            if (cell != null && value != null) {
                Place place = cell.line() == row.place().line()
                        ? row.place()
                        : new Place(row.place().file(), cell.line());
                facts.add(new CustomerRow.Fact(field, FieldType.text(value), cell.column(), place));
            }
        }
        return facts;
    }

    private CustomerRow.SubscriptionRow subscription(RawRow row, CellParser cells) {
        boolean idNeeded = !row.kind().is(RowKind.Trait.ID_MAY_BE_MISSING);
        String id = idNeeded
                ? cells.id(FactFields.SUBSCRIPTION_ID)
                : Objects.requireNonNullElse(cells.optionalId(FactFields.SUBSCRIPTION_ID), "");
        Object offerId = cells.value(FactFields.OFFER_ID);
        Object offerName = cells.value(FactFields.OFFER_NAME);
        if (id.isEmpty() && offerId == null && offerName == null && !idNeeded) {
            cells.missing(FactFields.SUBSCRIPTION_ID, FactFields.SUBSCRIPTION_ID.expected() + ", or its SKU");
        }
        String standIn = "sku:" + (offerId == null ? offerName : offerId);
        Subscription.Builder facts = Subscription.builder(id.isEmpty() ? standIn : id, fields)
                .set(FactFields.OFFER_ID, offerId)
                .set(FactFields.OFFER_NAME, offerName);
        for (FactField field : fields.fields(FactField.Owner.SUBSCRIPTION)) {
            if (!READ_FIRST.contains(field)) {
                facts.set(field, cells.value(field));
            }
        }
        return new CustomerRow.SubscriptionRow(id, facts.build());
    }
}
