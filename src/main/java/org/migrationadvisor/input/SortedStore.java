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
import org.jspecify.annotations.Nullable;

/**
 * Takes any number of things and gives them back by their keys, those with equal keys in the order in which they came.
 * They are kept as bytes, which take a fraction of the memory of objects and cost the garbage collector nothing.
 * Whenever the memory they may take is full, they are sorted and written to a temporary file, and in the end all such
 * files are merged. What fits into the memory never touches the disk.
 */
final class SortedStore<K extends Comparable<K>, T> implements AutoCloseable {

    /** So many files at most are open at once. */
    private static final int MOST_RUNS = 200;

    private static final int BUFFER = 1 << 16;
    private static final int PAGE = 1 << 16;

    /** What a thing takes besides its bytes. */
    private static final int OVERHEAD = 100;

    private final Codec<K, T> codec;
    private final long limit;
    private final ByteWriter writer = new ByteWriter();
    private final List<Path> runs = new ArrayList<>();
    private final List<Run<K, T>> open = new ArrayList<>();
    private List<Entry<K>> memory = new ArrayList<>();
    private byte[] page = {};
    private int used;
    private long taken;
    private @Nullable TemporaryFolder folder;

    /** How things are written, and what they are sorted by. */
    interface Codec<K, T> {
        K key(T thing);

        void write(T thing, ByteWriter out);

        T read(ByteReader in);
    }

    /** The bytes of a thing in memory. */
    private static final class Entry<K> {
        private final K key;
        private final byte[] page;
        private final int from;
        private final int size;

        Entry(K key, byte[] page, int from, int size) {
            this.key = key;
            this.page = page;
            this.from = from;
            this.size = size;
        }
    }

    /** @param limit how many bytes of memory the things may take */
    SortedStore(Codec<K, T> codec, long limit) {
        this.codec = codec;
        this.limit = limit;
    }

    /** @throws ListException if there is no room on the disk */
    void add(T thing) {
        codec.write(thing, writer);
        int size = writer.size();
        if (page.length - used < size) {
            page = new byte[Math.max(PAGE, size)];
            used = 0;
        }
        writer.moveTo(page, used);
        memory.add(new Entry<>(codec.key(thing), page, used, size));
        used += size;
        taken += size + OVERHEAD;
        if (taken >= limit) {
            spill();
        }
    }

    /** All things by key; until that is read to its end nothing may be added. */
    Iterator<T> sorted() {
        closeRuns();
        sortMemory();
        if (runs.isEmpty()) {
            return new Merge<>(List.of(inMemory()));
        }
        runs.forEach(file -> open.add(onDisk(file)));
        open.add(inMemory());
        return new Merge<>(open);
    }

    private void sortMemory() {
        memory.sort(Comparator.comparing(entry -> entry.key));
    }

    private void spill() {
        sortMemory();
        runs.add(written(out -> {
            for (Entry<K> entry : memory) {
                ByteWriter.number(entry.size, out);
                out.write(entry.page, entry.from, entry.size);
            }
        }));
        memory = new ArrayList<>();
        page = new byte[0];
        used = 0;
        taken = 0;
        if (runs.size() == MOST_RUNS) {
            Iterator<T> all = sorted();
            Path merged = written(out -> {
                while (all.hasNext()) {
                    codec.write(all.next(), writer);
                    ByteWriter.number(writer.size(), out);
                    writer.moveTo(out);
                }
            });
            closeRuns();
            runs.forEach(TemporaryFolder::delete);
            runs.clear();
            runs.add(merged);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private Path written(Writing writing) {
        if (folder == null) {
            folder = new TemporaryFolder();
        }
        Path file = folder.newFile();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            writing.write(out);
        } catch (IOException noRoom) {
            throw TemporaryFolder.unusable(noRoom);
        }
        return file;
    }

    private Run<K, T> inMemory() {
        Iterator<Entry<K>> entries = memory.iterator();
        ByteReader bytes = new ByteReader();
        return new Run<>(open.size(), codec, null, () -> {
            if (!entries.hasNext()) {
                return null;
            }
            Entry<K> next = entries.next();
            bytes.over(next.page, next.from);
            return bytes;
        });
    }

    private Run<K, T> onDisk(Path file) {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            ByteReader bytes = new ByteReader();
            return new Run<>(open.size(), codec, in, () -> bytes.fill(in) ? bytes : null);
        } catch (IOException gone) {
            throw TemporaryFolder.unusable(gone);
        }
    }

    private void closeRuns() {
        open.forEach(Run::close);
        open.clear();
    }

    /** Deletes all files. */
    @Override
    public void close() {
        closeRuns();
        if (folder != null) {
            folder.close();
        }
    }

    @FunctionalInterface
    private interface Bytes {

        /** The bytes of the next thing; null at the end. */
        @Nullable
        ByteReader next() throws IOException;
    }

    /** Things by key, with the first of them at hand. */
    private static final class Run<K extends Comparable<K>, T> implements Comparable<Run<K, T>> {
        private final int number;
        private final Codec<K, T> codec;
        private final @Nullable InputStream in;
        private final Bytes bytes;
        private @Nullable T first;
        private @Nullable K key;

        Run(int number, Codec<K, T> codec, @Nullable InputStream in, Bytes bytes) {
            this.number = number;
            this.codec = codec;
            this.in = in;
            this.bytes = bytes;
            advance();
        }

        private void advance() {
            try {
                ByteReader next = bytes.next();
                first = next == null ? null : codec.read(next);
                key = first == null ? null : codec.key(first);
            } catch (IOException damaged) {
                throw TemporaryFolder.unusable(damaged);
            }
        }

        boolean isEmpty() {
            return first == null;
        }

        T take() {
            T thing = first;
            if (thing == null) {
                throw new NoSuchElementException();
            }
            advance();
            return thing;
        }

        /** By the first key; of equal ones the earlier run comes first. */
        @Override
        public int compareTo(Run<K, T> other) {
            int byKey = key == null || other.key == null ? 0 : key.compareTo(other.key);
            return byKey != 0 ? byKey : Integer.compare(number, other.number);
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

    /** All runs as one. */
    private static final class Merge<K extends Comparable<K>, T> implements Iterator<T> {
        private final PriorityQueue<Run<K, T>> runs = new PriorityQueue<>();

        Merge(List<Run<K, T>> open) {
            open.stream().filter(run -> !run.isEmpty()).forEach(runs::add);
        }

        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public T next() {
            Run<K, T> run = runs.remove();
            T thing = run.take();
            if (!run.isEmpty()) {
                runs.add(run);
            }
            return thing;
        }
    }
}
