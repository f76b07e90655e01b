package org.migrationadvisor.input;

import java.util.List;
import java.util.stream.Stream;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.ListedFact;
import org.migrationadvisor.facts.Subscription;

/**
 * A fact that not all customers or subscriptions of a list have.
 *
 * @param column its column in the canonical list
 * @param ofCustomer whether it is a fact of customers, as opposed to subscriptions
 * @param missing how many of them lack it, 1 or more
 * @param all how many of them there are
 */
public record MissingFacts(String column, boolean ofCustomer, long missing, long all) {

    /**
     * What customers lack. Facts that are optional by nature are left out, and those that matter for some programs
     * alone are counted there.
     *
     * @param fields the fields that lists can carry
     */
    public static List<MissingFacts> of(List<Customer> customers, FactTable fields) {
        List<Subscription> subscriptions = customers.stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .toList();
        return Stream.of(FactField.Owner.values())
                .flatMap(owner -> fields.fields(owner).stream())
                .map(field -> count(field, field.ofCustomer() ? customers : subscriptions))
                .filter(fact -> fact.missing() > 0)
                .toList();
    }

    private static MissingFacts count(FactField field, List<? extends ListedFact> all) {
        long missing = all.stream().filter(field::isLackingIn).count();
        return new MissingFacts(field.column(), field.ofCustomer(), missing, all.size());
    }
}
