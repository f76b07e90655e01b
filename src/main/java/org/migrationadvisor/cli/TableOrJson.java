package org.migrationadvisor.cli;

import org.migrationadvisor.facts.Coded;

/** How facts are shown: as a table for a person, or for a program. */
enum TableOrJson implements Coded {
    TABLE("table"),
    JSON("json");

    private final String code;

    TableOrJson(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
