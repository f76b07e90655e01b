package org.migrationadvisor.input.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.BillingAccount;
import org.migrationadvisor.BillingCycle;
import org.migrationadvisor.EndOfTermAction;
import org.migrationadvisor.Offer;
import org.migrationadvisor.Program;
import org.migrationadvisor.Status;
import org.migrationadvisor.Subscription;
import org.migrationadvisor.Term;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Field;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RowKind;

/**
 * Rows as compact bytes. What many rows share, such as the names of files and columns, is kept here and only referred
 * to, so bytes are read by the codec that wrote them.
 */
final class RowCodec implements SortedStore.Codec<String, StoredRow> {
    private final Interner<String> files = new Interner<>();
    private final Interner<String> columns = new Interner<>();
    private final Interner<RowKind> kinds = new Interner<>();
    private final Interner<Answer> answers = new Interner<>();
    private final Interner<BillingCycle> cycles = new Interner<>();
    private final Interner<Term> terms = new Interner<>();
    private final Interner<Status> statuses = new Interner<>();
    private final Interner<Program> programs = new Interner<>();
    private final Interner<BillingAccount> accounts = new Interner<>();
    private final Interner<EndOfTermAction> endings = new Interner<>();
    private final Interner<Field> fields = new Interner<>();

    @Override
    public String key(StoredRow row) {
        return row.customerId();
    }

    @Override
    public void write(StoredRow stored, ByteWriter out) {
        CustomerRow row = stored.row();
        out.number(stored.ordinal());
        out.number(stored.settled() ? 1 : 0);
        out.text(row.customerId());
        place(row.place(), out);
        out.number(kinds.number(row.kind()));
        out.date(row.latest());
        out.number(row.facts().size());
        for (CustomerRow.Fact fact : row.facts()) {
            out.number(fields.number(fact.field()));
            out.text(fact.value());
            out.number(columns.number(fact.column()));
            place(fact.place(), out);
        }
        CustomerRow.SubscriptionRow subscription = row.subscription();
        out.text(subscription == null ? null : subscription.id());
        if (subscription != null) {
            write(subscription.facts(), out);
        }
    }

    private void place(Place place, ByteWriter out) {
        out.number(files.number(place.file()));
        out.number(place.line());
    }

    private void write(Subscription facts, ByteWriter out) {
        out.text(facts.id());
        out.number(programs.number(facts.program()));
        write(facts.offer(), out);
        out.count(facts.seats());
        out.count(facts.assignedSeats());
        out.number(statuses.number(facts.status()));
        out.date(facts.startDate());
        out.date(facts.endDate());
        out.number(terms.number(facts.term()));
        out.number(cycles.number(facts.billingCycle()));
        out.number(answers.number(facts.autoRenew()));
        out.text(facts.baseSubscriptionId());
        out.text(facts.unitPrice() == null ? null : facts.unitPrice().toString());
        out.text(facts.currency());
        out.number(facts.targetOffer() == null ? 0 : 1);
        if (facts.targetOffer() != null) {
            write(facts.targetOffer(), out);
        }
        out.count(facts.targetSeats());
        out.date(facts.targetProvisionedOn());
        out.number(accounts.number(facts.billingAccount()));
        out.number(endings.number(facts.endOfTermAction()));
        out.date(facts.purchasedOn());
        out.date(facts.paidThrough());
        out.number(answers.number(facts.promotion()));
        out.text(facts.sourcePartner());
    }

    private static void write(Offer offer, ByteWriter out) {
        out.text(offer.id());
        out.text(offer.name());
    }

    @Override
    public StoredRow read(ByteReader in) {
        long ordinal = in.number();
        boolean settled = in.number() == 1;
        String customerId = Objects.requireNonNull(in.text());
        Place place = place(in);
        RowKind kind = kinds.get(in.number());
        LocalDate latest = in.date();
        List<CustomerRow.Fact> facts = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            Field field = fields.get(in.number());
            String value = Objects.requireNonNull(in.text());
            String column = columns.get(in.number());
            facts.add(new CustomerRow.Fact(field, value, column, place(in)));
        }
        String id = in.text();
        CustomerRow.SubscriptionRow subscription =
                id == null ? null : new CustomerRow.SubscriptionRow(id, subscription(in));
        return new StoredRow(ordinal, new CustomerRow(customerId, place, facts, kind, subscription, latest), settled);
    }

    private Place place(ByteReader in) {
        return new Place(files.get(in.number()), in.number());
    }

    private Subscription subscription(ByteReader in) {
        return new Subscription(
                Objects.requireNonNull(in.text()),
                programs.get(in.number()),
                offer(in),
                in.count(),
                in.count(),
                statuses.get(in.number()),
                in.date(),
                in.date(),
                terms.get(in.number()),
                cycles.get(in.number()),
                answers.get(in.number()),
                in.text(),
                price(in.text()),
                in.text(),
                in.number() == 0 ? null : offer(in),
                in.count(),
                in.date(),
                accounts.get(in.number()),
                endings.get(in.number()),
                in.date(),
                in.date(),
                answers.get(in.number()),
                in.text());
    }

    private static Offer offer(ByteReader in) {
        String id = in.text();
        return new Offer(id, in.text());
    }

    private static @Nullable BigDecimal price(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
