package org.migrationadvisor.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Whether a product can still be bought. */
public enum SaleStatus {
    CURRENT("current"),
    /** Subscriptions that exist renew; no new one can be bought. */
    END_OF_SALE("end-of-sale"),
    /** It can neither be bought nor renewed. */
    RETIRED("retired"),
    UNKNOWN("unknown");

    private final String code;

    SaleStatus(String code) {
        this.code = code;
    }

    /** As tables and rules write it. */
    public String code() {
        return code;
    }

    static Optional<SaleStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
