package org.migrationadvisor.rulebook;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.analysis.RuleReview;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Problems;

/** A rules folder looked at as a whole: what keeps it from loading, and what is probably not meant so. */
public final class RulebookReview {
    private final Loader loader;
    private final boolean loads;
    private @Nullable Rulebook rulebook;

    private RulebookReview(Loader loader, boolean loads) {
        this.loader = loader;
        this.loads = loads;
    }

    /**
     * Looks at all files of a folder but the cases.
     *
     * @param problems takes what is found; it must be empty
     */
    public static RulebookReview of(RulesFolder folder, Problems problems) {
        Objects.requireNonNull(folder, "folder");
        Loader loader = Loader.read(folder, problems);
        boolean loads = !problems.hasErrors();
        RuleReview.run(loader.rules(), loader.policy().values(), problems);
        if (loads) {
            new UseReview(loader, problems).run();
        }
        return new RulebookReview(loader, loads);
    }

    /** Whether the folder can be used. */
    public boolean loads() {
        return loads;
    }

    /**
     * The rules, ready to run.
     *
     * @throws IllegalStateException if the folder does not load
     */
    public Rulebook rulebook() {
        if (!loads) {
            throw new IllegalStateException("the folder does not load");
        }
        if (rulebook == null) {
            rulebook = new Rulebook(loader, loader.folder().fingerprint());
        }
        return rulebook;
    }

    /** The rules that have no error, by file and line; unmodifiable. */
    public List<RuleDefinition> rules() {
        return List.copyOf(loader.rules());
    }

    /** The codes of the recommendation catalogue; unmodifiable. */
    public Set<String> codes() {
        return Set.copyOf(loader.codes().keySet());
    }

    /** The names of the values of the policy; unmodifiable. */
    public Set<String> policyNames() {
        return Set.copyOf(loader.policy().values().keySet());
    }
}
