package org.migrationadvisor.rulebook.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;

/**
 * What lies in a rules folder, found without opening any of it. A rules folder holds regular files and folders. A link
 * to one of them is taken for what it leads to, as long as that lies in the same folder (Kubernetes mounts each file
 * behind such links). Links that lead out of the folder, pipes, devices and sockets are refused. Names that start with a
 * dot are left out, with all that is in them. The folder itself may be a link.
 */
final class FolderWalk {
    private static final int MOST_ENTRIES = 20_000;
    private static final int DEEPEST_FOLDER = 16;

    /**
     * Something in the folder that is no folder itself.
     *
     * @param path where it really is
     * @param size its size in bytes
     * @param time when it was changed last
     * @param key tells it from another file of the same name; null where the system has none
     * @param refused why it is not read; null for a regular file
     */
    record Found(
            Path path,
            long size,
            FileTime time,
            @Nullable Object key,
            @Nullable IOException refused) {}

    private final Path root;
    private final SortedMap<String, Found> found = new TreeMap<>();
    private int entries;

    private FolderWalk(Path root) {
        this.root = root;
    }

    /**
     * What is in a folder and the folders in it, by path with {@code /}.
     *
     * @throws IOException if a folder cannot be read, if it holds more than 20,000 entries, or folders more than 16 deep
     */
    static SortedMap<String, Found> of(Path folder) throws IOException {
        FolderWalk walk = new FolderWalk(folder.toRealPath());
        walk.folder(walk.root, "", 0);
        return walk.found;
    }

    private void folder(Path folder, String name, int depth) throws IOException {
        if (depth > DEEPEST_FOLDER) {
            throw new IOException("found folders more than " + DEEPEST_FOLDER + " deep in each other in "
                    + SafeText.name(name.substring(0, name.indexOf('/'))) + ", expected a folder of rules");
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String own = String.valueOf(child.getFileName());
                if (own.startsWith(".")) {
                    continue;
                }
                if (++entries > MOST_ENTRIES) {
                    throw new IOException(
                            "found more than " + MOST_ENTRIES + " files and folders, expected a folder of rules");
                }
                entry(child, folder, name.isEmpty() ? own : name + "/" + own, depth);
            }
        } catch (DirectoryIteratorException unreadable) {
            throw inOurWords(name.isEmpty() ? "." : name, Objects.requireNonNull(unreadable.getCause(), "cause"));
        } catch (FileSystemException unreadable) {
            throw inOurWords(name.isEmpty() ? "." : name, unreadable);
        }
    }

    private void entry(Path child, Path folder, String name, int depth) throws IOException {
        BasicFileAttributes attributes;
        Path path = child;
        try {
            attributes = attributes(child);
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
        // names stand in messages and in advice
        String reason = name.chars().anyMatch(c -> SafeText.isHidden((char) c))
                ? "found a name with characters that cannot be seen, expected letters, digits and signs"
                : null;
        if (attributes.isSymbolicLink()) {
            try {
                path = child.toRealPath();
                attributes = attributes(path);
            } catch (IOException leadsNowhere) {
                add(name, child, attributes, inOurWords(name, leadsNowhere));
                return;
            }
            if (!path.startsWith(root)) {
                reason = "found a link that leads out of the rules folder, expected the file itself";
            } else if (attributes.isDirectory() && folder.startsWith(path)) {
                reason = "found a link to a folder that it lies in, expected a file or folder of the rules";
            }
        }
        if (reason == null && attributes.isDirectory()) {
            folder(path, name, depth + 1);
            return;
        }
        if (reason == null && !attributes.isRegularFile()) {
            reason = "found a pipe, a device or a socket, expected a regular file";
        }
        add(name, path, attributes, reason == null ? null : new IOException(SafeText.name(name) + ": " + reason));
    }

    private void add(String name, Path path, BasicFileAttributes attributes, @Nullable IOException refused) {
        found.put(
                name, new Found(path, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), refused));
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** The system says little more than the path, and a link without its end would leave rules out. */
    static IOException inOurWords(String name, IOException unreadable) {
        String reason = unreadable instanceof AccessDeniedException
                ? "found no permission to read it"
                : unreadable instanceof NoSuchFileException
                        ? "found nothing behind this name, as when a link leads nowhere"
                        : "found that it cannot be read ("
                                + (unreadable instanceof FileSystemException named
                                        ? named.getReason()
                                        : unreadable.getMessage())
                                + ")";
        return new IOException(
                SafeText.name(name) + ": " + reason + ", expected a file or folder of the rules", unreadable);
    }
}
