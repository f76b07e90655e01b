package org.migrationadvisor.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the list files of a run, each told apart by its content. Thread-safe. */
public final class CustomerLists {

    private CustomerLists() {}

    /** As {@link #read(List, ReadOptions)}, with nothing told beforehand. */
    public static CustomerList read(List<Source> sources) {
        return read(sources, ReadOptions.defaults());
    }

    /**
     * Everything that the sources say, merged per customer and subscription; the order of the sources does not matter.
     * Of a subscription that is there twice in one source the first row stays. Rows that are broken are rejected, and
     * never stop the reading.
     *
     * @throws ListException if a source does not exist, cannot be read, is no list of a known format, is named twice, or
     *     leaves open whose subscriptions it has
     */
    public static CustomerList read(List<Source> sources, ReadOptions options) {
        Objects.requireNonNull(options, "options");
        Collector collector = new Collector();
        Set<String> names = new HashSet<>();
        for (Source source : List.copyOf(sources)) {
            if (!names.add(source.name())) {
                throw new ListException(source.name() + ": found the file twice, expected each file once");
            }
            collector.read(source, options);
        }
        return collector.list(options);
    }

    /** Pushes the rows of a source to a sink. Returns the encoding of its text; null if it is a workbook. */
    private static @Nullable String push(Source source, Content content, ReadOptions options, RowSink sink)
            throws IOException {
        if (content.isWorkbook()) {
            Path copy = content.copy();
            try {
                new WorkbookReader(options).read(source.name(), copy, sink);
            } finally {
                Files.deleteIfExists(copy);
            }
            return null;
        }
        ListReader reader = FormatDetection.detect(source.name(), content.head(), options);
        TextDecoder.Decoded text = TextDecoder.of(content.head(), content.all());
        reader.read(source.name(), text.text(), sink);
        return text.encoding().get();
    }

    private static void pushAgain(Source source, ReadOptions options, RowSink sink) throws IOException {
        try (Content content = Content.open(source)) {
            push(source, content, options, sink);
        }
    }

    /** From raw rows to merged customers. */
    private static final class Collector {
        private final Warnings warnings = new Warnings();
        private final CustomerAssembler assembler = new CustomerAssembler();
        private final Bridges bridges = new Bridges();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private final List<FileReport> files = new ArrayList<>();

        void read(Source source, ReadOptions options) {
            try (Content content = Content.open(source)) {
                DateOrders dates = new DateOrders(options.dateOrder(), sink -> pushAgain(source, options, sink));
                FileTally tally = new FileTally(source.name());
                FileSink sink = new FileSink(new RowParser(warnings, dates), tally);
                String encoding = push(source, content, options, sink);
                files.add(tally.report(encoding, content.isPacked()));
                source.release();
            } catch (UncheckedIOException e) {
                throw source.unreadable(Objects.requireNonNull(e.getCause(), "cause"));
            } catch (IOException e) {
                throw source.unreadable(e);
            }
        }

        /** Takes the rows of one source. */
        private final class FileSink implements RowSink {
            private final RowParser parser;
            private final FileTally tally;

            FileSink(RowParser parser, FileTally tally) {
                this.parser = parser;
                this.tally = tally;
            }

            @Override
            public void row(RawRow row) {
                tally.row();
                List<Problem> problems = new ArrayList<>();
                parser.parse(row, problems).ifPresent(parsed -> assembler
                        .add(parsed)
                        .ifPresentOrElse(first -> problems.add(duplicate(row, first)), () -> tally.taken(parsed)));
                if (!problems.isEmpty()) {
                    tally.rejected();
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
                tally.row();
                tally.rejected();
                rejected.add(row);
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

        CustomerList list(ReadOptions options) {
            CustomerAssembler.Assembled assembled = assembler.assemble(options, bridges);
            List<Warning> all = new ArrayList<>(warnings.toList());
            all.addAll(assembled.warnings());
            long rows = files.stream().mapToLong(FileReport::rows).sum();
            return new CustomerList(assembled.customers(), rejected, all, rows, files);
        }
    }
}
