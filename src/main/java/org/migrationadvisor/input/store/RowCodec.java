package org.migrationadvisor.input.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RowKind;

/**
 * Rows as compact bytes. What many rows share, such as the names of files and columns, is kept here and only referred
 * to, so bytes are read by the codec that wrote them.
 */
final class RowCodec implements SortedStore.Codec<String, StoredRow> {
    private final FactTable table;
    private final Interner<String> files = new Interner<>();
    private final Interner<String> columns = new Interner<>();
    private final Interner<RowKind> kinds = new Interner<>();
    private final Interner<Object> codes = new Interner<>();
    private final Interner<FactField> fields = new Interner<>();

    /** @param table the fields that rows can have */
    RowCodec(FactTable table) {
        this.table = table;
    }

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
        for (FactField field : table.fields(FactField.Owner.SUBSCRIPTION)) {
            Object value = facts.value(field);
            switch (field.type()) {
                case CHOICE, YES_NO -> out.number(codes.number(Objects.requireNonNull(value)));
                case WHOLE -> out.count((Integer) value);
                case DATE -> out.date((LocalDate) value);
                case ID, TEXT, COUNTRY, CURRENCY, LANGUAGE, DECIMAL ->
                    out.text(value == null ? null : value.toString());
            }
        }
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
            FactField field = fields.get(in.number());
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
        Subscription.Builder facts = Subscription.builder(Objects.requireNonNull(in.text()), table);
        for (FactField field : table.fields(FactField.Owner.SUBSCRIPTION)) {
            if (field != FactFields.SUBSCRIPTION_ID) {
                facts.set(field, value(field.type(), in));
            }
        }
        return facts.build();
    }

    private @Nullable Object value(FieldType type, ByteReader in) {
        return switch (type) {
            case CHOICE, YES_NO -> codes.get(in.number());
            case WHOLE -> in.count();
            case DATE -> in.date();
            case ID, TEXT, COUNTRY, CURRENCY, LANGUAGE, DECIMAL -> {
                String text = in.text();
                yield text == null ? null : type.value(text);
            }
        };
    }
}
