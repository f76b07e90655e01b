package org.migrationadvisor.rulebook.semantics;

import static org.migrationadvisor.facts.FactFields.BILLING_ACCOUNT;
import static org.migrationadvisor.facts.FactFields.BILLING_CYCLE;
import static org.migrationadvisor.facts.FactFields.CURRENCY;
import static org.migrationadvisor.facts.FactFields.END_DATE;
import static org.migrationadvisor.facts.FactFields.END_OF_TERM_ACTION;
import static org.migrationadvisor.facts.FactFields.PAID_THROUGH;
import static org.migrationadvisor.facts.FactFields.PROGRAM;
import static org.migrationadvisor.facts.FactFields.PROMOTION;
import static org.migrationadvisor.facts.FactFields.PURCHASED_ON;
import static org.migrationadvisor.facts.FactFields.SEATS;
import static org.migrationadvisor.facts.FactFields.SOURCE_PARTNER;
import static org.migrationadvisor.facts.FactFields.START_DATE;
import static org.migrationadvisor.facts.FactFields.STATUS;
import static org.migrationadvisor.facts.FactFields.TERM;
import static org.migrationadvisor.facts.FactFields.UNIT_PRICE;

import java.util.List;
import org.migrationadvisor.facts.FactField;

/** The fields of a subscription that say who sells it, how it is paid for, and what of the rest is paid or owed. */
final class PaymentFields {

    private static final FactField[] OF_PAYMENT = {STATUS, END_DATE, TERM, BILLING_CYCLE, PAID_THROUGH};
    private static final FactField[] OF_AMOUNTS = {
        STATUS, END_DATE, TERM, BILLING_CYCLE, PAID_THROUGH, UNIT_PRICE, CURRENCY, SEATS
    };

    private PaymentFields() {}

    static FactType.Builder<SubscriptionFact> addTo(FactType.Builder<SubscriptionFact> fields) {
        return fields.listed(BILLING_CYCLE)
                .unknowable(
                        "termStart",
                        ValueType.DATE,
                        SubscriptionFact::termStart,
                        "First day of the present term: the day after the end date less the term; the start date"
                                + " where the term is unknown.")
                .from(END_DATE, TERM, START_DATE)
                .askedThrough("endDate")
                .listed(END_OF_TERM_ACTION)
                .listed(BILLING_ACCOUNT)
                .listed(PROMOTION)
                .listed(SOURCE_PARTNER)
                .choice(
                        "owner",
                        SubscriptionFact::owner,
                        List.of("customer", "source-partner", "partner"),
                        "Who acts on the original: source-partner for other-csp, partner for csp-legacy and csp,"
                                + " else customer.")
                .from(PROGRAM)
                .listed(PURCHASED_ON)
                .listed(PAID_THROUGH)
                .listed(UNIT_PRICE)
                .listed(CURRENCY)
                .unknowable(
                        "paidDays",
                        ValueType.WHOLE,
                        SubscriptionFact::paidDays,
                        "Days left that are paid for: up to paidThrough; else to the end for annual billing of P1Y"
                                + " and triennial billing of P3Y, to the end of the month for monthly billing, to"
                                + " the day before the next anniversary of termStart for annual billing of P3Y;"
                                + " else none. Unknown for a trial, and where the original has ended.")
                .asOfAnd(OF_PAYMENT)
                .askedThrough("endDate")
                .unknowable(
                        "committedDays",
                        ValueType.WHOLE,
                        SubscriptionFact::committedDays,
                        "Days left that are committed and not paid for: daysToEnd - paidDays.")
                .asOfAnd(OF_PAYMENT)
                .askedThrough("endDate")
                .unknowable(
                        "paidValue",
                        ValueType.DECIMAL,
                        SubscriptionFact::paidValue,
                        "What was paid for paidDays: unitPrice x seats x paidDays x 12 / 365, rounded half up to"
                                + " two digits. Unknown if it is 0, or the price, its currency or the seats are"
                                + " unknown.")
                .asOfAnd(OF_AMOUNTS)
                .askedThrough("unitPrice", "endDate")
                .unknowable(
                        "committedValue",
                        ValueType.DECIMAL,
                        SubscriptionFact::committedValue,
                        "What is owed for committedDays, calculated as paidValue.")
                .asOfAnd(OF_AMOUNTS)
                .askedThrough("unitPrice", "endDate");
    }
}
