package org.migrationadvisor.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.RulesFolder;
import picocli.CommandLine.Option;

/** Which rules to use. */
final class RulesOption {

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules folder to use instead of the bundled rules.")
    private @Nullable Path folder;

    /** The folder; null for the bundled rules. */
    @Nullable
    Path path() {
        return folder;
    }

    /** The rules, loaded, even if they are not finished. */
    Rulebook load() {
        return Rulebook.load(read());
    }

    /** The rules, loaded to advise with them. */
    Rulebook loadFinished() {
        return Rulebook.loadFinished(read());
    }

    /** The files of the rules. */
    RulesFolder read() {
        return folder == null ? RulesFolder.bundled() : RulesDir.read(folder);
    }
}
