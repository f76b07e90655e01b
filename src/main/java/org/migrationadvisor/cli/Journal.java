package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.source.PrivateFile;

/**
 * What a run notes of itself so that another can continue it. The checksums tell what an accident has changed; whoever
 * may write both files can make them fit, as he could write other advice into the output.
 *
 * @param run what decides the bytes, as lines {@code name: value}
 * @param customers how many customers are written
 * @param bytes how many bytes they take; they are on the disk
 * @param checksum CRC-32C of these bytes
 */
record Journal(List<String> run, long customers, long bytes, long checksum) {
    private static final long LARGEST = 16 << 20;
    private static final String HEAD = "advisor journal 2\n";
    private static final Pattern FORM = Pattern.compile(
            "(" + HEAD + "(.*\n)done ([0-9]{1,18}) customers, ([0-9]{1,18}) bytes, checksum ([0-9a-f]{8})\n)"
                    + "journal checksum ([0-9a-f]{8})\n",
            Pattern.DOTALL);

    /**
     * Reads what a run has noted.
     *
     * @param usual what a file of this user is like
     * @return null if there is none
     * @throws UsageException if it is not as a run has left it
     */
    static @Nullable Journal read(Path file, NewFile usual) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        usual.requireOwn(file);
        if (Files.size(file) > LARGEST) {
            throw damaged(file);
        }
        try {
            Matcher form = FORM.matcher(Files.readString(file));
            if (form.matches() && form.group(6).equals(hexadecimal(checksum(form.group(1))))) {
                return new Journal(
                        form.group(2).lines().toList(),
                        Long.parseLong(form.group(3)),
                        Long.parseLong(form.group(4)),
                        Long.parseLong(form.group(5), 16));
            }
        } catch (CharacterCodingException noText) {
            throw damaged(file);
        }
        throw damaged(file);
    }

    private static UsageException damaged(Path file) {
        return new UsageException(file + ": found it not as a run has left it, expected its checksum to fit"
                + "\nMaybe start anew without --resume");
    }

    /** Puts it in the place of the one before, whole or not at all. */
    void write(WorkingFiles files) throws IOException {
        String text = HEAD + String.join("\n", run) + "\ndone " + customers + " customers, " + bytes
                + " bytes, checksum " + hexadecimal(checksum) + "\n";
        Files.deleteIfExists(files.fresh());
        try (OutputStream fresh = Channels.newOutputStream(PrivateFile.create(files.fresh()))) {
            String whole = text + "journal checksum " + hexadecimal(checksum(text)) + "\n";
            fresh.write(whole.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(files.fresh(), files.journal(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static long checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    private static String hexadecimal(long checksum) {
        return String.format(Locale.ROOT, "%08x", checksum);
    }

    /**
     * Makes sure that a run is the one that is noted.
     *
     * @throws UsageException naming what has changed
     */
    void requireSame(List<String> now) {
        for (int i = 0; i < now.size(); i++) {
            String then = i < run.size() ? run.get(i) : "";
            if (!then.equals(now.get(i))) {
                int name = now.get(i).indexOf(": ");
                throw new UsageException("--resume: found the " + now.get(i).substring(0, name)
                        + " changed since the run that was stopped (then "
                        + then.substring(Math.min(then.length(), name + 2)) + ", now "
                        + now.get(i).substring(name + 2) + "), expected the same"
                        + "\nMaybe start anew without --resume");
            }
        }
    }
}
