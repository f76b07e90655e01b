package org.migrationadvisor.facts;

/** The kind of customer, which decides the offers that may be sold. */
public enum Segment implements Coded {
    COMMERCIAL("commercial"),
    EDUCATION("education"),
    /** Government Community Cloud. */
    GOVERNMENT("government"),
    NONPROFIT("nonprofit"),
    STATE_OWNED("state-owned"),
    UNKNOWN("unknown");

    private final String code;

    Segment(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
