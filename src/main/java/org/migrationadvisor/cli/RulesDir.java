package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.RulesFolder;
import picocli.CommandLine.Parameters;

/** The rules folder that a verb works on: the one named, else {@code rules} where there is one, else the bundled. */
final class RulesDir {
    private static final Path DEFAULT = Path.of("rules");

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Rules folder; default: ./rules if there is one, else the bundled rules.")
    private @Nullable Path named;

    /** The folder; null for the bundled rules. */
    @Nullable
    Path path() {
        if (named != null) {
            return named;
        }
        return Files.isDirectory(DEFAULT) ? DEFAULT : null;
    }

    /** The files of the folder. */
    RulesFolder read() {
        Path folder = path();
        return folder == null ? RulesFolder.bundled() : read(folder);
    }

    /**
     * Reads a folder.
     *
     * @throws UsageException if there is no such folder or it cannot be read
     */
    static RulesFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + ": found "
                    + (Files.exists(folder) ? "a file" : "no such folder")
                    + ", expected a folder with rules (policy.yaml, recommendations.yaml, messages/en.yaml, *.drl)");
        }
        try {
            return RulesFolder.read(folder);
        } catch (IOException unreadable) {
            throw new UsageException(folder + ": the rules cannot be read: " + unreadable.getMessage());
        }
    }
}
