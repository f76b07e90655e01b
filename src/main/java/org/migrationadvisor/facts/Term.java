package org.migrationadvisor.facts;

/** The length of the commitment. */
public enum Term implements Coded {
    MONTHLY("P1M"),
    ANNUAL("P1Y"),
    TRIENNIAL("P3Y"),
    UNKNOWN("unknown");

    private final String code;

    Term(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
