package org.migrationadvisor.cli;

import org.migrationadvisor.facts.Coded;

/** How the results of cases are written. */
enum TestFormat implements Coded {
    PRETTY("pretty"),
    JSON("json"),
    JUNIT("junit");

    private final String code;

    TestFormat(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
