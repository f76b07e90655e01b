package org.migrationadvisor.input;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of a run until all are read, and gives them back by customer. It keeps a fixed number of rows in
 * memory; whenever there are as many, they are sorted and written to a temporary file, and in the end all such files
 * are merged. A list with fewer rows never touches the disk.
 */
final class RowStore implements AutoCloseable {

    /** A row in memory takes about a kibibyte; a sixth of the heap is for rows. */
    private static final int HEAP_PER_ROW = 6 * 1024;

    private static final int FEWEST_ROWS = 10_000;
    private static final int MOST_ROWS = 500_000;

    /** So many files at most are open at once. */
    private static final int MOST_RUNS = 200;

    private static final int BUFFER = 1 << 16;
    private static final Comparator<StoredRow> BY_CUSTOMER = Comparator.comparing(StoredRow::customerId);

    private final int rowsInMemory;
    private final RowCodec codec = new RowCodec();
    private final List<Path> runs = new ArrayList<>();
    private final List<Run> open = new ArrayList<>();
    private List<StoredRow> memory = new ArrayList<>();
    private @Nullable TemporaryFolder folder;

    RowStore() {
        this((int)
                Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Runtime.getRuntime().maxMemory() / HEAP_PER_ROW)));
    }

    /** @param rowsInMemory how many rows are held in memory, 1 or more */
    RowStore(int rowsInMemory) {
        this.rowsInMemory = rowsInMemory;
    }

    /** @throws ListException if the rows have no room on the disk */
    void add(StoredRow row) {
        memory.add(row);
        if (memory.size() >= rowsInMemory) {
            memory.sort(BY_CUSTOMER);
            runs.add(written(memory.iterator()));
            memory = new ArrayList<>();
            if (runs.size() == MOST_RUNS) {
                Path merged = written(merged());
                close(open);
                runs.forEach(TemporaryFolder::delete);
                runs.clear();
                runs.add(merged);
            }
        }
    }

    /** Shows every row, in no fixed order. */
    void forEach(Consumer<StoredRow> consumer) {
        merged().forEachRemaining(consumer);
        close(open);
    }

    /**
     * The rows of one customer after the other, by customer id in the order of {@link String}; those of one customer in
     * the order in which they were added. No row can be added after that.
     */
    Iterator<List<StoredRow>> byCustomer() {
        return new Groups(merged());
    }

    private Iterator<StoredRow> merged() {
        memory.sort(BY_CUSTOMER);
        if (runs.isEmpty()) {
            return memory.iterator();
        }
        runs.forEach(file -> open.add(new Run(open.size(), file)));
        open.add(new Run(open.size(), memory.iterator()));
        return new Merge(open);
    }

    private Path written(Iterator<StoredRow> rows) {
        if (folder == null) {
            folder = new TemporaryFolder();
        }
        Path file = folder.newFile();
        ByteWriter row = new ByteWriter();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            while (rows.hasNext()) {
                codec.write(rows.next(), row);
                row.flushTo(out);
            }
        } catch (IOException noRoom) {
            throw TemporaryFolder.unusable(noRoom);
        }
        return file;
    }

    private static void close(List<Run> open) {
        open.forEach(Run::close);
        open.clear();
    }

    /** Deletes all files. */
    @Override
    public void close() {
        close(open);
        if (folder != null) {
            folder.close();
        }
    }

    /** Rows in the order of their customers, with the first of them at hand. */
    private final class Run {
        private final int number;
        private final @Nullable InputStream in;
        private final @Nullable Iterator<StoredRow> rows;
        private final ByteReader bytes = new ByteReader();
        private @Nullable StoredRow first;

        Run(int number, Path file) {
            this.number = number;
            this.rows = null;
            try {
                this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            } catch (IOException gone) {
                throw TemporaryFolder.unusable(gone);
            }
            this.first = read();
        }

        Run(int number, Iterator<StoredRow> rows) {
            this.number = number;
            this.in = null;
            this.rows = rows;
            this.first = read();
        }

        @Nullable
        StoredRow first() {
            return first;
        }

        StoredRow take() {
            StoredRow taken = first;
            if (taken == null) {
                throw new NoSuchElementException();
            }
            first = read();
            return taken;
        }

        private @Nullable StoredRow read() {
            if (rows != null) {
                return rows.hasNext() ? rows.next() : null;
            }
            try {
                return in != null && bytes.fill(in) ? codec.read(bytes) : null;
            } catch (IOException damaged) {
                throw TemporaryFolder.unusable(damaged);
            }
        }

        void close() {
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException onlyReadFrom) {
                throw TemporaryFolder.unusable(onlyReadFrom);
            }
        }
    }

    /** All runs as one; of equal customers the earlier run comes first. */
    private static final class Merge implements Iterator<StoredRow> {
        private final PriorityQueue<Run> runs = new PriorityQueue<>(Merge::compare);

        Merge(List<Run> open) {
            open.stream().filter(run -> run.first() != null).forEach(runs::add);
        }

        private static int compare(Run a, Run b) {
            StoredRow first = a.first();
            StoredRow second = b.first();
            int byCustomer = first == null || second == null ? 0 : BY_CUSTOMER.compare(first, second);
            return byCustomer != 0 ? byCustomer : Integer.compare(a.number, b.number);
        }

        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public StoredRow next() {
            Run run = runs.remove();
            StoredRow row = run.take();
            if (run.first() != null) {
                runs.add(run);
            }
            return row;
        }
    }

    private static final class Groups implements Iterator<List<StoredRow>> {
        private final Iterator<StoredRow> rows;
        private @Nullable StoredRow next;

        Groups(Iterator<StoredRow> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public List<StoredRow> next() {
            StoredRow first = next;
            if (first == null) {
                throw new NoSuchElementException();
            }
            List<StoredRow> group = new ArrayList<>();
            while (next != null && next.customerId().equals(first.customerId())) {
                group.add(next);
                next = rows.hasNext() ? rows.next() : null;
            }
            return group;
        }
    }
}
