package org.migrationadvisor.workbench.cases;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;
import org.migrationadvisor.workbench.explain.AccountText;
import org.migrationadvisor.workbench.explain.RuleAccount;

/** Writes how cases went for a person in a terminal. */
public final class TestText {
    private static final int INDENT = 2;

    private final TerminalText text;

    public TestText(TerminalText text) {
        this.text = text;
    }

    /** A line for each file, and below it the cases that failed. */
    public void files(TestRun run) {
        Map<String, List<CaseResult>> files = run.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.ruleCase().file(), LinkedHashMap::new, Collectors.toList()));
        int longest = files.keySet().stream().mapToInt(String::length).max().orElse(0);
        boolean failedBefore = false;
        for (Map.Entry<String, List<CaseResult>> file : files.entrySet()) {
            if (failedBefore) {
                text.blank();
            }
            failedBefore = file(file.getKey(), file.getValue(), longest + INDENT);
        }
        if (run.results().isEmpty()) {
            finding("found no case to run, expected at least one");
        }
        if (failedBefore && !run.withoutCases().isEmpty()) {
            text.blank();
        }
        run.withoutCases()
                .forEach(file -> finding(file + ": found no case beside it, expected some in "
                        + file.replaceFirst("drl$", "cases.yaml")));
    }

    private boolean file(String name, List<CaseResult> results, int room) {
        List<CaseResult> failed =
                results.stream().filter(result -> !result.passed()).toList();
        String counts = Counted.of(results.size(), "case") + (failed.isEmpty() ? "" : ", " + failed.size() + " failed");
        text.row(
                0,
                mark(failed.isEmpty()),
                new Cell(name, Ink.PLAIN, room),
                new Cell(counts, failed.isEmpty() ? Ink.DIM : Ink.RED, 0));
        failed.forEach(result -> {
            text.blank();
            failure(result);
        });
        return !failed.isEmpty();
    }

    private void finding(String what) {
        text.row(0, mark(false), new Cell(what, Ink.PLAIN, 0));
    }

    private static Cell mark(boolean good) {
        return good ? new Cell("✓", Ink.GREEN, INDENT) : new Cell("✗", Ink.RED, INDENT);
    }

    /** A case that failed: what it expected and found, and why the rules behind it fired or did not. */
    public void failure(CaseResult result) {
        Set<String> told = new HashSet<>();
        text.row(INDENT, mark(false), new Cell(result.ruleCase().name(), Ink.STRONG, 0));
        for (Difference difference : result.differences()) {
            text.line(
                    INDENT * 2,
                    result.ruleCase().file() + ":" + difference.line() + ": " + difference.about(),
                    Ink.DIM);
            text.row(INDENT * 3, new Cell("expected", Ink.DIM, 10), new Cell(difference.expected(), Ink.PLAIN, 0));
            text.row(INDENT * 3, new Cell("found", Ink.DIM, 10), new Cell(difference.found(), Ink.PLAIN, 0));
            for (RuleAccount account : difference.accounts()) {
                if (told.add(account.rule().id() + account.subscriptionId())) {
                    text.line(INDENT * 3, verdict(account), account.fired() ? Ink.YELLOW : Ink.RED);
                    AccountText.write(text, INDENT * 4, account);
                }
            }
        }
    }

    private static String verdict(RuleAccount account) {
        String about = account.subscriptionId() == null ? "" : " for " + account.subscriptionId();
        return (account.fired() ? "fired" : "did not fire") + about + ":";
    }

    /** What the cases reach of each rule, and what they do not. */
    public void coverage(Coverage coverage) {
        text.blank();
        for (Coverage.OfRule rule : coverage.rules()) {
            long covered = rule.conditions().stream()
                    .filter(Coverage.OfCondition::covered)
                    .count();
            boolean all = rule.firedIn() > 0 && covered == rule.conditions().size();
            text.row(
                    0,
                    mark(all),
                    new Cell(rule.id(), Ink.STRONG, 10),
                    new Cell(covered + " of " + Counted.of(rule.conditions().size(), "condition"), Ink.PLAIN, 20),
                    new Cell("fires in " + Counted.of(rule.firedIn(), "case"), Ink.PLAIN, 20),
                    new Cell(rule.file() + ":" + rule.line(), Ink.DIM, 0));
            rule.conditions().stream()
                    .filter(condition -> !condition.covered())
                    .forEach(condition -> text.line(
                            INDENT * 2,
                            rule.file() + ":" + condition.line() + ":" + condition.column() + ": no case in which "
                                    + missing(condition),
                            Ink.YELLOW));
        }
        text.blank();
        text.line(
                0,
                String.format(
                        Locale.ROOT,
                        "%d of %s covered, %.1f %%.",
                        coverage.covered(),
                        Counted.of(coverage.conditions(), "condition"),
                        coverage.percent()),
                Ink.STRONG);
    }

    private static String missing(Coverage.OfCondition condition) {
        String shown = "`" + condition.text() + "`";
        if (condition.held()) {
            return shown + " is the first to fail";
        }
        return condition.failedFirst()
                ? shown + " holds with everything before it"
                : shown + " is reached, to hold or to fail";
    }

    /** One line that sums up. */
    public void summary(TestRun run) {
        text.line(0, summarized(run), run.failed().isEmpty() && !run.isEmptySomewhere() ? Ink.GREEN : Ink.RED);
    }

    /** The same as a text. */
    public static String summarized(TestRun run) {
        int failed = run.failed().size();
        long files = run.results().stream()
                .map(result -> result.ruleCase().file())
                .distinct()
                .count();
        String cases = Counted.of(run.results().size(), "case") + " in " + Counted.of(files, "file") + ": ";
        String empty = run.withoutCases().isEmpty()
                ? ""
                : ", " + Counted.of(run.withoutCases().size(), "rule file") + " without cases";
        return cases + (run.results().size() - failed) + " passed, " + failed + " failed" + empty + ".";
    }
}
