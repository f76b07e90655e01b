package org.migrationadvisor.rulebook.semantics;

import java.util.List;

/** The fields of a subscription that say who sells it, how it is paid for, and what of the rest is paid or owed. */
final class PaymentFields {

    private PaymentFields() {}

    static FactType.Builder<SubscriptionFact> addTo(FactType.Builder<SubscriptionFact> fields) {
        return fields.choice(
                        "billingCycle",
                        SubscriptionFact::billingCycle,
                        List.of("monthly", "annual", "triennial", "none", "one-time", Vocabulary.UNKNOWN),
                        "How often it is invoiced.")
                .unknowable(
                        "termStart",
                        ValueType.DATE,
                        SubscriptionFact::termStart,
                        "First day of the present term: the day after the end date less the term; the start date"
                                + " where the term is unknown.")
                .askedThrough("endDate")
                .choice(
                        "endOfTermAction",
                        SubscriptionFact::endOfTermAction,
                        List.of("renew", "extend", "cancel", Vocabulary.UNKNOWN),
                        "What is set to happen at the end of the term.")
                .choice(
                        "billingAccount",
                        SubscriptionFact::billingAccount,
                        List.of("mosa", "mca", Vocabulary.UNKNOWN),
                        "The billing account on which it was bought directly.")
                .choice(
                        "promotion",
                        SubscriptionFact::promotion,
                        Vocabulary.YES_NO,
                        "Whether it was bought in a promotion.")
                .text("sourcePartner", SubscriptionFact::sourcePartner, "Name of the partner who sells it now.")
                .choice(
                        "owner",
                        SubscriptionFact::owner,
                        List.of("customer", "source-partner", "partner"),
                        "Who acts on the original: source-partner for other-csp, partner for csp-legacy and csp,"
                                + " else customer.")
                .unknowable(
                        "purchasedOn",
                        ValueType.DATE,
                        SubscriptionFact::purchasedOn,
                        "Day on which it was bought, before all renewals.")
                .unknowable(
                        "paidThrough",
                        ValueType.DATE,
                        SubscriptionFact::paidThrough,
                        "Last day that is paid for, inclusive.")
                .unknowable("unitPrice", ValueType.DECIMAL, SubscriptionFact::unitPrice, "Price per seat and month.")
                .text("currency", SubscriptionFact::currency, "ISO 4217 code of the price.")
                .holding(TextKind.CURRENCY)
                .askedThrough("unitPrice")
                .unknowable(
                        "paidDays",
                        ValueType.WHOLE,
                        SubscriptionFact::paidDays,
                        "Days left that are paid for: up to paidThrough; else to the end for annual billing of P1Y"
                                + " and triennial billing of P3Y, to the end of the month for monthly billing, to"
                                + " the day before the next anniversary of termStart for annual billing of P3Y;"
                                + " else none. Unknown for a trial, and where the original has ended.")
                .askedThrough("endDate")
                .unknowable(
                        "committedDays",
                        ValueType.WHOLE,
                        SubscriptionFact::committedDays,
                        "Days left that are committed and not paid for: daysToEnd - paidDays.")
                .askedThrough("endDate")
                .unknowable(
                        "paidValue",
                        ValueType.DECIMAL,
                        SubscriptionFact::paidValue,
                        "What was paid for paidDays: unitPrice x seats x paidDays x 12 / 365, rounded half up to"
                                + " two digits. Unknown if it is 0, or the price, its currency or the seats are"
                                + " unknown.")
                .askedThrough("unitPrice", "endDate")
                .unknowable(
                        "committedValue",
                        ValueType.DECIMAL,
                        SubscriptionFact::committedValue,
                        "What is owed for committedDays, calculated as paidValue.")
                .askedThrough("unitPrice", "endDate");
    }
}
