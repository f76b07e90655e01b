package org.migrationadvisor.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import picocli.CommandLine.Option;

/** Which rules to use. */
class RulesOption {

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules folder; " + ChosenRules.ORDER)
    private @Nullable Path rules;

    /** The folder that the caller named; null if there is none. */
    @Nullable
    Path named() {
        return rules;
    }

    /** The folder of the rules; null for the bundled ones. */
    final @Nullable Path path(Advisor advisor) {
        return chosen(advisor).folder();
    }

    final ChosenRules chosen(Advisor advisor) {
        return ChosenRules.of(named(), advisor.surroundings());
    }

    /** The rules, loaded even if they are not finished; says which ones they are. */
    final Rulebook load(Advisor advisor) {
        return Rulebook.load(read(advisor));
    }

    /** The files of the rules; says which ones they are. */
    final RulesFolder read(Advisor advisor) {
        return chosen(advisor).read(advisor.err(), "Rules");
    }
}
