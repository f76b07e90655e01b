package org.migrationadvisor.facts;

/** A fact that is true, false or not known. */
public enum Answer implements Coded {
    YES("yes"),
    NO("no"),
    UNKNOWN("unknown");

    private final String code;

    Answer(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
