package org.migrationadvisor.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Customer;
import org.migrationadvisor.LimitReachedException;

/**
 * The customers of a run, one after the other by id, each with its subscriptions by id. All rows are read before the
 * first customer is there; those that do not fit into memory wait in temporary files. Not thread-safe.
 */
public final class CustomerStream implements Iterator<Customer>, AutoCloseable {
    private final List<Source> sources;
    private final ReadOptions options;
    private final ReadingListener listener;
    private final Warnings warnings = new Warnings();
    private final Warnings again = new Warnings();
    private final CustomerAssembler assembler;
    private final Bridges bridges = new Bridges();
    private final Rejections rejections;
    private final Map<String, FileTally> tallies = new LinkedHashMap<>();
    private final List<Understood> understood = new ArrayList<>();
    private CustomerAssembler.@Nullable Customers customers;
    private long rows;
    private long made;

    /** How the bytes of a source were understood, and the number of its first row. */
    private record Understood(Source source, @Nullable String encoding, boolean packed, long firstRow) {}

    private CustomerStream(
            List<Source> sources,
            ReadOptions options,
            ReadingListener listener,
            RowStore store,
            Rejections rejections) {
        this.sources = List.copyOf(sources);
        this.options = Objects.requireNonNull(options, "options");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.assembler = new CustomerAssembler(store);
        this.rejections = rejections;
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
        return open(sources, options, listener, new RowStore(), new Rejections());
    }

    static CustomerStream open(
            List<Source> sources,
            ReadOptions options,
            ReadingListener listener,
            RowStore store,
            Rejections rejections) {
        CustomerStream stream = new CustomerStream(sources, options, listener, store, rejections);
        try {
            stream.readAll();
            return stream;
        } catch (RuntimeException refused) {
            stream.close();
            throw refused;
        }
    }

