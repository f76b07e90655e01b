package org.migrationadvisor.cli;

import org.migrationadvisor.facts.Coded;

/** How findings of a verb are written: for a person, or for a program. */
enum PrettyOrJson implements Coded {
    PRETTY("pretty"),
    JSON("json");

    private final String code;

    PrettyOrJson(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
