package org.migrationadvisor.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What the values of a field are. */
public enum FieldType {
    /** A text on one line; a GUID is in lower case. */
    ID("an id", String.class),
    TEXT("a text", String.class),
    /** ISO 3166 alpha-2, in upper case. */
    COUNTRY("a country of two letters such as DE", String.class),
    /** ISO 4217, in upper case. */
    CURRENCY("a currency of three letters such as EUR", String.class),
    /** A BCP 47 tag. */
    LANGUAGE("a language such as de or pt-BR", String.class),
    /** One of a closed list. */
    CHOICE("a choice", String.class),
    /** {@code yes} or {@code no}. */
    YES_NO("yes or no", String.class),
    /** 0 or more. */
    WHOLE("a whole number of 0 or more", Integer.class),
    /** 0 or more. */
    DECIMAL("a number of 0 or more such as 12.50", BigDecimal.class),
    /** A day, UTC. */
    DATE("a date such as 2026-11-20", LocalDate.class);

    private final String shown;
    private final Class<?> javaType;

    FieldType(String shown, Class<?> javaType) {
        this.shown = shown;
        this.javaType = javaType;
    }

    /** As messages name it. */
    public String shown() {
        return shown;
    }

    /** The type of a known value; choices are their codes. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Whether a value is one of a closed list, with {@code unknown} in it. */
    public boolean isChoice() {
        return this == CHOICE || this == YES_NO;
    }

    /** A known value as files have it: numbers without exponent, dates as ISO 8601 has them. */
    public static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /**
     * The value that {@link #text} wrote.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} if the text is none of this type
     */
    public Object value(String text) {
        return switch (this) {
            case WHOLE -> Integer.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            default -> text;
        };
    }
}
