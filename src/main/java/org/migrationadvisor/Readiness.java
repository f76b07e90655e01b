package org.migrationadvisor;

import org.migrationadvisor.facts.Coded;

/** How far a customer is, derived from the recommendations as {@link ReadinessReason} says. */
public enum Readiness implements Coded {
    /** Nothing is left to do or to wait for. */
    DONE("done"),
    /** Something can be done on the as-of day, or a warning falls due inside the lead days. */
    READY("ready"),
    /** A date is still to come. */
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
