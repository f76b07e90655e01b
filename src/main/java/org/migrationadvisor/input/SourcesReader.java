package org.migrationadvisor.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.LimitReachedException;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.input.merge.CustomerAssembler;
import org.migrationadvisor.input.merge.OfferIdMappings;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.DateOrders;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ListReader;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowParser;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.row.Warnings;
import org.migrationadvisor.input.source.Content;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.NamedCopy;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.input.source.TextDecoder;
import org.migrationadvisor.input.store.Rejections;
import org.migrationadvisor.input.store.StoredRow;
import org.migrationadvisor.input.table.WorkbookReader;

/**
 * Reads the rows of all sources of a run, numbered from 0, and counts what comes from each. Sources are read again for
 * rows that are refused only when their customer is made.
 */
final class SourcesReader {
    private final List<Source> sources;
    private final ReadOptions options;
    private final CustomerStream.ReadingListener listener;
    private final CustomerAssembler assembler;
    private final Rejections rejections;
    private final OfferIdMappings bridges = new OfferIdMappings();
    private final Warnings warnings = new Warnings();
    private final Map<String, FileTally> tallies = new LinkedHashMap<>();
    private final List<Understood> understood = new ArrayList<>();
    private long rows;

    /** How the bytes of a source were understood, and the number of its first row. */
    private record Understood(Source source, @Nullable String encoding, boolean packed, long firstRow) {}

    SourcesReader(
            List<Source> sources,
            ReadOptions options,
            CustomerStream.ReadingListener listener,
            CustomerAssembler assembler,
            Rejections rejections) {
        this.sources = sources;
        this.options = options;
        this.listener = listener;
        this.assembler = assembler;
        this.rejections = rejections;
    }

    /**
     * Hands the rows of all sources to the assembler, and those that are broken to the rejections.
     *
     * @throws ListException if a source cannot be read, or is named twice
     * @throws LimitReachedException if a source needs more memory than there is
     */
    void readAll() {
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
    }

    private void read(Source source) {
        try (Content content = Content.open(source)) {
            DateOrders dates = new DateOrders(options.dateOrder(), sink -> pushAgain(source, sink));
            FileTally tally = new FileTally(source.name());
            tallies.put(source.name(), tally);
            long firstRow = rows;
            String encoding = push(
                    source, content, options, new FileSink(new RowParser(warnings, dates, options.fields()), tally));
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

    private double shareRead() {
        return sources.stream().mapToDouble(Source::shareRead).average().orElse(0);
    }

    /** How many rows were read, rejected ones included. */
    long rows() {
        return rows;
    }

    /** What the sources say of offers. */
    OfferIdMappings bridges() {
        return bridges;
    }

    /** What is counted of the source that a row is from. */
    FileTally tally(CustomerRow row) {
        return Objects.requireNonNull(tallies.get(row.place().file()));
    }

    /**
     * Hands over the rows that were not taken, in the order in which they were read.
     *
     * @throws ListException if a source with rows that were refused later cannot be read again
     */
    void rejected(Consumer<RejectedRow> taker) {
        Rejections.HandingOver handing = rejections.handOver(taker);
        for (Understood file : understood) {
            FileTally tally = Objects.requireNonNull(tallies.get(file.source().name()));
            if (tally.hasRefused()) {
                try {
                    pushAgain(file.source(), handing.again(file.firstRow()));
                } catch (IOException e) {
                    throw file.source().unreadable(e);
                }
            }
            handing.before(file.firstRow() + tally.rows());
        }
    }

    /** What came up while the sources were read. */
    List<Warning> warnings() {
        return warnings.toList();
    }

    /** How each source was understood, in their order. */
    List<FileReport> files() {
        return understood.stream()
                .map(file -> Objects.requireNonNull(tallies.get(file.source().name()))
                        .report(file.encoding(), file.packed()))
                .toList();
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
            List<RowProblem> problems = new ArrayList<>();
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
                listener.read(rows, rejections.count(), shareRead());
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
        public void column(String name, @Nullable FactField field) {
            tally.column(name, field);
        }
    }
}
