package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.migrationadvisor.Advice;
import org.migrationadvisor.CurrencyTotal;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.report.Line.Span;
import org.migrationadvisor.text.DisplayWidth;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.LineBreaker;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Utf8;

/**
 * Advice for a person in a terminal: a block per customer, in it a block per subscription, and a summary at the end. On
 * a wide terminal the message stands beside the code, on a narrow one below it. No message is cut.
 */
final class TableReport implements ReportWriter {

    private static final int BLOCK_INDENT = 2;
    private static final int INDENT = 4;
    private static final int GAP = 2;
    private static final int CODE_COLUMN = 30;
    private static final int SIDE_BY_SIDE_WIDTH = 96;

    private final Writer out;
    private final int width;
    private final boolean colour;
    private final Labels labels;
    private final Function<Offer, String> offerTitle;
    private final int gutter;
    private final ReportTotals tally = new ReportTotals();
    private final StringBuilder text = new StringBuilder();
    private boolean closed;

    TableReport(OutputStream out, ReportOptions options) {
        this.out = Utf8.writer(out);
        this.width = options.width();
        this.colour = options.colour();
        this.labels = Labels.of(options.language());
        this.offerTitle = options.offerTitle();
        this.gutter = Arrays.stream(Severity.values())
                .mapToInt(severity -> DisplayWidth.of(labels.severity(severity)))
                .max()
                .orElse(0);
    }

