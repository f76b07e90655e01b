package org.migrationadvisor.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Which rules a verb works on whose only argument is their folder. */
final class RulesDir extends RulesOption {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Rules folder, the same as with --rules.")
    private @Nullable Path folder;

    @Override
    @Nullable
    Path named() {
        Path option = super.named();
        if (folder != null && option != null) {
            throw new UsageException("--rules: found a second rules folder beside it, expected one");
        }
        return folder == null ? option : folder;
    }
}
