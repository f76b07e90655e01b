package org.migrationadvisor.input.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a line of a reconciliation file charges for. Only lines of license-based subscriptions are read, and only those
 * for a whole period tell the number of seats: others may count what was added or taken away.
 */
final class Charges {

    /** Columns that tell what is charged. */
    static final List<String> COLUMNS =
            List.of("ChargeType", "MeterDescription", "TermAndBillingCycle", "BillingFrequency", "UnitType");

    private static final Set<String> WHOLE_PERIOD =
            Set.of("purchase_fee", "cycle_fee", "renew_fee", "new", "renew", "cyclecharge");

    private Charges() {}

    /** Why a line is none of a license-based subscription, with the column that says so; empty if it is one. */
    static Optional<Map.Entry<String, String>> foreign(Map<String, String> cells) {
        if (!cells.getOrDefault("MeterDescription", "").isEmpty()) {
            return Optional.of(Map.entry("MeterDescription", "a usage line"));
        }
        for (String column : COLUMNS) {
            String text =
                    cells.getOrDefault(column, "").toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
            if (text.contains("onetime")) {
                return Optional.of(Map.entry(column, "a one-time line"));
            }
            if (text.contains("usage")) {
                return Optional.of(Map.entry(column, "a usage line"));
            }
        }
        return Optional.empty();
    }

    /** Whether the quantity is the number of seats. */
    static boolean tellSeats(Map<String, String> cells) {
        return WHOLE_PERIOD.contains(cells.getOrDefault("ChargeType", "").toLowerCase(Locale.ROOT));
    }
}
