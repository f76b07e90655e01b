package org.migrationadvisor.rulebook.loading;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.CatalogException;
import org.migrationadvisor.catalog.CatalogFile;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/** Reads the tables of products that stand in a rules folder. */
public final class CatalogFiles {
    public static final String OFFERS = "offers.csv";

    public static final String PLANS = "service-plans.csv";
    public static final String FAMILIES = "workload-families.csv";
    /** The value of the policy that says which plan lists are too short to be relied on. */
    public static final String SHORT_LIST_PERCENT = "shortPlanListPercent";

    private CatalogFiles() {}

    /** The catalog; null if a table has a problem, which has then been told. */
    public static @Nullable Catalog read(
            RulesFolder folder, SourceFile offers, Map<String, Object> policy, Problems problems) {
        int percent = policy.get(SHORT_LIST_PERCENT) instanceof Integer number ? number : 0;
        try {
            return Catalog.read(
                    catalogFile(offers), optional(folder.file(PLANS)), optional(folder.file(FAMILIES)), percent);
        } catch (CatalogException broken) {
            for (CatalogException.Problem problem : broken.problems()) {
                SourceFile file = Objects.requireNonNull(folder.file(problem.file()));
                int last = file.line(file.text().length());
                int start = file.lineStart((int) Math.min(problem.line(), last));
                Span span = new Span(start, start + 1);
                problems.error(ProblemKind.OFFERS_TABLE, file, span, problem.column() + ": " + problem.reason());
            }
            return null;
        }
    }

    private static @Nullable CatalogFile optional(@Nullable SourceFile file) {
        return file == null ? null : catalogFile(file);
    }

    private static CatalogFile catalogFile(SourceFile file) {
        return new CatalogFile(file.name(), file.text());
    }
}
