package org.migrationadvisor;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer with the subscriptions to advise on. Immutable; the list is copied.
 *
 * @param id the tenant id
 * @param name the company's name; null if unknown
 * @param domain the tenant's primary domain; null if unknown
 * @param country the tenant's registered country, ISO 3166 alpha-2 in upper case; null if unknown
 * @param segment the kind of customer
 * @param relationship the reseller relationship with the partner
 * @param agreementAccepted whether the customer has accepted the Microsoft Customer Agreement
 * @param language the language to write to the customer in, a BCP 47 tag such as {@code pt-BR}; null if unknown
 * @param subscriptions the subscriptions, each with an id of its own, in any order
 */
public record Customer(
        String id,
        @Nullable String name,
        @Nullable String domain,
        @Nullable String country,
        Segment segment,
        Relationship relationship,
        Answer agreementAccepted,
        @Nullable String language,
        List<Subscription> subscriptions) {

    /**
     * @throws NullPointerException naming the component, if one that must be known or {@code UNKNOWN} is null
     * @throws IllegalArgumentException if the id is blank or two subscriptions have the same id
     */
    public Customer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(relationship, "relationship");
        Objects.requireNonNull(agreementAccepted, "agreementAccepted");
        Objects.requireNonNull(subscriptions, "subscriptions");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id: found a blank text, expected the id of a customer");
        }
        subscriptions = List.copyOf(subscriptions);
        Set<String> seen = new HashSet<>();
        for (Subscription subscription : subscriptions) {
            if (!seen.add(subscription.id())) {
                throw new IllegalArgumentException("subscriptions: found two with the id '" + subscription.id()
                        + "', expected each subscription of customer '" + id + "' once");
            }
        }
    }

    /** A customer whose language is unknown; errors as the other constructor. */
    public Customer(
            String id,
            @Nullable String name,
            @Nullable String domain,
            @Nullable String country,
            Segment segment,
            Relationship relationship,
            Answer agreementAccepted,
            List<Subscription> subscriptions) {
        this(id, name, domain, country, segment, relationship, agreementAccepted, null, subscriptions);
    }

    /** A builder in which everything but the id is unknown and there is no subscription. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Collects what is known of a customer; what is not set stays unknown. */
    public static final class Builder {
        private final String id;
        private @Nullable String name;
        private @Nullable String domain;
        private @Nullable String country;
        private Segment segment = Segment.UNKNOWN;
        private Relationship relationship = Relationship.UNKNOWN;
        private Answer agreementAccepted = Answer.UNKNOWN;
        private @Nullable String language;
        private List<Subscription> subscriptions = List.of();

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        public Builder name(@Nullable String value) {
            name = value;
            return this;
        }

        public Builder domain(@Nullable String value) {
            domain = value;
            return this;
        }

        public Builder country(@Nullable String value) {
            country = value;
            return this;
        }

        public Builder segment(Segment value) {
            segment = value;
            return this;
        }

        public Builder relationship(Relationship value) {
            relationship = value;
            return this;
        }

        public Builder agreementAccepted(Answer value) {
            agreementAccepted = value;
            return this;
        }

        public Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        public Builder subscriptions(List<Subscription> value) {
            subscriptions = List.copyOf(value);
            return this;
        }

        public Builder subscriptions(Subscription... value) {
            return subscriptions(List.of(value));
        }

        /** The customer; errors as the record's constructor. */
        public Customer build() {
            return new Customer(
                    id, name, domain, country, segment, relationship, agreementAccepted, language, subscriptions);
        }
    }
}
