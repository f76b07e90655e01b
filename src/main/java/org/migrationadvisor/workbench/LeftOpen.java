package org.migrationadvisor.workbench;

import org.migrationadvisor.rulebook.RulesFolder;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/** Finds the places that a scaffold left open. */
final class LeftOpen {
    /** Stands where a person has to write. */
    static final String MARK = "???";

    private LeftOpen() {}

    /** Tells of each line that holds a mark. */
    static void tell(RulesFolder folder, Problems problems) {
        for (SourceFile file : folder.filesEnding("")) {
            int from = file.text().indexOf(MARK);
            while (from >= 0) {
                int line = file.line(from);
                problems.warning(
                        ProblemKind.TO_FILL_IN,
                        file,
                        new Span(from, from + MARK.length()),
                        "found ???, which is left to fill in",
                        "write what the words beside it ask for, and remove the ???");
                int next = file.lineStart(line) + file.lineText(line).length();
                from = file.text().indexOf(MARK, Math.max(next, from + 1));
            }
        }
    }
}
