package org.migrationadvisor.workbench.gaps;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;

/** Writes a search for gaps for a person: the gaps, each with its witness, then how far the search went. */
public final class GapText {
    private static final int INDENT = 3;
    private static final int NAME_COLUMNS = 11;

    private final TerminalText text;

    /** @param text takes the lines */
    public GapText(TerminalText text) {
        this.text = text;
    }

    /** Writes a report. */
    public void write(GapReport report) {
        gaps(report);
        int found = report.gaps().size();
        text.line(0, (found == 0 ? "No gaps found" : Counted.of(found, "gap") + " found") + ".", Ink.STRONG);
        text.blank();
        search(report);
    }

    /** Writes the gaps alone, an empty line behind each. */
    public void gaps(GapReport report) {
        for (int i = 0; i < report.gaps().size(); i++) {
            gap(i + 1, report.gaps().get(i));
        }
    }

    private void gap(int number, Gap gap) {
        text.line(
                0,
                number + ". " + gap.file() + ":" + gap.line() + ": "
                        + gap.kind().code(),
                Ink.STRONG);
        text.line(INDENT, gap.message(), Ink.PLAIN);
        Witness witness = gap.witness();
        if (witness != null) {
            row("witness", witness(witness));
            row("told", told(witness.advice()));
        }
        if (gap.inputs() > 0) {
            row("found for", Counted.of(gap.inputs(), "customer") + " of those tried");
        }
        text.blank();
    }

    private void row(String name, String words) {
        text.row(INDENT, new Cell(name, Ink.DIM, NAME_COLUMNS), new Cell(words, Ink.PLAIN, 0));
    }

    private static String witness(Witness witness) {
        return witness.differences().isEmpty()
                ? "any plain customer"
                : "a plain customer, but for "
                        + witness.differences().entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static String told(List<Recommendation> advice) {
        return advice.isEmpty()
                ? "nothing"
                : advice.stream()
                        .map(each -> each.code() + " (" + each.ruleId() + ")")
                        .collect(Collectors.joining(", "));
    }

    private void search(GapReport report) {
        String whole = Counted.number(report.whole());
        line("Tried " + Counted.of(report.inputs(), "customer") + " as of " + report.asOf() + " in "
                + Counted.of(report.parts().size(), "part") + " of the decision space, and "
                + (report.wholeIsFull()
                        ? "all " + whole + " of the whole"
                        : whole + " drawn from the whole, with seed " + Subspace.SEED + ",")
                + " besides.");
        line("The rules read " + Counted.of(report.facts().size(), "fact") + ": " + String.join(", ", report.facts())
                + ".");
        line(String.format(
                Locale.ROOT,
                "With unknown, every listed value and both sides of every boundary these make %,d combinations.",
                report.combinations()));
        cover(report);
        if (!report.unsearched().isEmpty()) {
            line("Not searched: the fields " + String.join(", ", report.unsearched()) + ".");
        }
        if (report.declarations() == 0) {
            line("Nothing is declared in contradictions.yaml, so only rules without effect were looked for.");
        }
    }

    private void cover(GapReport report) {
        List<GapReport.Part> partial = report.parts().stream()
                .filter(part -> !part.cover().equals("full"))
                .toList();
        if (report.complete()) {
            line("All are covered: each question was put to every combination that the rules it depends on can tell"
                    + " apart.");
            return;
        }
        if (partial.isEmpty()) {
            return;
        }
        line("In " + (report.parts().size() - partial.size())
                + " parts every combination was tried that the rules can tell apart; not in these:");
        partial.forEach(part -> text.line(INDENT, part.cover() + ": " + String.join(", ", part.facts()), Ink.PLAIN));
    }

    private void line(String words) {
        text.line(0, words, Ink.PLAIN);
    }
}
