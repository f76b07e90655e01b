package org.migrationadvisor.input.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.BillingAccount;
import org.migrationadvisor.BillingCycle;
import org.migrationadvisor.Coded;
import org.migrationadvisor.EndOfTermAction;
import org.migrationadvisor.Offer;
import org.migrationadvisor.Program;
import org.migrationadvisor.Relationship;
import org.migrationadvisor.Segment;
import org.migrationadvisor.Status;
import org.migrationadvisor.Subscription;
import org.migrationadvisor.Term;

/** Turns raw rows of every format into typed facts: the only place where texts are understood. */
public final class RowParser {

    private static final String SUBSCRIPTION = "the id of the subscription";
    private static final String CUSTOMER = "the id of the customer";

    private final Warnings warnings;
    private final DateOrders dates;

    /** @param dates of the source whose rows are parsed */
    public RowParser(Warnings warnings, DateOrders dates) {
        this.warnings = warnings;
        this.dates = dates;
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
                ? cells.id(Field.CUSTOMER_ID, CUSTOMER)
                : Objects.requireNonNullElse(cells.optionalId(Field.CUSTOMER_ID, CUSTOMER), "");
        List<CustomerRow.Fact> facts = customerFacts(row, cells);
        CustomerRow.SubscriptionRow subscription = row.subscription() ? subscription(row, cells) : null;
        LocalDate latest = cells.day(row.latest());
        problems.addAll(found);
        return found.isEmpty()
                ? Optional.of(new CustomerRow(customerId, row.place(), facts, row.kind(), subscription, latest))
                : Optional.empty();
    }

    private static List<CustomerRow.Fact> customerFacts(RawRow row, CellParser cells) {
        List<CustomerRow.Fact> facts = new ArrayList<>();
        add(facts, row, Field.CUSTOMER_NAME, cells.text(Field.CUSTOMER_NAME));
        add(facts, row, Field.DOMAIN, cells.text(Field.DOMAIN));
        add(facts, row, Field.COUNTRY, cells.letters(Field.COUNTRY, 2, "a country of two letters such as DE"));
        add(facts, row, Field.SEGMENT, code(cells.oneOf(Field.SEGMENT, Segment.class)));
        add(facts, row, Field.RELATIONSHIP, code(cells.oneOf(Field.RELATIONSHIP, Relationship.class)));
        add(facts, row, Field.AGREEMENT_ACCEPTED, code(cells.answer(Field.AGREEMENT_ACCEPTED)));
        add(facts, row, Field.LANGUAGE, cells.language(Field.LANGUAGE));
        return facts;
    }

    private static void add(List<CustomerRow.Fact> facts, RawRow row, Field field, @Nullable String value) {
        Cell cell = row.cells().get(field);
        if (cell != null && value != null) {
            Place place = cell.line() == row.place().line()
                    ? row.place()
                    : new Place(row.place().file(), cell.line());
            facts.add(new CustomerRow.Fact(field, value, cell.column(), place));
        }
    }

    private static @Nullable String code(Optional<? extends Coded> value) {
        return value.map(Coded::code).orElse(null);
    }

    private static CustomerRow.SubscriptionRow subscription(RawRow row, CellParser cells) {
        String id = row.kind().is(RowKind.Trait.ID_MAY_BE_MISSING)
                ? Objects.requireNonNullElse(cells.optionalId(Field.SUBSCRIPTION_ID, SUBSCRIPTION), "")
                : cells.id(Field.SUBSCRIPTION_ID, SUBSCRIPTION);
        String offerId = cells.optionalId(Field.OFFER_ID, "the id of the offer");
        String offerName = cells.text(Field.OFFER_NAME);
        if (id.isEmpty() && offerId == null && offerName == null && row.kind().is(RowKind.Trait.ID_MAY_BE_MISSING)) {
            cells.missing(Field.SUBSCRIPTION_ID, SUBSCRIPTION + ", or its SKU");
        }
        Offer offer = new Offer(offerId, offerName);
        return new CustomerRow.SubscriptionRow(
                id, facts(cells, id.isEmpty() ? standIn(offer) : id, offer).build());
    }

    private static String standIn(Offer offer) {
        return "sku:" + (offer.id() == null ? String.valueOf(offer.name()) : offer.id());
    }

    private static Subscription.Builder facts(CellParser cells, String id, Offer offer) {
        return Subscription.builder(id)
                .program(cells.oneOf(Field.PROGRAM, Program.class).orElse(Program.UNKNOWN))
                .offer(offer)
                .seats(cells.wholeNumber(Field.SEATS))
                .assignedSeats(cells.wholeNumber(Field.ASSIGNED_SEATS))
                .status(cells.oneOf(Field.STATUS, Status.class).orElse(Status.UNKNOWN))
                .startDate(cells.date(Field.START_DATE))
                .endDate(cells.date(Field.END_DATE))
                .term(cells.oneOf(Field.TERM, Term.class).orElse(Term.UNKNOWN))
                .billingCycle(
                        cells.oneOf(Field.BILLING_CYCLE, BillingCycle.class).orElse(BillingCycle.UNKNOWN))
                .autoRenew(cells.answer(Field.AUTO_RENEW).orElse(Answer.UNKNOWN))
                .baseSubscriptionId(cells.optionalId(Field.BASE_SUBSCRIPTION_ID, "the id of the base subscription"))
                .unitPrice(cells.price(Field.UNIT_PRICE))
                .currency(cells.letters(Field.CURRENCY, 3, "a currency of three letters such as EUR"))
                .targetOffer(targetOffer(cells))
                .targetSeats(cells.wholeNumber(Field.TARGET_SEATS))
                .targetProvisionedOn(cells.date(Field.TARGET_PROVISIONED_ON))
                .billingAccount(
                        cells.oneOf(Field.BILLING_ACCOUNT, BillingAccount.class).orElse(BillingAccount.UNKNOWN))
                .endOfTermAction(cells.oneOf(Field.END_OF_TERM_ACTION, EndOfTermAction.class)
                        .orElse(EndOfTermAction.UNKNOWN))
                .purchasedOn(cells.date(Field.PURCHASED_ON))
                .paidThrough(cells.date(Field.PAID_THROUGH))
                .promotion(cells.answer(Field.PROMOTION).orElse(Answer.UNKNOWN))
                .sourcePartner(cells.text(Field.SOURCE_PARTNER));
    }

    private static @Nullable Offer targetOffer(CellParser cells) {
        Offer target = new Offer(
                cells.optionalId(Field.TARGET_OFFER_ID, "the id of the wanted offer"),
                cells.text(Field.TARGET_OFFER_NAME));
        return target.isUnknown() ? null : target;
    }
}
