package org.migrationadvisor;

/** How far a customer is, derived from the recommendations. */
public enum Readiness implements Coded {
    /** Nothing is left to do or to wait for. */
    DONE("done"),
    /** Something can be done now. */
    READY("ready"),
    /** The next step has a date that is still to come. */
    WAITING("waiting"),
    /** Nothing can be ordered until somebody else has acted. */
    BLOCKED("blocked"),
    /** A fact that decides the advice is unknown. */
    UNKNOWN("unknown");

    private final String code;

    Readiness(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
