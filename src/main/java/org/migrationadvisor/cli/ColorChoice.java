package org.migrationadvisor.cli;

import org.migrationadvisor.facts.Coded;

/** When output is coloured. */
enum ColorChoice implements Coded {
    /** In a terminal, unless the environment asks for something else. */
    AUTO("auto"),
    ALWAYS("always"),
    NEVER("never");

    private final String code;

    ColorChoice(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The terminal, taking colours or not as chosen. */
    Terminal of(Terminal terminal) {
        return this == AUTO ? terminal : new Terminal(terminal.present(), terminal.width(), this == ALWAYS);
    }
}
