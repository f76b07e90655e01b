package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.LimitReachedException;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.merge.CustomerAssembler;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.input.source.TemporaryFiles;
import org.migrationadvisor.input.store.Rejections;
import org.migrationadvisor.input.store.RowStore;
import org.migrationadvisor.input.store.StoredRow;

/**
 * The customers of a run, one after the other by id, each with its subscriptions by id. All rows are read before the
 * first customer is there; those that do not fit into memory wait in temporary files. Not thread-safe.
 */
public final class CustomerStream implements Iterator<Customer>, AutoCloseable {
    private final List<Source> sources;
    private final ReadOptions options;
    private final CustomerAssembler assembler;
    private final Rejections rejections;
    private final SourcesReader reader;
    private CustomerAssembler.@Nullable Customers customers;
    private long made;

    private CustomerStream(
            List<Source> sources,
            ReadOptions options,
            ReadingListener listener,
            RowStore store,
            Rejections rejections) {
        this.sources = List.copyOf(sources);
        this.options = Objects.requireNonNull(options, "options");
        this.assembler = new CustomerAssembler(store, CustomerAssembler.MOST_ROWS);
        this.rejections = rejections;
        this.reader = new SourcesReader(
                this.sources, options, Objects.requireNonNull(listener, "listener"), assembler, rejections);
    }

    /** As {@link #open(List, ReadOptions, ReadingListener)}, without anybody waiting. */
    public static CustomerStream open(List<Source> sources, ReadOptions options) {
        return open(sources, options, (rows, rejected, share) -> {});
    }

    /**
     * Reads the rows of all sources, to be merged per customer and subscription; the order of the sources does not
     * matter. Of a subscription that is there twice in one source the first row stays. Rows that are broken are
     * rejected, and never stop the reading.
     *
     * @param listener told now and then how far the reading has come
     * @throws ListException if a source does not exist, cannot be read, is no list of a known format, is named twice, or
     *     leaves open whose subscriptions it has; or if there is no room for temporary files
     * @throws LimitReachedException if a source needs more memory than there is
     */
    public static CustomerStream open(List<Source> sources, ReadOptions options, ReadingListener listener) {
        return open(sources, options, listener, new RowStore(options.fields()), new Rejections());
    }

    static CustomerStream open(
            List<Source> sources,
            ReadOptions options,
            ReadingListener listener,
            RowStore store,
            Rejections rejections) {
        CustomerStream stream = new CustomerStream(sources, options, listener, store, rejections);
        try {
            stream.read();
            return stream;
        } catch (RuntimeException refused) {
            stream.close();
            throw refused;
        }
    }

    private void read() {
        TemporaryFiles.removeOrphans();
        reader.readAll();
        customers = assembler.assemble(options, reader.bridges(), new Notes());
    }

    @Override
    public boolean hasNext() {
        return Objects.requireNonNull(customers).hasNext();
    }

    @Override
    public Customer next() {
        return Objects.requireNonNull(customers).next();
    }

    /** Told while the rows are read. */
    @FunctionalInterface
    public interface ReadingListener {

        /**
         * Hears how far the reading has come.
         *
         * @param rows the rows read so far, rejected ones included
         * @param rejected the rows rejected so far
         * @param share how much of the lists has been read, from 0 to 1
         */
        void read(long rows, long rejected, double share);
    }

    /** Name, size and checksum of each list: the same for the same lists. */
    public List<String> contents() {
        return sources.stream().map(Source::content).toList();
    }

    /** How many rows there are, rejected ones included. */
    public long rows() {
        return reader.rows();
    }

    /** How many rows are rejected as far as it is known: some only turn out to be double when their customer is made. */
    public long rejectedSoFar() {
        return rejections.count();
    }

    /** How much of the rows the customers so far were made of, from 0 to 1. */
    public double shareMade() {
        long rows = reader.rows();
        return rows == 0 ? 1 : Math.min(1, (double) (made + rejections.count()) / rows);
    }

    /**
     * Hands over the rows that were not taken, in the order in which they were read; to be asked once, after the last
     * customer.
     *
     * @throws ListException if a source with rows that were refused when their customer was made cannot be read again
     */
    public void rejected(Consumer<RejectedRow> taker) {
        reader.rejected(taker);
    }

    /** What is to be said of the lists; to be asked after the last customer. */
    public ListReport report() {
        List<Warning> all = new ArrayList<>(reader.warnings());
        all.addAll(Objects.requireNonNull(customers).warnings());
        return new ListReport(all, reader.rows(), reader.files());
    }

    @Override
    public void close() {
        assembler.close();
        rejections.close();
        sources.forEach(Source::release);
    }

    /** Takes what comes up while customers are made. */
    private final class Notes implements CustomerAssembler.Listener {

        @Override
        public void twice(StoredRow stored, Place first) {
            rejections.addTwice(stored.ordinal(), first);
            reader.tally(stored.row()).refused(stored.row());
        }

        @Override
        public void crowded(StoredRow stored) {
            rejections.addCrowded(stored.ordinal());
            reader.tally(stored.row()).refused(stored.row());
        }

        @Override
        public void made(List<StoredRow> from) {
            made += from.size();
            from.stream()
                    .filter(stored -> !stored.settled())
                    .map(stored -> reader.tally(stored.row()))
                    .collect(Collectors.toSet())
                    .forEach(FileTally::customer);
        }
    }
}
