package org.migrationadvisor.input.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.merge.CustomerAssembler;
import org.migrationadvisor.input.row.Cell;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.Texts;

/**
 * The rejected rows of a run, given back in the order in which they were read. Those that do not fit into a little memory
 * wait in a temporary file.
 */
public final class Rejections implements AutoCloseable {

    /** The share of the heap that rejected rows may take: one in so many. */
    private static final int SHARE = 50;

    private final SortedStore<Long, Rejection> store;
    private long count;

    /**
     * A rejected row with its number among all rows of the run.
     *
     * @param row null for one that was refused later, when its customer was made, and is to be read again
     * @param first for such a row where the same subscription is first; null if its customer has too many rows
     */
    private record Rejection(
            long ordinal,
            @Nullable RejectedRow row,
            @Nullable Place first) {}

    public Rejections() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** @param limit how many bytes of memory the rows may take */
    public Rejections(long limit) {
        this.store = new SortedStore<>(new RejectionCodec(), limit);
    }

    /** A row that is broken. */
    public void add(long ordinal, RejectedRow row) {
        count++;
        store.add(new Rejection(ordinal, row, null));
    }

    /** A row that was taken at first, and has the same subscription as another. */
    public void addTwice(long ordinal, Place first) {
        count++;
        store.add(new Rejection(ordinal, null, first));
    }

    /** A row that was taken at first, and whose customer has too many. */
    public void addCrowded(long ordinal) {
        count++;
        store.add(new Rejection(ordinal, null, null));
    }

    public long count() {
        return count;
    }

    /** Why a row with the subscription of another is not taken. */
    public static RowProblem duplicate(RawRow row, Place first) {
        Cell id = row.cells().get(FactFields.SUBSCRIPTION_ID);
        String found = id == null ? "a subscription" : Texts.quoted(id.text());
        return row.problem(
                FactFields.SUBSCRIPTION_ID,
                "found " + found + " again, expected each subscription of a customer once (first at " + first + ")");
    }

    /** Why a row is not taken whose customer has too many. */
    private static RowProblem crowded(RawRow row) {
        Cell id = row.cells().get(FactFields.CUSTOMER_ID);
        return row.problem(
                FactFields.CUSTOMER_ID,
                String.format(
                        Locale.ROOT,
                        "found more than %,d rows of %s, expected at most that many; no advice is given on this"
                                + " customer, so check that the column holds the id of a customer",
                        CustomerAssembler.MOST_ROWS,
                        id == null ? "one customer" : "customer " + Texts.quoted(id.text())));
    }

    /** Hands all rejected rows to a taker. */
    public HandingOver handOver(Consumer<RejectedRow> taker) {
        return new HandingOver(store.sorted(), taker);
    }

    @Override
    public void close() {
        store.close();
    }

    /** Goes through the sources once more, for the rows that are to be read again. */
    public static final class HandingOver {
        private final Iterator<Rejection> rejections;
        private final Consumer<RejectedRow> taker;
        private @Nullable Rejection next;

        private HandingOver(Iterator<Rejection> rejections, Consumer<RejectedRow> taker) {
            this.rejections = rejections;
            this.taker = taker;
            advance();
        }

        private void advance() {
            next = rejections.hasNext() ? rejections.next() : null;
        }

        /** Hands over the rows before a number; none of them is to be read again. */
        public void before(long ordinal) {
            while (next != null && next.ordinal() < ordinal) {
                taker.accept(Objects.requireNonNull(next.row(), "row"));
                advance();
            }
        }

        /** Takes the rows of a source again, of which the first has the number. */
        public RowSink again(long firstRow) {
            return new RowSink() {
                private long ordinal = firstRow;

                @Override
                public void row(RawRow row) {
                    before(ordinal);
                    if (next != null && next.ordinal() == ordinal && next.row() == null) {
                        RowProblem problem = next.first() == null ? crowded(row) : duplicate(row, next.first());
                        taker.accept(row.rejected(List.of(problem)));
                        advance();
                    }
                    ordinal++;
                }

                @Override
                public void reject(RejectedRow row) {
                    ordinal++;
                }

                @Override
                public void warn(Place place, String column, String found, String expected) {
                    // told when the source was read first
                }
            };
        }
    }

    private static final class RejectionCodec implements SortedStore.Codec<Long, Rejection> {
        private final Interner<String> names = new Interner<>();

        @Override
        public Long key(Rejection rejection) {
            return rejection.ordinal();
        }

        @Override
        public void write(Rejection rejection, ByteWriter out) {
            out.number(rejection.ordinal());
            Place first = rejection.first();
            out.number(first == null ? 0 : 1);
            if (first != null) {
                out.number(names.number(first.file()));
                out.number(first.line());
            }
            RejectedRow row = rejection.row();
            out.number(row == null ? 0 : 1);
            if (row != null) {
                write(row, out);
            }
        }

        private void write(RejectedRow row, ByteWriter out) {
            out.text(row.original());
            out.number(row.header() == null ? 0 : names.number(row.header()) + 1L);
            out.number(row.problems().size());
            for (RowProblem problem : row.problems()) {
                out.number(names.number(problem.file()));
                out.number(problem.line());
                out.text(problem.column());
                out.text(problem.reason());
            }
        }

        @Override
        public Rejection read(ByteReader in) {
            long ordinal = in.number();
            Place first = in.number() == 0 ? null : new Place(names.get(in.number()), in.number());
            return new Rejection(ordinal, in.number() == 0 ? null : row(in), first);
        }

        private RejectedRow row(ByteReader in) {
            String original = Objects.requireNonNull(in.text());
            long header = in.number();
            List<RowProblem> problems = new ArrayList<>();
            for (long left = in.number(); left > 0; left--) {
                problems.add(new RowProblem(
                        names.get(in.number()),
                        in.number(),
                        Objects.requireNonNull(in.text()),
                        Objects.requireNonNull(in.text())));
            }
            return new RejectedRow(problems, original, header == 0 ? null : names.get(header - 1));
        }
    }
}
