package org.migrationadvisor.rulebook.folder;

import java.util.function.Predicate;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/** Finds the places in a rules folder that a scaffold or an analyst left open. */
public final class UnfinishedPlaces {
    /** Stands where a person has to write. */
    public static final String MARK = "???";

    private static final String COMMENT = "\\s*(//|#).*";

    private UnfinishedPlaces() {}

    /** Tells of each line that holds a mark, as a warning. */
    public static void tell(RulesFolder folder, Problems problems) {
        for (SourceFile file : folder.filesEnding("")) {
            each(file, line -> true, Problem.Level.WARNING, problems);
        }
    }

    /** Tells, as an error, of each line that holds a mark and can change advice: a comment or a case cannot. */
    public static void refuse(RulesFolder folder, Problems problems) {
        for (SourceFile file : folder.filesEnding("")) {
            if (RulesFolder.changesAdvice(file.name())) {
                each(file, line -> !line.matches(COMMENT), Problem.Level.ERROR, problems);
            }
        }
    }

    private static void each(SourceFile file, Predicate<String> lines, Problem.Level level, Problems problems) {
        int from = file.text().indexOf(MARK);
        while (from >= 0) {
            int line = file.line(from);
            String text = file.lineText(line);
            if (lines.test(text)) {
                problems.add(
                        level,
                        ProblemKind.TO_FILL_IN,
                        file,
                        new Span(from, from + MARK.length()),
                        "found ???, which is left to fill in",
                        "write what the words beside it ask for, and remove the ???");
            }
            from = file.text().indexOf(MARK, Math.max(file.lineStart(line) + text.length(), from + 1));
        }
    }
}
