package org.migrationadvisor.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for files that nobody else may read, gone when it is closed or the program ends. */
final class TemporaryFolder implements AutoCloseable {
    private final Path folder;
    private final Thread atTheEnd = new Thread(this::deleteAll);
    private int files;

    TemporaryFolder() {
        try {
            folder = Files.createTempDirectory(
                    "advisor-" + ProcessHandle.current().pid() + "-");
        } catch (IOException cannotWrite) {
            throw unusable(cannotWrite);
        }
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    Path newFile() {
        return folder.resolve(Integer.toString(files++));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cannotDelete) {
            throw unusable(cannotDelete);
        }
    }

    static ListException unusable(IOException cause) {
        return new ListException(
                System.getProperty("java.io.tmpdir") + ": found that temporary files cannot be kept there ("
                        + cause.getMessage() + "), expected about 200 bytes of room for each row of the lists"
                        + "\nMaybe make room, or name another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
                cause);
    }

    @Override
    public void close() {
        deleteAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // the hook is running or has run, which is as well
            return;
        }
    }

    private void deleteAll() {
        try (Stream<Path> left = Files.list(folder)) {
            left.forEach(TemporaryFolder::delete);
            Files.deleteIfExists(folder);
        } catch (IOException goneAlready) {
            // another call has deleted it
            return;
        }
    }
}