    @Override
    public void write(Advice advice) throws IOException {
        tally.add(advice);
        customer(advice);
        List<AdviceGroup> groups = AdviceGroup.of(advice);
        for (AdviceGroup group : groups) {
            newLine();
            heading(group, advice.asOf());
            for (Recommendation recommendation : group.recommendations()) {
                recommendation(recommendation);
            }
            if (group.recommendations().isEmpty()) {
                line(INDENT, Line.of(labels.nothingToSay(), Ink.DIM));
            }
        }
        if (groups.isEmpty()) {
            line(INDENT, Line.of(labels.nothingToSay(), Ink.DIM));
        }
        newLine();
        newLine();
        emit();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            summary();
            emit();
        }
        out.flush();
    }

    private void customer(Advice advice) {
        Line readiness = Line.of(labels.readiness(advice.readiness()), ink(advice.readiness()));
        List<Line> lines = Line.flow(spans(Heading.of(advice.customer())), width - readiness.width() - GAP);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).appendTo(text, colour);
            if (i == 0) {
                blanks(width - lines.get(i).width() - readiness.width());
                readiness.appendTo(text, colour);
            }
            newLine();
        }
        for (CurrencyTotal total : advice.totals()) {
            for (String line : LineBreaker.lines(SafeText.of(labels.total(total)), width)) {
                line(0, Line.of(line, Ink.PLAIN));
            }
        }
        rule();
    }

    private void heading(AdviceGroup group, LocalDate asOf) {
        for (Line line : Line.flow(spans(Heading.of(group, labels, asOf, offerTitle)), width - BLOCK_INDENT)) {
            line(BLOCK_INDENT, line);
        }
    }

    private static List<Span> spans(Heading heading) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(heading.title(), Ink.STRONG));
        if (!heading.id().isEmpty()) {
            spans.add(new Span(heading.id(), Ink.DIM));
        }
        for (String detail : heading.details()) {
            spans.add(new Span(detail, Ink.PLAIN));
        }
        return spans;
    }

    private void recommendation(Recommendation recommendation) {
        String code = SafeText.of(recommendation.code());
        Line severity = Line.of(labels.severity(recommendation.severity()), ink(recommendation.severity()));
        int left = INDENT + gutter + GAP;
        List<Span> when = when(recommendation);
        if (width >= SIDE_BY_SIDE_WIDTH && DisplayWidth.of(code) <= CODE_COLUMN) {
            List<Line> codes = new ArrayList<>(List.of(Line.of(code, Ink.STRONG)));
            codes.addAll(Line.flow(when, CODE_COLUMN));
            List<Line> message = message(recommendation, width - left - CODE_COLUMN - GAP);
            for (int i = 0; i < Math.max(codes.size(), message.size()); i++) {
                columns(
                        i == 0 ? severity : Line.EMPTY,
                        i < codes.size() ? codes.get(i) : Line.EMPTY,
                        i < message.size() ? message.get(i) : Line.EMPTY);
            }
            return;
        }
        List<Span> head = new ArrayList<>(List.of(new Span(code, Ink.STRONG)));
        head.addAll(when);
        List<Line> lines = new ArrayList<>(Line.flow(head, width - left));
        lines.addAll(message(recommendation, width - left));
        for (int i = 0; i < lines.size(); i++) {
            columns(i == 0 ? severity : Line.EMPTY, lines.get(i), Line.EMPTY);
        }
    }

    private List<Span> when(Recommendation recommendation) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(labels.actor(recommendation.actor()), Ink.PLAIN));
        for (String day : Heading.days(recommendation, labels)) {
            spans.add(new Span(day, Ink.PLAIN));
        }
        return spans;
    }

    /** The message, and after it the rule that made it, which moves to the next line whole if it does not fit. */
    private static List<Line> message(Recommendation recommendation, int width) {
        List<Line> lines = new ArrayList<>();
        for (String line : LineBreaker.lines(SafeText.of(recommendation.message()), width)) {
            lines.add(Line.of(line, Ink.PLAIN));
        }
        String rule = "[" + SafeText.of(recommendation.ruleId()) + " " + Heading.place(recommendation) + "]";
        Line last = lines.get(lines.size() - 1);
        if (last.width() + 1 + DisplayWidth.of(rule) <= width) {
            List<Span> spans = new ArrayList<>(last.spans());
            spans.add(new Span(" ", Ink.PLAIN));
            spans.add(new Span(rule, Ink.DIM));
            lines.set(lines.size() - 1, new Line(spans));
        } else {
            for (String line : LineBreaker.lines(rule, width)) {
                lines.add(Line.of(line, Ink.DIM));
            }
        }
        return lines;
    }

    private void summary() {
        rule();
        for (Line line : Line.flow(
                List.of(
                        new Span(labels.customers(tally.customers()), Ink.STRONG),
                        new Span(labels.subscriptions(tally.subscriptions()), Ink.STRONG),
                        new Span(labels.recommendations(tally.recommendations()), Ink.STRONG)),
                width)) {
            line(0, line);
        }
        LocalDate asOf = tally.asOf();
        if (asOf == null) {
            return;
        }
        int head = Math.max(DisplayWidth.of(labels.readinessHead()), DisplayWidth.of(labels.severityHead())) + GAP;
        List<Span> readiness = new ArrayList<>();
        for (Map.Entry<Readiness, Long> entry : tally.readiness().entrySet()) {
            readiness.add(new Span(entry.getValue() + " " + labels.readiness(entry.getKey()), ink(entry.getKey())));
        }
        counts(labels.readinessHead(), head, readiness);
        List<Span> severities = new ArrayList<>();
        for (Map.Entry<Severity, Long> entry : tally.severities().entrySet()) {
            severities.add(new Span(entry.getValue() + " " + labels.severity(entry.getKey()), ink(entry.getKey())));
        }
        counts(labels.severityHead(), head, severities);
        newLine();
        for (Line line : Line.flow(
                List.of(new Span(labels.asOf(asOf), Ink.PLAIN), new Span(labels.rules(tally.rules()), Ink.PLAIN)),
                width)) {
            line(0, line);
        }
        for (String line : LineBreaker.lines(labels.legend(), width)) {
            line(0, Line.of(line, Ink.DIM));
        }
    }

    private void counts(String head, int column, List<Span> counts) {
        List<Line> lines = Line.flow(counts, width - BLOCK_INDENT - column);
        for (int i = 0; i < lines.size(); i++) {
            blanks(BLOCK_INDENT);
            cell(i == 0 ? Line.of(head, Ink.DIM) : Line.EMPTY, column);
            lines.get(i).appendTo(text, colour);
            newLine();
        }
    }

    private void columns(Line severity, Line middle, Line right) {
        blanks(INDENT);
        cell(severity, gutter + GAP);
        if (right.isEmpty()) {
            middle.appendTo(text, colour);
        } else {
            cell(middle, CODE_COLUMN + GAP);
            right.appendTo(text, colour);
        }
        newLine();
    }

    private void cell(Line line, int columns) {
        line.appendTo(text, colour);
        blanks(columns - line.width());
    }

    private void line(int indent, Line line) {
        blanks(indent);
        line.appendTo(text, colour);
        newLine();
    }

    private void rule() {
        text.append(Ink.DIM.paint("─".repeat(width), colour));
        newLine();
    }

    private void blanks(int count) {
        text.append(" ".repeat(Math.max(0, count)));
    }

    private void newLine() {
        text.append('\n');
    }

    private void emit() throws IOException {
        out.append(text);
        text.setLength(0);
    }

    private static Ink ink(Severity severity) {
        return switch (severity) {
            case BLOCKER -> Ink.RED;
            case ACTION -> Ink.GREEN;
            case WARNING -> Ink.YELLOW;
            case QUESTION -> Ink.MAGENTA;
            case INFO -> Ink.CYAN;
        };
    }

    private static Ink ink(Readiness readiness) {
        return switch (readiness) {
            case DONE -> Ink.CYAN;
            case READY -> Ink.GREEN;
            case WAITING -> Ink.YELLOW;
            case BLOCKED -> Ink.RED;
            case UNKNOWN -> Ink.MAGENTA;
        };
    }
}
