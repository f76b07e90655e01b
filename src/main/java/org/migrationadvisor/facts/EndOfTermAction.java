package org.migrationadvisor.facts;

/** What is set to happen when the term of a subscription ends. */
public enum EndOfTermAction implements Coded {
    /** A new term starts. */
    RENEW("renew"),
    /** It goes on from month to month at a higher price, as an extended service term. */
    EXTEND("extend"),
    /** It ends. */
    CANCEL("cancel"),
    UNKNOWN("unknown");

    private final String code;

    EndOfTermAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
