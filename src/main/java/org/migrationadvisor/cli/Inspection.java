package org.migrationadvisor.cli;

import java.util.List;
import java.util.Map;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.MissingFacts;

/**
 * What there is to tell about lists.
 *
 * @param questions the codes of what would be asked, and how often
 */
record Inspection(CustomerList list, List<MissingFacts> missing, Map<String, Long> questions) {

    /** The most problems, and the most warnings, that are shown. */
    static final int SHOWN = 10;

    long subscriptions() {
        return list.customers().stream()
                .mapToLong(customer -> customer.subscriptions().size())
                .sum();
    }
}
