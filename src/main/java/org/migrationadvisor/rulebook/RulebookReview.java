package org.migrationadvisor.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.analysis.RuleReview;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Problems;

/** A rules folder looked at as a whole: what keeps it from loading, and what is probably not meant so. */
public final class RulebookReview {
    private static final Comparator<RuleDefinition> BY_PLACE =
            Comparator.comparing((RuleDefinition rule) -> rule.file().name()).thenComparingInt(RuleDefinition::line);

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
        List<RuleDefinition> rules = new ArrayList<>(loader.rules());
        rules.addAll(loader.definitions().rules());
        rules.sort(BY_PLACE);
        RuleReview.run(rules, loader.policy().values(), loader.catalog(), today, problems);
        if (loads) {
            new UseReview(loader, problems).run();
            ColumnReview.run(loader, problems);
        }
        return new RulebookReview(loader, loads);
    }

    /** Whether the folder can be used. */
    public boolean loads() {
        return loads;
    }

    /** The fields that lists can carry, as far as own columns could be read. */
    public FactTable fields() {
        return loader.columns().table();
    }

    /** The rules that have no error, those that recommend first, each by file and line; unmodifiable. */
    public List<RuleDefinition> rules() {
        return Stream.concat(loader.rules().stream(), loader.definitions().rules().stream())
                .toList();
    }
}
