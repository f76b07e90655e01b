package org.migrationadvisor.facts;

/** How often a subscription is invoiced within its term. */
public enum BillingCycle implements Coded {
    MONTHLY("monthly"),
    ANNUAL("annual"),
    TRIENNIAL("triennial"),
    /** Not invoiced. */
    NONE("none"),
    ONE_TIME("one-time"),
    UNKNOWN("unknown");

    private final String code;

    BillingCycle(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
