package org.migrationadvisor.workbench.check;

import org.migrationadvisor.facts.Coded;

/** How the problems of a rules folder are written. */
public enum CheckFormat implements Coded {
    /** For a person: with the line of the file, the place in it and the likely mend. */
    PRETTY("pretty"),
    /** One line for each problem. */
    COMPACT("compact"),
    /** One JSON document. */
    JSON("json"),
    /** SARIF 2.1.0, for code scanning. */
    SARIF("sarif"),
    /** Commands that make GitHub show each problem at its line. */
    GITHUB("github");

    private final String code;

    CheckFormat(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /**
     * Writes problems.
     *
     * @param colour whether the text goes to a terminal that takes colour; only {@code pretty} heeds it
     * @param version the version of the program
     * @return each line ended by {@code \n}; empty if there is nothing to say
     */
    public String write(CheckResult result, boolean colour, String version) {
        return switch (this) {
            case PRETTY -> CheckText.pretty(result, colour);
            case COMPACT -> CheckText.compact(result);
            case GITHUB -> CheckText.github(result);
            case JSON -> CheckJson.document(result);
            case SARIF -> CheckJson.sarif(result, version);
        };
    }
}
