package org.migrationadvisor;

import org.migrationadvisor.facts.Coded;

/** How much a recommendation matters. */
public enum Severity implements Coded {
    /** Everything else waits for it. */
    BLOCKER("blocker"),
    /** Something to do. */
    ACTION("action"),
    /** Something that can go wrong. */
    WARNING("warning"),
    /** A fact that decides the advice is unknown. */
    QUESTION("question"),
    /** Good to know. */
    INFO("info");

    private final String code;

    Severity(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
