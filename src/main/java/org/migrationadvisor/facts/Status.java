package org.migrationadvisor.facts;

/** The state of a subscription at its source. */
public enum Status implements Coded {
    ACTIVE("active"),
    TRIAL("trial"),
    SUSPENDED("suspended"),
    /** The term has ended; depending on the program users may work on for some days. */
    EXPIRED("expired"),
    /** Only administrators have access. */
    DISABLED("disabled"),
    DELETED("deleted"),
    UNKNOWN("unknown");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
