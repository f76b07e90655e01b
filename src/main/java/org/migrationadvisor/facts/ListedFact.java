package org.migrationadvisor.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one customer or subscription: a value for each field of a table. Immutable. Two are equal if all
 * they know is.
 */
public abstract sealed class ListedFact permits Customer, Subscription {
    private final FactTable table;
    private final @Nullable Object[] values;
    private final Map<String, Object> further;

    ListedFact(Builder<?> builder) {
        this.table = builder.table;
        this.values = builder.values.clone();
        this.further = builder.further.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(builder.further));
        Object id = values[0];
        if (id == null || ((String) id).isBlank()) {
            throw new IllegalArgumentException("id: found a blank text, expected the id of a "
                    + owner().fact().toLowerCase(Locale.ROOT));
        }
    }

    abstract FactField.Owner owner();

    /** Whose values it has. */
    public final FactTable table() {
        return table;
    }

    /**
     * The value of a field: a text, whole number, decimal or date, of a choice its code, such as {@code web-direct};
     * null if it is not known, or {@code unknown} for a choice.
     *
     * @param field one of {@link #table}, or an own column that this one knows nothing of
     */
    public final @Nullable Object value(FactField field) {
        int slot = field.slot();
        return slot < values.length ? values[slot] : field.unknown();
    }

    /**
     * The value of a field by its name, own columns included; as {@link #value(FactField)}, and null where no field has
     * the name.
     */
    public final @Nullable Object fact(String name) {
        FactField field = table.field(owner(), Objects.requireNonNull(name, "name"));
        return field == null ? further.get(name) : value(field);
    }

    /** What was given under names that the table does not have, such as own columns of rules not yet known. */
    public final Map<String, Object> further() {
        return further;
    }

    final @Nullable String text(FactField field) {
        return (String) values[field.slot()];
    }

    final @Nullable Integer whole(FactField field) {
        return (Integer) values[field.slot()];
    }

    final @Nullable LocalDate date(FactField field) {
        return (LocalDate) values[field.slot()];
    }

    final <E extends Enum<E> & Coded> E constant(FactField field, Class<E> type) {
        return type.cast(Objects.requireNonNull(ByCode.OF.get(type).get(values[field.slot()])));
    }

    final Offer offer(FactField id, FactField name) {
        String offerId = text(id);
        String offerName = text(name);
        return offerId == null && offerName == null ? Offer.UNKNOWN : new Offer(offerId, offerName);
    }

    /** Whether all that it knows has a place in a table. */
    final boolean fits(FactTable other) {
        return further.isEmpty() && (table == other || table == FactTable.STANDARD);
    }

    /** All that is known, by name. */
    private Map<String, Object> known() {
        Map<String, Object> known = new LinkedHashMap<>();
        for (FactField field : table.fields(owner())) {
            Object value = value(field);
            if (value != null && FactField.isKnown(value)) {
                known.put(field.name(), value);
            }
        }
        known.putAll(further);
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof ListedFact fact) || fact.owner() != owner()) {
            return false;
        }
        return fact.table == table
                ? Arrays.equals(values, fact.values) && further.equals(fact.further)
                : known().equals(fact.known());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(values[0]);
    }

    @Override
    public String toString() {
        return owner().fact() + known();
    }

    /** Collects what is known; what is not set stays unknown. */
    public abstract static sealed class Builder<B extends Builder<B>> permits Customer.Builder, Subscription.Builder {
        private final FactTable table;
        private final FactField.Owner owner;
        private final @Nullable Object[] values;
        private final Map<String, Object> further = new LinkedHashMap<>();

        Builder(FactTable table, FactField.Owner owner, String id) {
            this.table = Objects.requireNonNull(table, "table");
            this.owner = owner;
            this.values = table.unknown(owner);
            values[0] = Objects.requireNonNull(id, "id");
        }

        abstract B self();

        /**
         * Takes over what has a name in the table; a column of a list that has none, or holds other values, is left out.
         *
         * @throws IllegalArgumentException if a fact that was given by its name has none, or is no value of it
         */
        final B known(ListedFact other) {
            for (FactField from : other.table.fields(owner)) {
                FactField to = table.field(owner, from.name());
                if (to == from || (to != null && to.accepts(other.value(from)))) {
                    set(to, other.value(from));
                }
            }
            other.further.forEach((name, value) -> {
                if (table.field(owner, name) == null) {
                    throw new IllegalArgumentException(
                            name + ": found a fact of " + other.owner().fact() + " '"
                                    + other.values[0] + "' that the rules do not declare, expected one of "
                                    + String.join(", ", table.names(owner)));
                }
                fact(name, value);
            });
            return self();
        }

        final B of(ListedFact other) {
            System.arraycopy(other.values, 0, values, 0, values.length);
            further.putAll(other.further);
            return self();
        }

        /**
         * Sets a field of the table.
         *
         * @param value as {@link ListedFact#value(FactField)} has it; null for unknown
         * @throws IllegalArgumentException if the value is none of this field
         */
        public B set(FactField field, @Nullable Object value) {
            values[field.slot()] = field.kept(value);
            return self();
        }

        final B set(FactField field, Coded value) {
            values[field.slot()] = Objects.requireNonNull(value, field.name()).code();
            return self();
        }

        /**
         * Sets a fact by its name in rules, such as that of an own column.
         *
         * @param value a text, the code of a choice, {@code yes}, {@code no} or a truth value, an {@link Integer},
         *     {@link BigDecimal} or {@link LocalDate}; null for unknown
         * @throws IllegalArgumentException if the value is none of this fact; where only the rules know the fact, they
         *     throw it when they are asked for advice
         */
        public B fact(String name, @Nullable Object value) {
            FactField field = table.field(owner, Objects.requireNonNull(name, "name"));
            if (field != null && field.slot() > 0) {
                return set(field, value);
            }
            if (value == null) {
                further.remove(name);
            } else {
                further.put(name, value instanceof Coded coded ? coded.code() : value);
            }
            return self();
        }
    }
}
