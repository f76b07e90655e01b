package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.text.SafeText;

/**
 * What one call of the program reads and writes, so that nothing is written over what is read. Files are told apart by
 * what they are, not by how they are spelled: links of both kinds, other letter case and other paths lead to the same.
 */
final class FilesInUse {
    private static final int MOST_IN_A_FOLDER = 10_000;

    private final List<Used> used = new ArrayList<>();

    /** A file, or a folder with all that is in it, and what it is to this call. */
    private record Used(String what, Path path) {}

    /** A file that is read, if one is. */
    FilesInUse reading(String what, @Nullable Path file) {
        if (file != null) {
            used.add(new Used(what, file));
        }
        return this;
    }

    /** Lists as they are named on the command line. */
    FilesInUse readingLists(List<String> lists) {
        lists.forEach(list -> reading("a list that is read", file(list)));
        return this;
    }

    private static @Nullable Path file(String list) {
        try {
            return list.equals(Source.STANDARD_INPUT) ? null : Path.of(list);
        } catch (InvalidPathException refusedWhenItIsOpened) {
            return null;
        }
    }

    /** The rules folder; null for the bundled rules. */
    FilesInUse rules(@Nullable Path folder) {
        return reading("the rules folder in use", folder);
    }

    /**
     * Takes a file to write to.
     *
     * @param option the option that names it
     * @throws UsageException if it is in use, or has the name of a file that a run keeps beside its output
     */
    void writing(String option, @Nullable Path file) {
        if (file == null || OutputFile.isDevice(file)) {
            return;
        }
        Path target = target(file);
        if (WorkingFiles.isName(target)) {
            throw new UsageException(option + ": found " + SafeText.name(file)
                    + ", a name for what a run keeps beside its output, expected another name");
        }
        List<Path> written = new ArrayList<>(List.of(file));
        written.addAll(WorkingFiles.of(target).all());
        for (Used each : used) {
            for (Path path : written) {
                requireApart(option, path, each);
            }
        }
        written.forEach(path -> used.add(new Used("what " + option + " writes", path)));
    }

    private static void requireApart(String option, Path file, Used other) {
        if (isSame(file, other.path())) {
            throw refused(option, file, "is " + other.what() + named(file, other.path()));
        }
        if (!Files.isDirectory(other.path())) {
            return;
        }
        if (isWithin(file, other.path()) || isWithin(target(file), other.path())) {
            throw refused(option, file, "lies in " + SafeText.name(other.path()) + ", " + other.what());
        }
        Path same = sameWithin(file, other.path());
        if (same != null) {
            throw refused(option, file, "is " + SafeText.name(same) + " in " + other.what());
        }
    }

    private static UsageException refused(String option, Path file, String why) {
        return new UsageException(
                option + ": found " + SafeText.name(file) + ", which " + why + ", expected a file of its own");
    }

    private static String named(Path file, Path other) {
        return file.equals(other) ? "" : " (" + SafeText.name(other) + ")";
    }

    /** What a link leads to. */
    private static Path target(Path file) {
        try {
            return OutputFile.leadsTo(file);
        } catch (IOException circle) {
            // refused when it is opened
            return file;
        }
    }

    private static boolean isSame(Path file, Path other) {
        try {
            if (Files.exists(file) && Files.exists(other)) {
                return Files.isSameFile(file, other);
            }
            return place(target(file)).equals(place(target(other)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The same for all spellings of a file that need not be there: some file systems do not tell letter case apart. */
    private static Path place(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        String name = Normalizer.normalize(String.valueOf(absolute.getFileName()), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        return folder == null || Files.notExists(folder)
                ? absolute
                : folder.toRealPath().resolve(name);
    }

    private static boolean isWithin(Path file, Path folder) {
        try {
            Path at = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
            at = Files.exists(at) ? at.toRealPath() : at;
            for (Path each = at; each != null; each = each.getParent()) {
                if (Files.exists(each) && Files.isSameFile(each, folder)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The file of a folder that is the same, by a link from the one or the other; null if there is none. */
    private static @Nullable Path sameWithin(Path file, Path folder) {
        if (Files.notExists(file)) {
            return null;
        }
        try (Stream<Path> files = Files.walk(folder).limit(MOST_IN_A_FOLDER)) {
            return files.filter(each -> Files.isRegularFile(each) && isSame(file, each))
                    .findFirst()
                    .orElse(null);
        } catch (IOException | UncheckedIOException unreadable) {
            return null;
        }
    }
}
