package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new file is like that this user creates in a folder; null where its file system knows no such thing. */
record NewFile(@Nullable UserPrincipal owner, @Nullable Set<PosixFilePermission> permissions) {

    /**
     * Tries it out.
     *
     * @param file the file to create for that; removed again
     */
    static NewFile at(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        try {
            PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            return new NewFile(
                    owner(file), posix == null ? null : posix.readAttributes().permissions());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static @Nullable UserPrincipal owner(Path file) throws IOException {
        FileOwnerAttributeView view =
                Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? null : view.getOwner();
    }

    /**
     * Makes sure that a file which is there can only be an earlier run's: a regular file of this user with no other name.
     *
     * @return what tells it from every other file
     * @throws UsageException if it is anything else
     */
    @Nullable
    Object requireOwn(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw foreign(file, attributes.isSymbolicLink() ? "a link" : "no regular file");
        }
        UserPrincipal found = owner(file);
        if (!Objects.equals(owner, found)) {
            throw foreign(file, "a file of the user " + found);
        }
        boolean counted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (counted && !Objects.equals(Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS), 1)) {
            throw foreign(file, "a file with another name (a hard link)");
        }
        return attributes.fileKey();
    }

    private static UsageException foreign(Path file, String found) {
        return new UsageException(file + ": found " + found + ", expected no file, or what a run of yours has left"
                + "\nMaybe remove it, or name another output");
    }
}
