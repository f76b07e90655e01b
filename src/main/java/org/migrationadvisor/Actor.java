package org.migrationadvisor;

import org.migrationadvisor.facts.Coded;

/** Who acts on a recommendation. */
public enum Actor implements Coded {
    PARTNER("partner"),
    CUSTOMER("customer"),
    /** The partner who sells the original now. */
    SOURCE_PARTNER("source-partner"),
    MICROSOFT("microsoft");

    private final String code;

    Actor(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
