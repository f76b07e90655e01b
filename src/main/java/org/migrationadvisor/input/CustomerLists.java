package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationadvisor.LimitReachedException;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;

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
     * @throws LimitReachedException if it does not fit into the memory
     */
    public static CustomerList read(List<Source> sources, ReadOptions options) {
        try (CustomerStream stream = CustomerStream.open(sources, options)) {
            return LimitReachedException.guard(() -> described(sources, stream), () -> inMemory(stream));
        }
    }

    private static CustomerList inMemory(CustomerStream stream) {
        List<Customer> customers = new ArrayList<>();
        stream.forEachRemaining(customers::add);
        List<RejectedRow> rejected = new ArrayList<>();
        stream.rejected(rejected::add);
        ListReport report = stream.report();
        return new CustomerList(customers, rejected, report.warnings(), report.rows(), report.files());
    }

    private static String described(List<Source> sources, CustomerStream stream) {
        String names = sources.stream().map(Source::name).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%s with %,d rows, all held in memory", names, stream.rows());
    }
}
