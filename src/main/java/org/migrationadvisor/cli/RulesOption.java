package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.rulebook.RulesFolder;
import picocli.CommandLine.Option;

/** Which rules to use. */
final class RulesOption {

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules folder to use instead of the bundled rules.")
    private @Nullable Path folder;

    /** The advisor with these rules. */
    MigrationAdvisor load() {
        return MigrationAdvisor.load(folder());
    }

    /** The folder of these rules. */
    RulesFolder folder() {
        if (folder == null) {
            return RulesFolder.bundled();
        }
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
