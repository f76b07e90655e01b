package org.migrationadvisor.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.migrationadvisor.rulebook.analysis.RuleReview;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Problems;

/** A rules folder looked at as a whole: what keeps it from loading, and what is probably not meant so. */
public final class RulebookReview {
    private final Loader loader;
    private final boolean loads;

    private RulebookReview(Loader loader, boolean loads) {
        this.loader = loader;
        this.loads = loads;
    }

    /**
     * Looks at all files of a folder but the cases.
     *
     * @param today the day from which on rules must be able to hold
     * @param problems takes what is found; it must be empty
     */
    public static RulebookReview of(RulesFolder folder, LocalDate today, Problems problems) {
        Objects.requireNonNull(folder, "folder");
        Loader loader = Loader.read(folder, problems);
        boolean loads = !problems.hasErrors();
        RuleReview.run(loader.rules(), loader.policy().values(), loader.catalog(), today, problems);
        if (loads) {
            new UseReview(loader, problems).run();
        }
        return new RulebookReview(loader, loads);
    }

    /** Whether the folder can be used. */
    public boolean loads() {
        return loads;
    }

    /** The rules that have no error, by file and line; unmodifiable. */
    public List<RuleDefinition> rules() {
        return List.copyOf(loader.rules());
    }
}
