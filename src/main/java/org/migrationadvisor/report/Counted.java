package org.migrationadvisor.report;

import java.util.Locale;

/** Numbers with their noun, for messages. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 row} and {@code 1,200 rows}. */
    public static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
