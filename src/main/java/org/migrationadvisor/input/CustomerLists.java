package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.Customer;

/** Reads the list files of a run, each told apart by its content. Thread-safe. */
public final class CustomerLists {

    private CustomerLists() {}

    /** As {@link #read(List, ReadOptions)}, with nothing told beforehand. */
    public static CustomerList read(List<Source> sources) {
        return read(sources, ReadOptions.defaults());
    }

    /**
     * Everything that the sources say, held in memory.
     *
     * @throws ListException as {@link CustomerStream#open}
     */
    public static CustomerList read(List<Source> sources, ReadOptions options) {
        try (CustomerStream stream = CustomerStream.open(sources, options)) {
            List<Customer> customers = new ArrayList<>();
            stream.forEachRemaining(customers::add);
            List<RejectedRow> rejected = new ArrayList<>();
            stream.rejected(rejected::add);
            ListReport report = stream.report();
            return new CustomerList(customers, rejected, report.warnings(), report.rows(), report.files());
        }
    }
}
