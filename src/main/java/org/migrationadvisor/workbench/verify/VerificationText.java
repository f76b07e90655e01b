package org.migrationadvisor.workbench.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;
import org.migrationadvisor.workbench.cases.Coverage;
import org.migrationadvisor.workbench.cases.TestText;
import org.migrationadvisor.workbench.check.CheckResult;
import org.migrationadvisor.workbench.gaps.GapText;

/** Writes for a person how a rules folder stands: what was found, and below it a line for each part. */
public final class VerificationText {
    private static final int MARK_COLUMNS = 2;
    private static final int PART_COLUMNS = 10;

    private final Verification found;
    private final TerminalText text;
    private final List<String> failed = new ArrayList<>();

    private VerificationText(Verification found, TerminalText text) {
        this.found = found;
        this.text = text;
    }

    /** Writes all but the problems of the check, which have a form of their own and come before it. */
    public static void write(Verification found, TerminalText text) {
        new VerificationText(found, text).write();
    }

    private void write() {
        Verification.Tried tried = found.tried();
        if (tried != null) {
            details(tried);
        }
        part("check", found.check().problems().isEmpty(), check(found.check()));
        if (tried == null) {
            part("test", false, "not run: the rules or the cases do not load");
            part("coverage", false, "not measured");
            part("gaps", false, "not searched");
        } else {
            part("test", tried.casesPass(), TestText.summarized(tried.test()));
            part(
                    "coverage",
                    tried.isCovered(found.threshold()),
                    coverage(tried.test().coverage()));
            part("gaps", tried.gaps().gaps().isEmpty(), gaps(tried));
        }
        text.blank();
        boolean passed = failed.isEmpty();
        text.line(
                0,
                passed ? "Verified." : "Not verified: " + String.join(", ", failed) + ".",
                passed ? Ink.GREEN : Ink.RED);
    }

    private void details(Verification.Tried tried) {
        TestText cases = new TestText(text);
        if (!tried.casesPass()) {
            cases.files(tried.test());
            text.blank();
        }
        if (!tried.isCovered(found.threshold())) {
            cases.coverage(tried.test().coverage());
            text.blank();
        }
        if (!tried.gaps().gaps().isEmpty()) {
            new GapText(text).gaps(tried.gaps());
        }
    }

    private void part(String name, boolean good, String words) {
        if (!good) {
            failed.add(name);
        }
        text.row(
                0,
                new Cell(good ? "✓" : "✗", good ? Ink.GREEN : Ink.RED, MARK_COLUMNS),
                new Cell(name, Ink.STRONG, PART_COLUMNS),
                new Cell(words, Ink.PLAIN, 0));
    }

    private static String check(CheckResult check) {
        String files = Counted.of(check.files(), "file") + " with " + Counted.of(check.rules(), "rule");
        return check.problems().isEmpty()
                ? files + ", nothing wrong"
                : files + ", " + Counted.of(check.count(Problem.Level.ERROR), "error") + ", "
                        + Counted.of(check.count(Problem.Level.WARNING), "warning")
                        + (check.leftOut() == 0 ? "" : ", " + Counted.of(check.leftOut(), "more problem"));
    }

    private String coverage(Coverage coverage) {
        return String.format(
                Locale.ROOT,
                "%s of %s shown from both sides, %.1f %%; expected at least %.1f %%",
                Counted.number(coverage.covered()),
                Counted.of(coverage.conditions(), "condition"),
                coverage.percent(),
                found.threshold());
    }

    private static String gaps(Verification.Tried tried) {
        String tries = Counted.of(tried.gaps().inputs() + tried.gaps().whole(), "customer") + " tried as of "
                + tried.gaps().asOf() + ", ";
        return tried.gaps().gaps().isEmpty()
                ? tries + "no gap"
                : tries + Counted.of(tried.gaps().gaps().size(), "gap") + " ("
                        + tried.gaps().gaps().stream()
                                .map(gap -> gap.kind().code())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ")";
    }
}
