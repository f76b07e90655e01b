package org.migrationadvisor.text;

import java.util.Locale;

/** Numbers with their noun, for messages. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1,200}. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Such as {@code 1 row} and {@code 1,200 rows}. */
    public static String of(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
