package org.migrationadvisor.facts;

import static org.migrationadvisor.facts.FactField.Owner.CUSTOMER;
import static org.migrationadvisor.facts.FactField.Owner.SUBSCRIPTION;
import static org.migrationadvisor.facts.FieldType.CHOICE;
import static org.migrationadvisor.facts.FieldType.DATE;
import static org.migrationadvisor.facts.FieldType.DECIMAL;
import static org.migrationadvisor.facts.FieldType.ID;
import static org.migrationadvisor.facts.FieldType.TEXT;
import static org.migrationadvisor.facts.FieldType.WHOLE;
import static org.migrationadvisor.facts.FieldType.YES_NO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table of fields that every list can carry, in the order of the canonical list. A new field is one entry here. */
public final class FactFields {
    private static final List<FactField> TABLE = new ArrayList<>();

    public static final FactField CUSTOMER_ID =
            add(customer("id", "customer_id", ID, "The tenant id.").expected("the id of the customer"));
    public static final FactField CUSTOMER_NAME = add(customer("name", "customer_name", TEXT, "The company's name.")
            .describing()
            .samples("Contoso", null));
    public static final FactField DOMAIN = add(customer("domain", "domain", TEXT, "The tenant's primary domain.")
            .describing()
            .samples("contoso.com", null));
    public static final FactField COUNTRY =
            add(customer("country", "country", FieldType.COUNTRY, "The tenant's registered country, ISO 3166 alpha-2.")
                    .samples("DE", null, "NZ"));
    public static final FactField SEGMENT =
            add(customer("segment", "segment", CHOICE, "The kind of customer.").choices(Segment.COMMERCIAL));
    public static final FactField RELATIONSHIP =
            add(customer("relationship", "relationship", CHOICE, "The reseller relationship with the partner.")
                    .choices(Relationship.ACCEPTED));
    public static final FactField AGREEMENT_ACCEPTED = add(customer(
                    "agreementAccepted",
                    "agreement_accepted",
                    YES_NO,
                    "Whether the Microsoft Customer Agreement is accepted.")
            .choices(Answer.YES));

