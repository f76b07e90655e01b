package org.migrationadvisor.facts;

/** The kind of billing account on which a subscription was bought directly. */
public enum BillingAccount implements Coded {
    /** Microsoft Online Subscription Agreement, the older kind: cancelling is credited. */
    MOSA("mosa"),
    /** Microsoft Customer Agreement: cancelling is refunded for some days only, and a term can be extended. */
    MCA("mca"),
    UNKNOWN("unknown");

    private final String code;

    BillingAccount(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
