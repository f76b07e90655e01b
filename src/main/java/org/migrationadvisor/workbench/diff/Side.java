package org.migrationadvisor.workbench.diff;

import java.time.LocalDate;
import java.util.Objects;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/**
 * One of the two things that are compared: rules on a day.
 *
 * @param name how the caller named the rules
 * @param folder the rules as they were read
 * @param rulebook the same, loaded
 * @param advisor the same, in the language of the comparison
 * @param asOf the day for which advice is to hold, UTC
 */
public record Side(String name, RulesFolder folder, Rulebook rulebook, MigrationAdvisor advisor, LocalDate asOf) {
    public Side {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(rulebook, "rulebook");
        Objects.requireNonNull(advisor, "advisor");
        Objects.requireNonNull(asOf, "asOf");
    }
}
