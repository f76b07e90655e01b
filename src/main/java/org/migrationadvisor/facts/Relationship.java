package org.migrationadvisor.facts;

/** How far the reseller relationship between the partner and the customer has come. */
public enum Relationship implements Coded {
    /** The customer has not been invited. */
    NONE("none"),
    /** The invitation was sent; the customer has not accepted it. */
    INVITED("invited"),
    /** The customer has accepted: the partner may order. */
    ACCEPTED("accepted"),
    UNKNOWN("unknown");

    private final String code;

    Relationship(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
