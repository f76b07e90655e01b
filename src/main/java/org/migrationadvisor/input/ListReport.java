package org.migrationadvisor.input;

import java.util.List;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.Warning;

/**
 * What is to be said of the lists of a run. Immutable; the components as those of {@link CustomerList}.
 *
 * @param warnings by first place, then by customer
 * @param rows the rows read
 * @param files how each source was understood, in the order of the sources
 */
public record ListReport(List<Warning> warnings, long rows, List<FileReport> files) {

    public ListReport {
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }
}
