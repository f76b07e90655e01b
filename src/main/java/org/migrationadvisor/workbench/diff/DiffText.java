package org.migrationadvisor.workbench.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.report.ReportOptions;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;
import org.migrationadvisor.text.Utf8;

/** A comparison for a person: what was compared, what differs by customer and subscription, and the counts. */
final class DiffText implements DiffReport {
    private static final int CODE_COLUMNS = 36;
    private static final int COUNT_COLUMNS = 9;

    private final Writer out;
    private final AdviceComparison comparison;
    private final ReportOptions options;

    DiffText(OutputStream out, AdviceComparison comparison, ReportOptions options) throws IOException {
        this.out = Utf8.writer(out);
        this.comparison = comparison;
        this.options = options;
        TerminalText text = text();
        side(text, "before", comparison.before());
        side(text, "after", comparison.after());
        comparison.rules().lines().forEach(line -> text.row(0, new Cell("", Ink.DIM, 8), new Cell(line, Ink.PLAIN, 0)));
        text.blank();
        write(text);
    }

    private TerminalText text() {
        return new TerminalText(options.width(), options.colour());
    }

    private void write(TerminalText text) throws IOException {
        out.write(text.toString());
    }

    private static void side(TerminalText text, String name, Side side) {
        String shown = side.name() + " as of " + side.asOf() + ", rules "
                + side.rulebook().fingerprint().substring(0, 12);
        text.row(0, new Cell(name, Ink.DIM, 8), new Cell(shown, Ink.PLAIN, 0));
    }

    @Override
    public void write(CustomerDiff diff) throws IOException {
        TerminalText text = text();
        Customer customer = diff.customer();
        String name = customer.name() == null ? customer.id() : customer.name() + " (" + customer.id() + ")";
        text.line(0, name + ": " + readiness(diff.before(), diff.after()), Ink.STRONG);
        diff.bySubscription().forEach((subscription, changes) -> {
            if (!subscription.isEmpty()) {
                text.line(2, subscription, Ink.PLAIN);
            }
            changes.forEach(change -> change(text, change));
        });
        text.blank();
        write(text);
    }

    private static String readiness(Readiness before, Readiness after) {
        return before == after ? after.code() : before.code() + " -> " + after.code();
    }

    private void change(TerminalText text, AdviceChange change) {
        Recommendation told = change.recommendation();
        Cause cause = comparison.rules().cause(change);
        String because = cause.place() + (cause.why().isEmpty() ? "" : ", " + cause.why());
        text.row(
                4,
                new Cell(sign(change.kind()), ink(change.kind()), 2),
                new Cell(told.code(), ink(change.kind()), CODE_COLUMNS - 2),
                new Cell(because, Ink.DIM, 0));
        String what = change.kind() == AdviceChange.Kind.CHANGED ? differences(change) : dates(told);
        if (!what.isEmpty()) {
            text.line(6, what, Ink.PLAIN);
        }
        if (change.parts().equals(List.of(AdviceChange.Part.MESSAGE))) {
            text.row(
                    6,
                    new Cell("before", Ink.DIM, 8),
                    new Cell(AdviceChange.Part.MESSAGE.of(change.before()), Ink.PLAIN, 0));
            text.row(
                    6,
                    new Cell("after", Ink.DIM, 8),
                    new Cell(AdviceChange.Part.MESSAGE.of(change.after()), Ink.PLAIN, 0));
        }
    }

    private static String sign(AdviceChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
    }

    private static Ink ink(AdviceChange.Kind kind) {
        return switch (kind) {
            case ADDED -> Ink.GREEN;
            case REMOVED -> Ink.RED;
            case CHANGED -> Ink.YELLOW;
        };
    }

    private static String dates(Recommendation told) {
        List<String> dates = new ArrayList<>();
        if (told.actFrom() != null) {
            dates.add("from " + told.actFrom());
        }
        if (told.actBy() != null) {
            dates.add("by " + told.actBy());
        }
        return String.join(" ", dates);
    }

    private static String differences(AdviceChange change) {
        return change.parts().stream()
                .filter(part -> part != AdviceChange.Part.MESSAGE)
                .map(part ->
                        name(part) + " " + orNone(part.of(change.before())) + " -> " + orNone(part.of(change.after())))
                .collect(Collectors.joining(", "));
    }

    private static String name(AdviceChange.Part part) {
        return switch (part) {
            case ACT_FROM -> "from";
            case ACT_BY -> "by";
            default -> part.code();
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    @Override
    public void end(DiffTally tally) throws IOException {
        TerminalText text = text();
        if (!tally.codes().isEmpty()) {
            counts(text, tally);
            text.blank();
        }
        tally.moves()
                .forEach((move, count) -> text.line(
                        0,
                        Counted.of(count, "customer") + " from " + move.before().code() + " to "
                                + move.after().code(),
                        Ink.PLAIN));
        text.line(0, summary(tally), Ink.STRONG);
        write(text);
        out.flush();
    }

    private static void counts(TerminalText text, DiffTally tally) {
        text.row(
                0,
                new Cell("code", Ink.DIM, CODE_COLUMNS),
                new Cell("added", Ink.DIM, COUNT_COLUMNS),
                new Cell("removed", Ink.DIM, COUNT_COLUMNS),
                new Cell("changed", Ink.DIM, COUNT_COLUMNS));
        tally.codes()
                .forEach((code, counts) -> text.row(
                        0,
                        new Cell(code, Ink.PLAIN, CODE_COLUMNS),
                        new Cell(count(counts, AdviceChange.Kind.ADDED), Ink.PLAIN, COUNT_COLUMNS),
                        new Cell(count(counts, AdviceChange.Kind.REMOVED), Ink.PLAIN, COUNT_COLUMNS),
                        new Cell(count(counts, AdviceChange.Kind.CHANGED), Ink.PLAIN, COUNT_COLUMNS)));
    }

    private static String count(Map<AdviceChange.Kind, Long> counts, AdviceChange.Kind kind) {
        return Counted.number(counts.getOrDefault(kind, 0L));
    }

    private static String summary(DiffTally tally) {
        if (tally.changed() == 0) {
            return "Nothing changes for " + Counted.of(tally.customers(), "customer") + ".";
        }
        return "Something changes for " + Counted.number(tally.changed()) + " of "
                + Counted.of(tally.customers(), "customer") + ": "
                + Counted.of(tally.count(AdviceChange.Kind.ADDED), "recommendation") + " added, "
                + Counted.number(tally.count(AdviceChange.Kind.REMOVED)) + " removed, "
                + Counted.number(tally.count(AdviceChange.Kind.CHANGED)) + " changed.";
    }
}
