package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * An output file whose run, if it is stopped or killed, can be continued. It grows beside the file under the name
 * {@code .FILE.partial}, locked against other runs. About once a second {@code .FILE.journal} is replaced by a new one,
 * which says how many customers are written, how many bytes they take and what their checksum is; by then these bytes are
 * on the disk. A later run cuts off what comes after them and continues there. A run that ends well leaves neither.
 */
final class ResumableFile extends OutputFile {
    private static final long NANOS_BETWEEN_NOTES = TimeUnit.SECONDS.toNanos(1);

    private final Path target;
    private final WorkingFiles files;
    private final PartialFile partial;
    private final boolean resume;
    private List<String> run = List.of();
    private CompletableFuture<Void> noting = CompletableFuture.completedFuture(null);
    private volatile long noted;
    private long notedAt = System.nanoTime();
    private long customers;
    private boolean begun;
    private boolean complete;

    private ResumableFile(Path target, WorkingFiles files, PartialFile partial, boolean resume) {
        super(target, partial, OutputFile.buffered(partial));
        this.target = target;
        this.files = files;
        this.partial = partial;
        this.resume = resume;
    }

    /**
     * Opens the file.
     *
     * @param resume whether to continue an earlier run, if there is one
     * @throws UsageException if it cannot be written, another run is writing it, or what is there cannot be a run's
     */
    static ResumableFile open(Path named, boolean resume) {
        OutputFile.folder(named);
        try {
            Path target = OutputFile.leadsTo(named);
            WorkingFiles files = WorkingFiles.of(target);
            return new ResumableFile(target, files, PartialFile.open(named, files), resume);
        } catch (IOException cannotWrite) {
            throw OutputFile.unwritable(named, cannotWrite);
        }
    }

    /**
     * Finds the place to continue from.
     *
     * @throws UsageException if the run to continue was another one, or what it has left has changed
     */
    @Override
    long begin(List<String> now) {
        run = now.stream().map(line -> line.replaceAll("\\R", " ")).toList();
        try {
            Journal journal = resume && partial.isLeft() ? Journal.read(files.journal(), partial.usual()) : null;
            if (journal == null) {
                Files.deleteIfExists(files.journal());
                partial.startAnew();
            } else {
                journal.requireSame(run);
                continueAfter(journal);
            }
            begun = true;
            noted = customers;
            return customers;
        } catch (IOException cannotWrite) {
            throw OutputFile.unwritable(target, cannotWrite);
        }
    }

    private void continueAfter(Journal journal) throws IOException {
        String wrong = partial.continueAfter(journal.bytes(), journal.checksum());
        if (wrong != null) {
            throw new UsageException(files.partial() + ": found " + wrong + ", expected the " + journal.bytes()
                    + " bytes that the run which was stopped has written\nMaybe start anew without --resume");
        }
        customers = journal.customers();
    }

    @Override
    void reached(long written) throws IOException {
        customers = written;
        if (noting.isDone() && System.nanoTime() - notedAt >= NANOS_BETWEEN_NOTES) {
            note();
        }
    }

    /** Takes note of what is written, while the run continues: the disk may take its time. */
    private void note() throws IOException {
        awaitNote();
        stream().flush();
        Journal next = new Journal(run, customers, partial.size(), partial.checksum());
        notedAt = System.nanoTime();
        noting = CompletableFuture.runAsync(() -> {
            try {
                partial.force();
                next.write(files);
                noted = next.customers();
            } catch (IOException cannotWrite) {
                throw new CompletionException(cannotWrite);
            }
        });
    }

    private void awaitNote() throws IOException {
        try {
            noting.join();
        } catch (CompletionException failed) {
            noting = CompletableFuture.completedFuture(null);
            if (failed.getCause() instanceof IOException cannotWrite) {
                throw cannotWrite;
            }
            throw failed;
        }
    }

    @Override
    boolean keep() {
        try {
            if (begun) {
                awaitNote();
            }
            if (begun && customers > noted) {
                note();
                awaitNote();
            }
        } catch (IOException noRoom) {
            // what was noted before is still there
            return canGoOn();
        }
        return canGoOn();
    }

    @Override
    boolean canGoOn() {
        return begun ? noted > 0 : resume && partial.isLeft() && Files.exists(files.journal());
    }

    @Override
    void complete() throws IOException {
        awaitNote();
        stream().flush();
        partial.appearAs(target);
        complete = true;
        Files.deleteIfExists(files.journal());
    }

    /** Removes what is not complete, unless it can be continued, or is that of an earlier run. */
    @Override
    public void close() throws IOException {
        try {
            awaitNote();
        } finally {
            boolean stays = begun ? noted > 0 : partial.isLeft();
            if (!complete && !stays) {
                Files.deleteIfExists(files.journal());
                partial.delete();
            }
            partial.close();
        }
    }
}
