package org.migrationadvisor.input;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.migrationadvisor.Answer;
import org.migrationadvisor.BillingAccount;
import org.migrationadvisor.BillingCycle;
import org.migrationadvisor.Customer;
import org.migrationadvisor.EndOfTermAction;
import org.migrationadvisor.Program;
import org.migrationadvisor.Relationship;
import org.migrationadvisor.Segment;
import org.migrationadvisor.Status;
import org.migrationadvisor.Subscription;
import org.migrationadvisor.Term;
import org.migrationadvisor.input.row.Field;
import org.migrationadvisor.input.row.ReadOptions;

/**
 * A fact that not all customers or subscriptions of a list have.
 *
 * @param column its column in the canonical list
 * @param ofCustomer whether it is a fact of customers, as opposed to subscriptions
 * @param missing how many of them lack it, 1 or more
 * @param all how many of them there are
 */
public record MissingFacts(String column, boolean ofCustomer, long missing, long all) {

    private static final List<Map.Entry<Field, Predicate<Customer>>> OF_CUSTOMER = List.of(
            Map.entry(Field.CUSTOMER_ID, customer -> customer.id().equals(ReadOptions.UNKNOWN_TENANT)),
            Map.entry(Field.CUSTOMER_NAME, customer -> customer.name() == null),
            Map.entry(Field.DOMAIN, customer -> customer.domain() == null),
            Map.entry(Field.COUNTRY, customer -> customer.country() == null),
            Map.entry(Field.SEGMENT, customer -> customer.segment() == Segment.UNKNOWN),
            Map.entry(Field.RELATIONSHIP, customer -> customer.relationship() == Relationship.UNKNOWN),
            Map.entry(Field.AGREEMENT_ACCEPTED, customer -> customer.agreementAccepted() == Answer.UNKNOWN),
            Map.entry(Field.LANGUAGE, customer -> customer.language() == null));

    /** Only here can an end-of-term action be set. */
    private static final Set<Program> NEW_COMMERCE = EnumSet.of(Program.WEB_DIRECT, Program.OTHER_CSP);

    private static final List<Map.Entry<Field, Predicate<Subscription>>> OF_SUBSCRIPTION = List.of(
            Map.entry(Field.PROGRAM, subscription -> subscription.program() == Program.UNKNOWN),
            Map.entry(Field.OFFER_ID, subscription -> subscription.offer().id() == null),
            Map.entry(Field.OFFER_NAME, subscription -> subscription.offer().name() == null),
            Map.entry(Field.SEATS, subscription -> subscription.seats() == null),
            Map.entry(Field.ASSIGNED_SEATS, subscription -> subscription.assignedSeats() == null),
            Map.entry(Field.STATUS, subscription -> subscription.status() == Status.UNKNOWN),
            Map.entry(Field.START_DATE, subscription -> subscription.startDate() == null),
            Map.entry(Field.END_DATE, subscription -> subscription.endDate() == null),
            Map.entry(Field.TERM, subscription -> subscription.term() == Term.UNKNOWN),
            Map.entry(Field.BILLING_CYCLE, subscription -> subscription.billingCycle() == BillingCycle.UNKNOWN),
            Map.entry(Field.AUTO_RENEW, subscription -> subscription.autoRenew() == Answer.UNKNOWN),
            Map.entry(Field.UNIT_PRICE, subscription -> subscription.unitPrice() == null),
            Map.entry(
                    Field.BILLING_ACCOUNT,
                    subscription -> subscription.program() == Program.WEB_DIRECT
                            && subscription.billingAccount() == BillingAccount.UNKNOWN),
            Map.entry(
                    Field.END_OF_TERM_ACTION,
                    subscription -> NEW_COMMERCE.contains(subscription.program())
                            && subscription.endOfTermAction() == EndOfTermAction.UNKNOWN),
            Map.entry(
                    Field.PURCHASED_ON,
                    subscription -> subscription.program() == Program.CSP_LEGACY && subscription.purchasedOn() == null),
            Map.entry(
                    Field.PROMOTION,
                    subscription ->
                            subscription.program() == Program.CSP_LEGACY && subscription.promotion() == Answer.UNKNOWN),
            Map.entry(
                    Field.SOURCE_PARTNER,
                    subscription ->
                            subscription.program() == Program.OTHER_CSP && subscription.sourcePartner() == null));

    /**
     * What customers lack. Facts that are optional by nature are left out, and those that matter for some programs
     * alone are counted there.
     */
    public static List<MissingFacts> of(List<Customer> customers) {
        List<Subscription> subscriptions = customers.stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .toList();
        return Stream.concat(
                        OF_CUSTOMER.stream().map(entry -> count(entry, true, customers)),
                        OF_SUBSCRIPTION.stream().map(entry -> count(entry, false, subscriptions)))
                .filter(fact -> fact.missing() > 0)
                .toList();
    }

    private static <T> MissingFacts count(Map.Entry<Field, Predicate<T>> fact, boolean ofCustomer, List<T> all) {
        long missing = all.stream().filter(fact.getValue()).count();
        return new MissingFacts(fact.getKey().column(), ofCustomer, missing, all.size());
    }
}
