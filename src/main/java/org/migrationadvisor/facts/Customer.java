package org.migrationadvisor.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer with the subscriptions to advise on. Immutable. */
public final class Customer extends ListedFact {
    private final List<Subscription> subscriptions;

    private Customer(Builder builder) {
        super(builder);
        subscriptions = builder.subscriptions;
        Set<String> seen = new HashSet<>();
        for (Subscription subscription : subscriptions) {
            if (!seen.add(subscription.id())) {
                throw new IllegalArgumentException("subscriptions: found two with the id '" + subscription.id()
                        + "', expected each subscription of customer '" + id() + "' once");
            }
        }
    }

    @Override
    FactField.Owner owner() {
        return FactField.Owner.CUSTOMER;
    }

    /** The tenant id. */
    public String id() {
        return Objects.requireNonNull(text(FactFields.CUSTOMER_ID));
    }

    /** The company's name; null if unknown. */
    public @Nullable String name() {
        return text(FactFields.CUSTOMER_NAME);
    }

    /** The tenant's primary domain; null if unknown. */
    public @Nullable String domain() {
        return text(FactFields.DOMAIN);
    }

    /** The tenant's registered country, ISO 3166 alpha-2 in upper case; null if unknown. */
    public @Nullable String country() {
        return text(FactFields.COUNTRY);
    }

    /** The kind of customer. */
    public Segment segment() {
        return constant(FactFields.SEGMENT, Segment.class);
    }

    /** The reseller relationship with the partner. */
    public Relationship relationship() {
        return constant(FactFields.RELATIONSHIP, Relationship.class);
    }

    /** Whether the customer has accepted the Microsoft Customer Agreement. */
    public Answer agreementAccepted() {
        return constant(FactFields.AGREEMENT_ACCEPTED, Answer.class);
    }

    /** The language to write to the customer in, a BCP 47 tag such as {@code pt-BR}; null if unknown. */
    public @Nullable String language() {
        return text(FactFields.LANGUAGE);
    }

    /** The subscriptions, each with an id of its own, in any order; unmodifiable. */
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof Customer customer
                && subscriptions.equals(customer.subscriptions);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public String toString() {
        return super.toString() + subscriptions;
    }

    /**
     * This customer with the fields of another table. What a list has in a column that the table does not have, or has
     * with other values, is left out.
     *
     * @throws IllegalArgumentException if a fact that was given by its name is none of the table, or its value is none of
     *     the fact
     */
    public Customer in(FactTable other) {
        if (fits(other) && subscriptions.stream().allMatch(each -> each.fits(other))) {
            return this;
        }
        List<Subscription> known = subscriptions.stream()
                .map(each -> Subscription.builder(each.id(), other).known(each).build())
                .toList();
        return builder(id(), other).known(this).subscriptions(known).build();
    }

    /** A builder in which everything but the id is unknown and there is no subscription. */
    public static Builder builder(String id) {
        return builder(id, FactTable.STANDARD);
    }

    /** A builder for the fields of a table, in which everything but the id is unknown and there is no subscription. */
    public static Builder builder(String id, FactTable table) {
        return new Builder(id, table);
    }

    /** Collects what is known of a customer; what is not set stays unknown. */
    public static final class Builder extends ListedFact.Builder<Builder> {
        private List<Subscription> subscriptions = List.of();

        private Builder(String id, FactTable table) {
            super(table, FactField.Owner.CUSTOMER, id);
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder name(@Nullable String value) {
            return set(FactFields.CUSTOMER_NAME, value);
        }

        public Builder domain(@Nullable String value) {
            return set(FactFields.DOMAIN, value);
        }

        public Builder country(@Nullable String value) {
            return set(FactFields.COUNTRY, value);
        }

        public Builder segment(Segment value) {
            return set(FactFields.SEGMENT, value);
        }

        public Builder relationship(Relationship value) {
            return set(FactFields.RELATIONSHIP, value);
        }

        public Builder agreementAccepted(Answer value) {
            return set(FactFields.AGREEMENT_ACCEPTED, value);
        }

        public Builder language(@Nullable String value) {
            return set(FactFields.LANGUAGE, value);
        }

        public Builder subscriptions(List<Subscription> value) {
            subscriptions = List.copyOf(value);
            return this;
        }

        public Builder subscriptions(Subscription... value) {
            return subscriptions(List.of(value));
        }

        /**
         * The customer.
         *
         * @throws IllegalArgumentException if the id is blank or two subscriptions have the same id
         */
        public Customer build() {
            return new Customer(this);
        }
    }
}
