package org.migrationadvisor.input.store;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.TemporaryFiles;
import org.migrationadvisor.input.source.UnnamedFile;

/**
 * Takes any number of things and gives them back by their keys, those with equal keys in the order in which they came.
 * They are kept as bytes, which take a fraction of the memory of objects and cost the garbage collector nothing.
 * Whenever the memory they may take is full, they are sorted and written to a temporary file, and in the end all such
 * files are merged. What fits into the memory never touches the disk.
 */
final class SortedStore<K extends Comparable<K>, T> implements AutoCloseable {

    /** So many files at most are open at once. */
    private static final int MOST_FILES = 200;

    private static final int BUFFER = 1 << 16;
    private static final int PAGE = 1 << 16;

    /** What a thing takes besides its bytes. */
    private static final int OVERHEAD = 100;

    private final Codec<K, T> codec;
    private final long limit;
    private final ByteWriter writer = new ByteWriter();
    private final List<Spilled> spilled = new ArrayList<>();
    private List<Entry<K>> memory = new ArrayList<>();
    private byte[] page = {};
    private int used;
    private long taken;

    /** Things on the disk, by key, and how many they are. */
    private record Spilled(UnnamedFile file, long things) {}

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
        sortMemory();
        List<Run<K, T>> runs = new ArrayList<>();
        spilled.forEach(things -> runs.add(new Run<>(runs.size(), codec, onDisk(things))));
        runs.add(new Run<>(runs.size(), codec, inMemory()));
        return new Merge<>(runs);
    }

    private void sortMemory() {
        memory.sort(Comparator.comparing(entry -> entry.key));
    }

    private void spill() {
        sortMemory();
        UnnamedFile file = UnnamedFile.of(out -> {
            for (Entry<K> entry : memory) {
                ByteWriter.number(entry.size, out);
                out.write(entry.page, entry.from, entry.size);
            }
        });
        spilled.add(new Spilled(file, memory.size()));
        memory = new ArrayList<>();
        page = new byte[0];
        used = 0;
        taken = 0;
        if (spilled.size() == MOST_FILES) {
            Iterator<T> all = sorted();
            UnnamedFile merged = UnnamedFile.of(out -> {
                while (all.hasNext()) {
                    codec.write(all.next(), writer);
                    ByteWriter.number(writer.size(), out);
                    writer.moveTo(out);
                }
            });
            long things = spilled.stream().mapToLong(Spilled::things).sum();
            close();
            spilled.add(new Spilled(merged, things));
        }
    }

    private Bytes inMemory() {
        Iterator<Entry<K>> entries = memory.iterator();
        ByteReader bytes = new ByteReader();
        return () -> {
            if (!entries.hasNext()) {
                return null;
            }
            Entry<K> next = entries.next();
            bytes.over(next.page, next.from);
            return bytes;
        };
    }

    private static Bytes onDisk(Spilled things) {
        InputStream in = new BufferedInputStream(things.file().bytes(), BUFFER);
        ByteReader bytes = new ByteReader();
        long[] left = {things.things()};
        return () -> {
            if (left[0]-- == 0) {
                return null;
            }
            if (!bytes.fill(in)) {
                throw new EOFException("found the end before the last row");
            }
            return bytes;
        };
    }

    /** Gives the room on the disk back. */
    @Override
    public void close() {
        spilled.forEach(things -> things.file().close());
        spilled.clear();
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
        private final Bytes bytes;
        private @Nullable T first;
        private @Nullable K key;

        Run(int number, Codec<K, T> codec, Bytes bytes) {
            this.number = number;
            this.codec = codec;
            this.bytes = bytes;
            advance();
        }

        private void advance() {
            try {
                ByteReader next = bytes.next();
                first = next == null ? null : codec.read(next);
                key = first == null ? null : codec.key(first);
            } catch (IOException damaged) {
                throw TemporaryFiles.unusable(damaged);
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
    }

    /** All runs as one. */
    private static final class Merge<K extends Comparable<K>, T> implements Iterator<T> {
        private final PriorityQueue<Run<K, T>> runs = new PriorityQueue<>();

        Merge(List<Run<K, T>> all) {
            all.stream().filter(run -> !run.isEmpty()).forEach(runs::add);
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