    private void readAll() {
        TemporaryFiles.removeOrphans();
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            if (!names.add(source.name())) {
                throw new ListException(source.name() + ": found the file twice, expected each file once");
            }
            try {
                read(source);
            } catch (OutOfMemoryError exhausted) {
                throw LimitReachedException.of(
                        String.format(Locale.ROOT, "%s, of which %,d rows are read", source.name(), rows), exhausted);
            }
        }
        customers = assembler.assemble(options, bridges, new Notes());
    }

    private void read(Source source) {
        try (Content content = Content.open(source)) {
            DateOrders dates = new DateOrders(options.dateOrder(), sink -> pushAgain(source, sink));
            FileTally tally = new FileTally(source.name());
            tallies.put(source.name(), tally);
            long firstRow = rows;
            String encoding = push(source, content, options, new FileSink(new RowParser(warnings, dates), tally));
            source.requireUnchanged();
            understood.add(new Understood(source, encoding, content.isPacked(), firstRow));
        } catch (UncheckedIOException e) {
            throw source.unreadable(Objects.requireNonNull(e.getCause(), "cause"));
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /** Pushes the rows of a source to a sink. Returns the encoding of its text; null if it is a workbook. */
    private static @Nullable String push(Source source, Content content, ReadOptions options, RowSink sink)
            throws IOException {
        if (content.isWorkbook()) {
            try (NamedCopy workbook = NamedCopy.of(content.all())) {
                new WorkbookReader(options).read(source.name(), workbook.path(), sink);
            }
            return null;
        }
        ListReader reader = FormatDetection.detect(source.name(), content.head(), options);
        TextDecoder.Decoded text = TextDecoder.of(content.head(), content.all());
        reader.read(source.name(), text.text(), sink);
        return text.encoding().get();
    }

    private void pushAgain(Source source, RowSink sink) throws IOException {
        try (Content content = Content.open(source)) {
            push(source, content, options, sink);
            source.requireUnchanged();
        }
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

    private double shareRead() {
        return sources.stream().mapToDouble(Source::shareRead).average().orElse(0);
    }

    /** Name, size and checksum of each list: the same for the same lists. */
    public List<String> contents() {
        return sources.stream().map(Source::content).toList();
    }

    /** How many rows there are, rejected ones included. */
    public long rows() {
        return rows;
    }

    /** How many rows are rejected as far as it is known: some only turn out to be double when their customer is made. */
    public long rejectedSoFar() {
        return rejections.count();
    }

    /** How much of the rows the customers so far were made of, from 0 to 1. */
    public double shareMade() {
        return rows == 0 ? 1 : Math.min(1, (double) (made + rejections.count()) / rows);
    }

    /**
     * Hands over the rows that were not taken, in the order in which they were read; to be asked once, after the last
     * customer.
     *
     * @throws ListException if a source that has rows twice cannot be read again
     */
    public void rejected(Consumer<RejectedRow> taker) {
        Rejections.HandingOver handing = rejections.handOver(taker);
        for (Understood file : understood) {
            FileTally tally = Objects.requireNonNull(tallies.get(file.source().name()));
            if (tally.hasDoubles()) {
                try {
                    pushAgain(file.source(), handing.again(file.firstRow()));
                } catch (IOException e) {
                    throw file.source().unreadable(e);
                }
            }
            handing.before(file.firstRow() + tally.rows());
        }
    }

    /** What is to be said of the lists; to be asked after the last customer. */
    public ListReport report() {
        List<Warning> all = new ArrayList<>(warnings.toList());
        all.addAll(Objects.requireNonNull(customers).warnings());
        all.addAll(again.toList());
        List<FileReport> files = understood.stream()
                .map(file -> Objects.requireNonNull(tallies.get(file.source().name()))
                        .report(file.encoding(), file.packed()))
                .toList();
        return new ListReport(all, rows, files);
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
            CustomerRow row = stored.row();
            if (stored.ordinal() == StoredRow.SETTLED) {
                again.add(
                        row.place(),
                        row.kind().spelled(Field.SUBSCRIPTION_ID),
                        "a subscription again",
                        "each subscription of a customer once (first at " + first + "; not taken)");
            } else {
                rejections.addTwice(stored.ordinal(), first);
                tally(row).twice();
            }
        }

        @Override
        public void made(List<StoredRow> from) {
            made += from.size();
            from.stream()
                    .filter(stored -> stored.ordinal() != StoredRow.SETTLED)
                    .map(stored -> tally(stored.row()))
                    .collect(Collectors.toSet())
                    .forEach(FileTally::customer);
        }

        private FileTally tally(CustomerRow row) {
            return Objects.requireNonNull(tallies.get(row.place().file()));
        }
    }

    /** Takes the rows of one source. */
    private final class FileSink implements RowSink {
        private static final int ROWS_BETWEEN_NEWS = 1_000;

        private final RowParser parser;
        private final FileTally tally;

        FileSink(RowParser parser, FileTally tally) {
            this.parser = parser;
            this.tally = tally;
        }

        @Override
        public void row(RawRow row) {
            long ordinal = count();
            List<Problem> problems = new ArrayList<>();
            parser.parse(row, problems).ifPresent(parsed -> assembler
                    .add(new StoredRow(ordinal, parsed))
                    .ifPresentOrElse(
                            first -> problems.add(Rejections.duplicate(row, first)), () -> tally.taken(parsed)));
            if (!problems.isEmpty()) {
                tally.rejected();
                rejections.add(ordinal, row.rejected(problems));
            }
        }

        @Override
        public void reject(RejectedRow row) {
            long ordinal = count();
            tally.rejected();
            rejections.add(ordinal, row);
        }

        private long count() {
            tally.row();
            if (++rows % ROWS_BETWEEN_NEWS == 0) {
                listener.read(rows, rejectedSoFar(), shareRead());
            }
            return rows - 1;
        }

        @Override
        public void warn(Place place, String column, String found, String expected) {
            warnings.add(place, column, found, expected);
        }

        @Override
        public void skip(Place place, String column, String found, String expected) {
            tally.skipped();
            warnings.add(place, column, found, expected);
        }

        @Override
        public void bridge(Place place, String offerId, String skuId) {
            tally.bridge();
            bridges.add(place, offerId, skuId);
        }

        @Override
        public void recognised(ListFormat format, String what) {
            tally.recognised(format, what);
        }

        @Override
        public void delimiter(char delimiter) {
            tally.delimiter(delimiter);
        }

        @Override
        public void sheet(String name) {
            tally.sheet(name);
        }

        @Override
        public void column(String name, @Nullable Field field) {
            tally.column(name, field);
        }
    }
}
