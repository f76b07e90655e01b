package org.migrationadvisor.input;

import java.util.List;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.Warning;

/**
 * What the list files of one run say. Immutable.
 *
 * @param customers the customers by id, each with its subscriptions by id, both in the order of {@link String}
 * @param rejected the rows that were not taken, in the order in which they were read
 * @param warnings by first place, then by customer: values that are not known, how files were joined, facts that
 *     contradict each other
 * @param rows the rows read: one per subscription, taken or rejected, and one per customer of a list that has no
 *     subscription; blank lines and what is skipped as no license-based subscription do not count
 * @param files how each source was understood, in the order of the sources
 */
public record CustomerList(
        List<Customer> customers,
        List<RejectedRow> rejected,
        List<Warning> warnings,
        long rows,
        List<FileReport> files) {

    public CustomerList {
        customers = List.copyOf(customers);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }
}
