package org.migrationadvisor.rulebook.semantics;

/** The type of a value in a rule. */
public enum ValueType {
    TEXT("a text"),
    /** A text out of a closed list. */
    CHOICE("a choice"),
    WHOLE("a whole number"),
    DECIMAL("a decimal number"),
    DATE("a date"),
    TRUTH("true or false"),
    TEXTS("a list of texts"),
    FACT("a fact");

    private final String shown;

    ValueType(String shown) {
        this.shown = shown;
    }

    /** As messages name it. */
    public String shown() {
        return shown;
    }

    boolean isNumber() {
        return this == WHOLE || this == DECIMAL;
    }

    boolean isText() {
        return this == TEXT || this == CHOICE;
    }
}
