package org.migrationadvisor.cli;

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
        return MigrationAdvisor.load(read());
    }

    /** The files of the rules. */
    RulesFolder read() {
        return folder == null ? RulesFolder.bundled() : RulesDir.read(folder);
    }
}
