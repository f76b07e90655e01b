package org.migrationadvisor.text;

/** Colour and weight for a terminal that shows them, and plain text for everything else. */
public enum Ink {
    PLAIN(""),
    STRONG("1"),
    DIM("2"),
    RED("1;31"),
    GREEN("32"),
    YELLOW("33"),
    MAGENTA("35"),
    CYAN("36");

    private final String parameters;

    Ink(String parameters) {
        this.parameters = parameters;
    }

    /** The text in this colour, where there is colour. */
    public String paint(String text, boolean colour) {
        return !colour || this == PLAIN || text.isEmpty() ? text : "\u001B[" + parameters + "m" + text + "\u001B[0m";
    }
}