    public static final FactField SUBSCRIPTION_ID =
            add(subscription("id", "subscription_id", ID, "The subscription id.")
                    .expected("the id of the subscription")
                    .neededFor());
    public static final FactField PROGRAM = add(subscription(
                    "program", "program", CHOICE, "The program it is bought through; csp is the partner's own already.")
            .choices(Program.EA));
    public static final FactField OFFER_ID = add(
            subscription("offerId", "offer_id", ID, "The offer's id as given.").expected("the id of the offer"));
    public static final FactField OFFER_NAME =
            add(subscription("offerName", "offer_name", TEXT, "The offer's name as given.")
                    .hidden());
    public static final FactField SEATS = add(subscription("seats", "seats", WHOLE, "Seats bought.")
            .askedThrough("targetSeats")
            .samples(25, null, 10));
    public static final FactField ASSIGNED_SEATS =
            add(subscription("assignedSeats", "assigned_seats", WHOLE, "Seats assigned to users.")
                    .samples(20, null));
    public static final FactField STATUS = add(
            subscription("status", "status", CHOICE, "The state at the source.").choices(Status.ACTIVE));
    public static final FactField START_DATE =
            add(subscription("startDate", "start_date", DATE, "First day of the term.")
                    .samples(new DaysAfter("endDate", -364), null));
    public static final FactField END_DATE =
            add(subscription("endDate", "end_date", DATE, "Last day of the commitment, inclusive.")
                    .samples(new DaysAfter(null, 222), null, new DaysAfter(null, -1), new DaysAfter(null, 0)));
    public static final FactField TERM = add(subscription("term", "term", CHOICE, "The length of the commitment.")
            .choices(Term.ANNUAL));
    public static final FactField BILLING_CYCLE =
            add(subscription("billingCycle", "billing_cycle", CHOICE, "How often it is invoiced.")
                    .choices(BillingCycle.ANNUAL));
    public static final FactField AUTO_RENEW =
            add(subscription("autoRenew", "auto_renew", YES_NO, "Whether a new term starts by itself at the end."));
    public static final FactField BASE_SUBSCRIPTION_ID =
            add(subscription("baseSubscriptionId", "base_subscription_id", ID, "For an add-on, the base's id.")
                    .expected("the id of the base subscription")
                    .askedThrough()
                    .neededFor()
                    .samples(null, "s2", "s0"));
    public static final FactField UNIT_PRICE =
            add(subscription("unitPrice", "unit_price", DECIMAL, "Price per seat and month.")
                    .samples(BigDecimal.TEN, null));
    public static final FactField CURRENCY =
            add(subscription("currency", "currency", FieldType.CURRENCY, "ISO 4217 code of the price.")
                    .askedThrough("unitPrice")
                    .neededFor()
                    .samples("EUR", null));
    public static final FactField TARGET_OFFER_ID =
            add(subscription("targetOfferId", "target_offer_id", ID, "The wanted offer's id as given.")
                    .expected("the id of the wanted offer")
                    .hidden()
                    .neededFor());
    public static final FactField TARGET_OFFER_NAME =
            add(subscription("targetOfferName", "target_offer_name", TEXT, "The wanted offer's name as given.")
                    .hidden()
                    .neededFor());
    public static final FactField TARGET_SEATS =
            add(subscription("targetSeats", "target_seats", WHOLE, "Seats wanted, where they are not those bought.")
                    .hidden()
                    .neededFor()
                    .samples(null, 30));
    public static final FactField TARGET_PROVISIONED_ON = add(subscription(
                    "targetProvisionedOn",
                    "target_provisioned_on",
                    DATE,
                    "Day on which the new subscription was or will be provisioned.")
            .askedThrough()
            .neededFor()
            .samples(null, new DaysAfter(null, 0)));
    public static final FactField BILLING_ACCOUNT = add(subscription(
                    "billingAccount", "billing_account", CHOICE, "The billing account on which it was bought directly.")
            .choices(BillingAccount.MCA)
            .neededFor(Program.WEB_DIRECT));
    /** Only in new commerce can it be set. */
    public static final FactField END_OF_TERM_ACTION = add(subscription(
                    "endOfTermAction", "end_of_term_action", CHOICE, "What is set to happen at the end of the term.")
            .choices(EndOfTermAction.CANCEL)
            .neededFor(Program.WEB_DIRECT, Program.OTHER_CSP));

    public static final FactField PURCHASED_ON =
            add(subscription("purchasedOn", "purchased_on", DATE, "Day on which it was bought, before all renewals.")
                    .neededFor(Program.CSP_LEGACY)
                    .samples(new DaysAfter("startDate", 0), null));
    public static final FactField PAID_THROUGH =
            add(subscription("paidThrough", "paid_through", DATE, "Last day that is paid for, inclusive.")
                    .neededFor()
                    .samples(new DaysAfter("endDate", 0), null));
    public static final FactField PROMOTION =
            add(subscription("promotion", "promotion", YES_NO, "Whether it was bought in a promotion.")
                    .neededFor(Program.CSP_LEGACY));
    public static final FactField SOURCE_PARTNER =
            add(subscription("sourcePartner", "source_partner", TEXT, "Name of the partner who sells it now.")
                    .neededFor(Program.OTHER_CSP)
                    .samples(null, "Fabrikam"));

    public static final FactField LANGUAGE = add(customer(
                    "language", "language", FieldType.LANGUAGE, "The language to write in, a BCP 47 tag such as pt-BR.")
            .samples("en", null));

    /** The fields that name an offer or the wanted one, which are read, merged and searched together. */
    public static final Set<FactField> OF_OFFERS = Set.of(OFFER_ID, OFFER_NAME, TARGET_OFFER_ID, TARGET_OFFER_NAME);

    private FactFields() {}

    private static FieldEntry customer(String name, String column, FieldType type, String about) {
        return new FieldEntry(CUSTOMER, name, column, type, about);
    }

    private static FieldEntry subscription(String name, String column, FieldType type, String about) {
        return new FieldEntry(SUBSCRIPTION, name, column, type, about);
    }

    private static FactField add(FieldEntry entry) {
        FactField field = entry.after(TABLE);
        TABLE.add(field);
        return field;
    }

    static List<FactField> table() {
        return List.copyOf(TABLE);
    }
}
