package org.migrationadvisor.input;

import java.util.List;

/**
 * What is to be said of the lists of a run. Immutable; the components as those of {@link CustomerList}.
 *
 * @param rejected the rows that were not taken, in the order in which they were read
 * @param warnings by first place, then by customer
 * @param rows the rows read
 * @param files how each source was understood, in the order of the sources
 */
public record ListReport(List<RejectedRow> rejected, List<Warning> warnings, long rows, List<FileReport> files) {

    public ListReport {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }
}
