package org.migrationadvisor.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An output file that a run which was stopped, or killed, can be gone on with. It grows beside the file under the name
 * {@code .FILE.partial}, locked against other runs. About once a second a line in {@code .FILE.journal} says how many
 * customers are written and how many bytes they take; its first lines say what the run was. A later run cuts the bytes
 * off behind the last such line and goes on there. A run that ends well leaves neither.
 */
final class ResumableFile extends OutputFile {
    private static final Pattern DONE = Pattern.compile("done ([0-9]{1,18}) ([0-9]{1,18}) bytes");
    private static final long NANOS_BETWEEN_NOTES = TimeUnit.SECONDS.toNanos(1);

    private final Path target;
    private final Path partial;
    private final Path journal;
    private final FileChannel channel;
    private final boolean resume;
    private final boolean found;
    private List<String> run = List.of();
    private @Nullable OutputStream notes;
    private long noted;
    private long notedAt = System.nanoTime();
    private long customers;
    private boolean begun;
    private boolean complete;

    private ResumableFile(Path target, Path partial, FileChannel channel, boolean resume, boolean found) {
        super(target, partial, new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        this.target = target;
        this.partial = partial;
        this.journal = beside(target, ".journal");
        this.channel = channel;
        this.resume = resume;
        this.found = found;
    }

    /**
     * Opens the file.
     *
     * @param resume whether to go on with an earlier run, if there is one
     * @throws UsageException if it cannot be written, or another run is writing it
     */
    static ResumableFile open(Path named, boolean resume) {
        OutputFile.folder(named);
        try {
            Path target = OutputFile.leadsTo(named);
            Path partial = beside(target, ".partial");
            boolean found = !create(partial);
            FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE);
            if (isLocked(channel) && Files.exists(partial)) {
                return new ResumableFile(target, partial, channel, resume, found);
            }
            channel.close();
        } catch (IOException cannotWrite) {
            throw OutputFile.unwritable(named, cannotWrite);
        }
        throw new UsageException(named + ": found another run that is writing it, expected one at a time"
                + "\nMaybe wait for it to end, or name another file");
    }

    /** Returns whether it was not there. */
    private static boolean create(Path partial) throws IOException {
        try {
            Files.createFile(partial);
            return true;
        } catch (FileAlreadyExistsException stopped) {
            return false;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    /**
     * Finds the place to go on from.
     *
     * @throws UsageException if the run to go on with was another one
     */
    @Override
    long begin(List<String> now) {
        run = now.stream().map(line -> line.replaceAll("\\R", " ")).toList();
        try {
            long bytes = 0;
            if (resume && found && Files.exists(journal)) {
                List<String> lines = Files.readAllLines(journal, StandardCharsets.UTF_8);
                if (lines.stream().anyMatch(line -> DONE.matcher(line).matches())) {
                    requireSame(lines);
                }
                for (String line : lines) {
                    Matcher note = DONE.matcher(line);
                    if (note.matches() && Long.parseLong(note.group(2)) <= channel.size()) {
                        customers = Long.parseLong(note.group(1));
                        bytes = Long.parseLong(note.group(2));
                    }
                }
            }
            begun = true;
            channel.truncate(bytes);
            channel.position(bytes);
            if (customers == 0) {
                Files.deleteIfExists(journal);
            }
            noted = customers;
            return customers;
        } catch (IOException cannotWrite) {
            throw OutputFile.unwritable(target, cannotWrite);
        }
    }

    private void requireSame(List<String> lines) {
        for (int i = 0; i < run.size(); i++) {
            String then = i < lines.size() ? lines.get(i) : "";
            if (!then.equals(run.get(i))) {
                int name = run.get(i).indexOf(": ");
                throw new UsageException("--resume: found the " + run.get(i).substring(0, name)
                        + " changed since the run that was stopped (then "
                        + then.substring(Math.min(then.length(), name + 2)) + ", now "
                        + run.get(i).substring(name + 2) + "), expected the same"
                        + "\nMaybe start anew without --resume");
            }
        }
    }

    @Override
    void reached(long written) throws IOException {
        customers = written;
        if (System.nanoTime() - notedAt >= NANOS_BETWEEN_NOTES) {
            note();
        }
    }

    private void note() throws IOException {
        stream().flush();
        if (notes == null) {
            boolean goesOn = Files.exists(journal);
            notes = Files.newOutputStream(
                    journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            if (goesOn) {
                // the line that a kill may have cut off
                write("\n");
            } else {
                write(String.join("\n", run) + "\n");
            }
        }
        write("done " + customers + " " + channel.position() + " bytes\n");
        noted = customers;
        notedAt = System.nanoTime();
    }

    private void write(String text) throws IOException {
        if (notes != null) {
            notes.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    boolean keep() throws IOException {
        if (begun && customers > noted) {
            note();
        }
        return canGoOn();
    }

    @Override
    boolean canGoOn() {
        return begun ? noted > 0 : resume && found && Files.exists(journal);
    }

    @Override
    void complete() throws IOException {
        stream().flush();
        OutputFile.appear(partial, target);
        complete = true;
        Files.deleteIfExists(journal);
    }

    private void closeNotes() throws IOException {
        if (notes != null) {
            notes.close();
        }
    }

    /** Removes what is not complete, unless it can be gone on with, or is that of an earlier run. */
    @Override
    public void close() throws IOException {
        closeNotes();
        boolean stays = begun ? noted > 0 : found;
        if (!complete && !stays) {
            Files.deleteIfExists(journal);
            Files.deleteIfExists(partial);
        }
        channel.close();
    }
}
