package org.migrationadvisor.input.row;

import org.migrationadvisor.facts.Coded;

/** In which order a date such as {@code 02/01/2026} names day, month and year. */
public enum DateOrder implements Coded {
    DMY("dmy"),
    MDY("mdy"),
    YMD("ymd");

    private final String code;

    DateOrder(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
