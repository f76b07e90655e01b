package org.migrationadvisor.rulebook.folder;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.loading.ContradictionsFile;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/** The text files of a rules folder, read once. */
public final class RulesFolder {
    private static final String BUNDLED = "/org/migrationadvisor/bundled/";
    private static final List<String> ENDINGS = List.of(".drl", ".yaml", ".csv");
    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    private static final int LARGEST_FOLDER = 8 * 1024 * 1024;
    private static final int MOST_FILES = 5_000;

    private final SortedMap<String, SourceFile> files;
    private final List<String> unread;
    private final String fingerprint;

    private RulesFolder(SortedMap<String, SourceFile> files, List<String> unread) {
        this.files = files;
        this.unread = unread;
        this.fingerprint = fingerprint(files);
    }

    /**
     * Reads a folder with all folders in it. What lies in it is checked before anything is opened, and no more is read
     * than was checked.
     *
     * @throws NoSuchFileException if there is no such folder
     * @throws NotDirectoryException if it is no folder
     * @throws IOException if something in it is no regular file, cannot be read, is larger than 4 MiB or is not UTF-8;
     *     if there are more than 5,000 files with rules or 8 MiB in all, or folders more than 16 deep in each other
     */
    public static RulesFolder read(Path folder) throws IOException {
        Objects.requireNonNull(folder, "folder");
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Contents contents = new Contents();
        List<String> unread = new ArrayList<>();
        SortedMap<String, FolderWalk.Found> found = FolderWalk.of(folder);
        for (FolderWalk.Found each : found.values()) {
            if (each.refused() != null) {
                throw each.refused();
            }
        }
        for (Map.Entry<String, FolderWalk.Found> each : found.entrySet()) {
            String name = each.getKey();
            Path path = each.getValue().path();
            if (isRuleFile(name)) {
                try (InputStream content = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                    contents.add(name, each.getValue().size(), content);
                } catch (FileSystemException unreadable) {
                    throw FolderWalk.inOurWords(name, unreadable);
                }
            } else {
                unread.add(name);
            }
        }
        return new RulesFolder(contents.files, unread);
    }

    /** The folder that is bundled with the program. */
    public static RulesFolder bundled() {
        try {
            URL policy =
                    Objects.requireNonNull(RulesFolder.class.getResource(BUNDLED + "policy.yaml"), "the bundled rules");
            if (!policy.getProtocol().equals("jar")) {
                return read(Path.of(new URI(policy.toString())).resolveSibling(""));
            }
            Contents contents = new Contents();
            JarFile jar = ((JarURLConnection) policy.openConnection()).getJarFile();
            String start = BUNDLED.substring(1);
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String path = entry.getName();
                if (path.startsWith(start) && isRuleFile(path)) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        contents.add(path.substring(start.length()), entry.getSize(), content);
                    }
                }
            }
            return new RulesFolder(contents.files, List.of());
        } catch (IOException | URISyntaxException damaged) {
            throw new IllegalStateException("the bundled rules cannot be read", damaged);
        }
    }

    /** Whether the folder is read with the file of this path. */
    static boolean isRuleFile(String name) {
        boolean hidden = name.startsWith(".") || name.contains("/.");
        return !hidden && ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** The files read so far, which may grow no larger than a folder of rules can be. */
    private static final class Contents {
        private final SortedMap<String, SourceFile> files = new TreeMap<>();
        private int left = LARGEST_FOLDER;

        /** @param size how large the file is said to be; it may have grown since */
        void add(String name, long size, InputStream content) throws IOException {
            if (files.size() == MOST_FILES) {
                throw new IOException("found more than " + MOST_FILES + " files, expected a folder of rules");
            }
            requireWithin(size, name);
            byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
            requireWithin(bytes.length, name);
            left -= bytes.length;
            files.put(name, new SourceFile(name, utf8(name, bytes)));
        }

        private void requireWithin(long size, String name) throws IOException {
            if (size > LARGEST_FILE) {
                throw new IOException(
                        name + ": found " + size + " bytes, expected a rules file of at most " + LARGEST_FILE);
            }
            if (size > left) {
                throw new IOException(name + ": found more than " + LARGEST_FOLDER
                        + " bytes in the files up to this one, expected at most so many in a folder of rules");
            }
        }
    }

    private static String utf8(String name, byte[] bytes) throws IOException {
        if (isUtf16(bytes)) {
            throw new IOException(
                    name + ": found a file in UTF-16, expected a text file in UTF-8\nMaybe it was saved as"
                            + " \"Unicode\": save it again as \"UTF-8\", in Excel as \"CSV UTF-8\"");
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(read).toString();
        } catch (CharacterCodingException notUtf8) {
            String before = new String(bytes, 0, read.position(), StandardCharsets.UTF_8);
            throw new IOException(
                    name + ":" + new SourceFile(name, before).line(before.length())
                            + ": found a byte that is not UTF-8, expected a text file in UTF-8"
                            + "\nMaybe it was saved as Windows-1252: save it again as UTF-8",
                    notUtf8);
        }
    }

    /** Whether the byte order mark says so, or the first character, of which one byte is none. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF) || (first == 0) != (second == 0);
    }

    /** SHA-256 over names and texts of all files that can change advice; line ends do not count. */
    private static String fingerprint(Map<String, SourceFile> files) {
        List<String> parts = new ArrayList<>();
        files.forEach((name, file) -> {
            if (changesAdvice(name)) {
                parts.add(name);
                parts.add(file.text().replace("\r\n", "\n"));
            }
        });
        return fingerprint(parts.toArray(new String[0]));
    }

    /** Whether the file of this path can change advice: cases and what the advice must never be cannot. */
    static boolean changesAdvice(String name) {
        return !name.endsWith(".cases.yaml") && !name.equals(ContradictionsFile.NAME);
    }

    /** Fingerprint of texts in their order: SHA-256 in lower-case hexadecimal digits. */
    public static String fingerprint(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update((text + '\0').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** This folder with a file added or replaced. */
    public RulesFolder with(String name, String text) {
        SortedMap<String, SourceFile> changed = new TreeMap<>(files);
        changed.put(name, new SourceFile(name, text));
        return new RulesFolder(changed, unread);
    }

    /** A file by its path in the folder; null if there is none. */
    public @Nullable SourceFile file(String name) {
        return files.get(name);
    }

    /** The files whose path ends so, by path. */
    public List<SourceFile> filesEnding(String ending) {
        return files.values().stream()
                .filter(file -> file.name().endsWith(ending))
                .toList();
    }

    /** The paths of the files whose endings no file of the rules has, in alphabetical order; hidden ones left out. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /** Fingerprint of everything that can change advice: SHA-256 in lower-case hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }
}
