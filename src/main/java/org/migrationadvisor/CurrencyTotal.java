package org.migrationadvisor;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a customer would lose and still owe in one currency if the originals were cancelled on the as-of day. Immutable.
 *
 * @param currency ISO 4217 code
 * @param paid what is paid already and would not be refunded, 0 or more, two digits
 * @param committed what is not paid yet and would still be owed, 0 or more, two digits
 */
public record CurrencyTotal(String currency, BigDecimal paid, BigDecimal committed) {

    public CurrencyTotal {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(committed, "committed");
    }

    /** Nothing yet. */
    static CurrencyTotal none(String currency) {
        return new CurrencyTotal(currency, new BigDecimal("0.00"), new BigDecimal("0.00"));
    }

    CurrencyTotal plus(BigDecimal morePaid, BigDecimal moreCommitted) {
        return new CurrencyTotal(currency, paid.add(morePaid), committed.add(moreCommitted));
    }
}
