package org.migrationadvisor.workbench;

import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.RuleLayout;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/**
 * The rule files of a folder, laid out in the house style.
 *
 * @param changed the files that are laid out otherwise now, by path
 * @param files how many rule files there are
 * @param problems the syntax errors of the files that are left alone
 */
public record RulesLayout(List<LaidOut> changed, int files, List<Problem> problems) {

    /**
     * A file with its new text.
     *
     * @param name the path relative to the rules folder
     */
    public record LaidOut(String name, String text) {}

    public RulesLayout {
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
    }

    /** Lays out all rule files of a folder; nothing is written. */
    public static RulesLayout of(RulesFolder folder) {
        Problems problems = new Problems();
        List<LaidOut> changed = new ArrayList<>();
        List<SourceFile> files = folder.filesEnding(".drl");
        for (SourceFile file : files) {
            String text = RuleLayout.of(file, problems);
            if (text != null && !text.equals(file.text())) {
                changed.add(new LaidOut(file.name(), text));
            }
        }
        return new RulesLayout(changed, files.size(), problems.sorted());
    }
}
