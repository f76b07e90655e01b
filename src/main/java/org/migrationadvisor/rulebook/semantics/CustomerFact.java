package org.migrationadvisor.rulebook.semantics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactField;

/** The {@code Customer} of the rules: the customer as of a date. Two facts are equal only if they are the same one. */
public final class CustomerFact implements DefinedAbout {
    private final Customer listed;
    private final Integer subscriptionCount;
    private final Integer movingCount;
    private final @Nullable LocalDate firstEndDate;
    private final LocalDate asOf;
    private final Conclusions conclusions = new Conclusions();

    /**
     * @param listed what the list says of the customer
     * @param subscriptionCount how many subscriptions the list has of the customer
     * @param movingCount how many subscriptions are not, or not known to be, the partner's own already
     * @param firstEndDate the first end date of those that are still to be provisioned; null if there is none
     */
    public CustomerFact(
            Customer listed, int subscriptionCount, int movingCount, @Nullable LocalDate firstEndDate, LocalDate asOf) {
        this.listed = listed;
        this.subscriptionCount = subscriptionCount;
        this.movingCount = movingCount;
        this.firstEndDate = firstEndDate;
        this.asOf = asOf;
    }

    public String id() {
        return listed.id();
    }

    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public Conclusions conclusions() {
        return conclusions;
    }

    @Override
    public List<?> ofCustomer() {
        return conclusions.ofCustomer();
    }

    @Nullable
    Object value(FactField field) {
        return listed.value(field);
    }

    Integer subscriptionCount() {
        return subscriptionCount;
    }

    Integer movingCount() {
        return movingCount;
    }

    /** The first end date of those that are still to be provisioned; null if there is none. */
    public @Nullable LocalDate firstEndDate() {
        return firstEndDate;
    }
}
