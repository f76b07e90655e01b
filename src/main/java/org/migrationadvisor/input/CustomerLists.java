package org.migrationadvisor.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.Customer;

/** Reads the list files of a run: CSV, JSON and JSON Lines, told apart by their content. Thread-safe. */
public final class CustomerLists {

    private CustomerLists() {}

    /**
     * Everything that the sources say, merged per customer. Of a subscription that is there twice the first stays, in
     * the order of the sources; apart from that, no order matters. Rows that are broken are rejected, and never stop
     * the reading.
     *
     * @throws ListException if a source does not exist, cannot be read, or is no list of a known format
     */
    public static CustomerList read(List<Source> sources) {
        Collector collector = new Collector();
        for (Source source : List.copyOf(sources)) {
            try (InputStream bytes = source.open()) {
                byte[] head = bytes.readNBytes(FormatDetection.HEAD);
                ListReader reader = FormatDetection.detect(source.name(), head);
                Reader text = TextDecoder.of(head, new SequenceInputStream(new ByteArrayInputStream(head), bytes));
                reader.read(source.name(), text, collector);
            } catch (IOException e) {
                throw source.unreadable(e);
            }
        }
        return collector.list();
    }

    /** From raw rows to merged customers. */
    private static final class Collector implements RowSink {
        private final Warnings warnings = new Warnings();
        private final RowParser parser = new RowParser(warnings);
        private final CustomerAssembler assembler = new CustomerAssembler();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long rows;

        @Override
        public void row(RawRow row) {
            rows++;
            List<Problem> problems = new ArrayList<>();
            parser.parse(row, problems).flatMap(assembler::add).ifPresent(first -> problems.add(duplicate(row, first)));
            if (!problems.isEmpty()) {
                rejected.add(row.rejected(problems));
            }
        }

        private static Problem duplicate(RawRow row, Place first) {
            Cell id = row.cells().get(Field.SUBSCRIPTION_ID);
            String found = id == null ? "a subscription" : Texts.quoted(id.text());
            return row.problem(
                    Field.SUBSCRIPTION_ID,
                    "found " + found + " again, expected each subscription of a customer once (first at " + first
                            + ")");
        }

        @Override
        public void reject(RejectedRow row) {
            rows++;
            rejected.add(row);
        }

        @Override
        public void warn(Place place, String column, String found, String expected) {
            warnings.add(place, column, found, expected);
        }

        CustomerList list() {
            List<Customer> customers = assembler.customers();
            List<Warning> all = new ArrayList<>(warnings.toList());
            all.addAll(assembler.contradictions());
            return new CustomerList(customers, rejected, all, rows);
        }
    }
}
