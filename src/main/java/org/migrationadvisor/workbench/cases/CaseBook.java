package org.migrationadvisor.workbench.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/**
 * The cases of a rules folder.
 *
 * @param cases the cases by file and line
 * @param withoutCases the rule files that have no case beside them, by name
 */
public record CaseBook(List<RuleCase> cases, List<String> withoutCases) {
    private static final String CASES = ".cases.yaml";
    private static final String RULES = ".drl";

    public CaseBook {
        cases = List.copyOf(cases);
        withoutCases = List.copyOf(withoutCases);
    }

    /**
     * Reads all cases of a folder.
     *
     * @throws RulebookException with every problem found, if the rules or the cases do not load
     */
    public static CaseBook read(RulesFolder folder) {
        Objects.requireNonNull(folder, "folder");
        return read(new RulebookByPolicy(folder));
    }

    static CaseBook read(RulebookByPolicy rulebooks) {
        RulesFolder folder = rulebooks.folder();
        Problems problems = new Problems();
        CaseWords words = new CaseWords(rulebooks);
        List<RuleCase> cases = new ArrayList<>();
        for (SourceFile file : folder.filesEnding(CASES)) {
            cases.addAll(CaseFile.read(file, words, problems));
        }
        RulebookException.throwIfErrors(problems);
        List<String> withoutCases = folder.filesEnding(RULES).stream()
                .map(SourceFile::name)
                .filter(file -> cases.stream()
                        .noneMatch(ruleCase -> ruleFile(ruleCase.file()).equals(file)))
                .toList();
        return new CaseBook(cases, withoutCases);
    }

    /** The cases of which file or name contains a text, in any letter case. */
    public CaseBook matching(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<RuleCase> matching = cases.stream()
                .filter(ruleCase -> (ruleCase.file() + " " + ruleCase.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        return new CaseBook(matching, List.of());
    }

    /** The rule file that a file of cases stands beside. */
    public static String ruleFile(String caseFile) {
        return caseFile.substring(0, caseFile.length() - CASES.length()) + RULES;
    }
}
