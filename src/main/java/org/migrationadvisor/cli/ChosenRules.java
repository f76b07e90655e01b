package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.text.SafeText;

/**
 * The rules that a run uses: those that the caller names, else those of {@code ADVISOR_RULES}, else {@code ./rules} where
 * that is a rules folder, else the bundled ones.
 *
 * @param folder their folder; null for the bundled rules
 * @param named how they came to be chosen, as it is said behind their name; empty if the caller named them
 */
record ChosenRules(@Nullable Path folder, String named) {
    static final String VARIABLE = "ADVISOR_RULES";
    static final String ORDER =
            "default: that of ADVISOR_RULES, else ./rules where it is a rules folder, else the" + " bundled rules.";

    private static final int SHOWN_OF_FINGERPRINT = 12;
    private static final List<String> MARKS = List.of("policy.yaml", "recommendations.yaml");

    static ChosenRules of(@Nullable Path asked, Surroundings surroundings) {
        if (asked != null) {
            return new ChosenRules(asked, "");
        }
        String variable = surroundings.variable(VARIABLE);
        if (!variable.isEmpty()) {
            return new ChosenRules(path(variable), " (" + VARIABLE + ")");
        }
        Path beside = surroundings.folder().resolve("rules");
        return MARKS.stream().anyMatch(mark -> Files.isRegularFile(beside.resolve(mark)))
                ? new ChosenRules(beside, "")
                : new ChosenRules(null, "");
    }

    private static Path path(String variable) {
        try {
            return Path.of(variable);
        } catch (InvalidPathException noPath) {
            throw new UsageException(VARIABLE + ": found " + SafeText.quoted(variable) + ", expected a rules folder");
        }
    }

    /** Their name, as messages give it. */
    String name() {
        return folder == null ? "the bundled rules" : SafeText.name(folder);
    }

    /** What stands before each of their files in findings; empty for the bundled rules. */
    String prefix() {
        return folder == null ? "" : SafeText.name(folder.toString().replace('\\', '/'));
    }

    /**
     * The files of the rules.
     *
     * @throws UsageException if there is no such folder or it cannot be read
     */
    RulesFolder read() {
        return folder == null ? RulesFolder.bundled() : read(folder, named);
    }

    /** As {@link #read()}, and says which rules they are. */
    RulesFolder read(PrintStream err, String what) {
        RulesFolder read = read();
        err.println(what + ": " + name() + named + ", fingerprint "
                + read.fingerprint().substring(0, SHOWN_OF_FINGERPRINT));
        return read;
    }

    /**
     * Reads a folder.
     *
     * @throws UsageException if there is no such folder or it cannot be read
     */
    static RulesFolder read(Path folder) {
        return read(folder, "");
    }

    private static RulesFolder read(Path folder, String named) {
        String name = SafeText.name(folder) + named;
        if (!Files.isDirectory(folder)) {
            throw new UsageException(name + ": found "
                    + (Files.exists(folder) ? "a file" : "no such folder")
                    + ", expected a folder with rules (policy.yaml, recommendations.yaml, messages/en.yaml, *.drl)");
        }
        try {
            return RulesFolder.read(folder);
        } catch (IOException unreadable) {
            throw new UsageException(name + ": the rules cannot be read: " + unreadable.getMessage());
        }
    }
}
