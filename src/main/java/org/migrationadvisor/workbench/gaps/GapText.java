package org.migrationadvisor.workbench.gaps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.report.Counted;

/** A search for gaps for a person: the gaps, each with its witness, then how far the search went. */
public final class GapText {

    private GapText() {}

    /** The text, with a line break at its end. */
    public static String of(GapReport report) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < report.gaps().size(); i++) {
            gap(i + 1, report.gaps().get(i), out);
        }
        int found = report.gaps().size();
        out.append(found == 0 ? "No gaps found" : Counted.of(found, "gap") + " found")
                .append(".\n\n");
        search(report, out);
        return out.toString();
    }

    private static void gap(int number, Gap gap, StringBuilder out) {
        out.append(number).append(". ").append(gap.file()).append(':').append(gap.line());
        out.append(": ")
                .append(gap.kind().code())
                .append(": ")
                .append(gap.message())
                .append('\n');
        Witness witness = gap.witness();
        if (witness != null) {
            line("witness", witness(witness), out);
            line("told", told(witness.advice()), out);
        }
        if (gap.inputs() > 0) {
            line("found for", Counted.of(gap.inputs(), "customer") + " of those tried", out);
        }
        out.append('\n');
    }

    private static void line(String name, String text, StringBuilder out) {
        out.append(String.format(Locale.ROOT, "   %-10s %s%n", name, text).replace("\r\n", "\n"));
    }

    private static String witness(Witness witness) {
        Map<String, String> differences = witness.differences();
        if (differences.isEmpty()) {
            return "any plain customer";
        }
        return "a plain customer, but for "
                + differences.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String told(List<Recommendation> advice) {
        if (advice.isEmpty()) {
            return "nothing";
        }
        return advice.stream()
                .map(each -> each.code() + " (" + each.ruleId() + ")")
                .collect(Collectors.joining(", "));
    }

    private static void search(GapReport report, StringBuilder out) {
        out.append("Tried ")
                .append(Counted.of(report.inputs(), "customer"))
                .append(" as of ")
                .append(report.asOf());
        out.append(" in ").append(Counted.of(report.parts().size(), "part")).append(" of the decision space, and ");
        out.append(report.wholeIsFull() ? "all " : "").append(String.format(Locale.ROOT, "%,d", report.whole()));
        out.append(report.wholeIsFull() ? " of the whole" : " drawn from the whole (seed " + Subspace.SEED + ")");
        out.append(" besides.\n");
        out.append("The rules read ")
                .append(Counted.of(report.facts().size(), "fact"))
                .append(": ");
        out.append(String.join(", ", report.facts())).append(".\n");
        out.append("With unknown, every listed value and both sides of every boundary these make ");
        out.append(String.format(Locale.ROOT, "%,d", report.combinations())).append(" combinations.\n");
        long full = report.parts().stream()
                .filter(part -> part.cover().equals("full"))
                .count();
        if (full == report.parts().size()) {
            out.append(
                    "All are covered: every question was put to each combination that the rules it depends on can tell"
                            + " apart.\n");
        } else {
            out.append("In ")
                    .append(full)
                    .append(" parts all combinations that rules can tell apart were tried; not in:\n");
            for (GapReport.Part part : report.parts()) {
                if (!part.cover().equals("full")) {
                    out.append("  ").append(part.cover()).append(": ");
                    out.append(String.join(", ", part.facts())).append('\n');
                }
            }
        }
        if (!report.unsearched().isEmpty()) {
            out.append("Not searched are the fields ")
                    .append(String.join(", ", report.unsearched()))
                    .append(".\n");
        }
        if (report.declarations() == 0) {
            out.append("Nothing is declared in contradictions.yaml, so only rules without effect were looked for.\n");
        }
    }
}
