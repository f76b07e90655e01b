package org.migrationadvisor.input;

import java.util.List;
import org.migrationadvisor.Customer;

/**
 * What the list files of one run say. Immutable.
 *
 * @param customers the customers by id, each with its subscriptions by id, both in the order of {@link String}
 * @param rejected the rows that were not taken, in the order in which they were read
 * @param warnings by first place, then by customer
 * @param rows the rows read: one per subscription, taken or rejected, and one per customer of a JSON list that has no
 *     subscription; blank lines do not count
 */
public record CustomerList(List<Customer> customers, List<RejectedRow> rejected, List<Warning> warnings, long rows) {

    public CustomerList {
        customers = List.copyOf(customers);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }
}
