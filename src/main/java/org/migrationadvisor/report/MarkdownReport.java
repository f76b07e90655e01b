package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.migrationadvisor.Advice;
import org.migrationadvisor.CurrencyTotal;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.text.Utf8;

/** A section per customer, in it one per subscription with a table, and a summary at the end. */
final class MarkdownReport implements ReportWriter {

    private static final String SEPARATOR = " · ";

    private final Writer out;
    private final Labels labels;
    private final Function<Offer, String> offerTitle;
    private final ReportTotals tally = new ReportTotals();
    private final StringBuilder text = new StringBuilder();
    private boolean started;
    private boolean closed;

    MarkdownReport(OutputStream out, ReportOptions options) {
        this.out = Utf8.writer(out);
        this.labels = Labels.of(options.language());
        this.offerTitle = options.offerTitle();
        paragraph("# " + labels.title());
    }

    @Override
    public void write(Advice advice) throws IOException {
        tally.add(advice);
        if (tally.customers() == 1) {
            paragraph(labels.asOf(advice.asOf()) + SEPARATOR + labels.rules(MarkdownText.code(tally.rules())));
        }
        heading("## ", Heading.of(advice.customer()), SEPARATOR + labels.readiness(advice.readiness()));
        for (CurrencyTotal total : advice.totals()) {
            paragraph(MarkdownText.of(labels.total(total)));
        }
        List<AdviceGroup> groups = AdviceGroup.of(advice);
        for (AdviceGroup group : groups) {
            heading("### ", Heading.of(group, labels, advice.asOf(), offerTitle), "");
            if (group.recommendations().isEmpty()) {
                paragraph(labels.nothingToSay());
            } else {
                table(group.recommendations());
            }
        }
        if (groups.isEmpty()) {
            paragraph(labels.nothingToSay());
        }
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

    private void heading(String level, Heading heading, String after) {
        paragraph(level + MarkdownText.of(heading.title()) + after);
        List<String> details = new ArrayList<>();
        if (!heading.id().isEmpty()) {
            details.add(MarkdownText.code(heading.id()));
        }
        for (String detail : heading.details()) {
            details.add(MarkdownText.of(detail));
        }
        if (!details.isEmpty()) {
            paragraph(String.join(SEPARATOR, details));
        }
    }

    private void table(List<Recommendation> recommendations) {
        blankLine();
        row(
                labels.severityHead(),
                labels.adviceHead(),
                labels.whoHead(),
                labels.whenHead(),
                labels.messageHead(),
                labels.ruleHead());
        row("---", "---", "---", "---", "---", "---");
        for (Recommendation recommendation : recommendations) {
            row(
                    labels.severity(recommendation.severity()),
                    MarkdownText.code(recommendation.code()),
                    labels.actor(recommendation.actor()),
                    String.join(" ", Heading.days(recommendation, labels)),
                    MarkdownText.of(recommendation.message()),
                    MarkdownText.code(recommendation.ruleId()) + " "
                            + MarkdownText.code(Heading.place(recommendation)));
        }
    }

    private void summary() {
        paragraph("## " + labels.summary());
        paragraph(labels.customers(tally.customers())
                + SEPARATOR
                + labels.subscriptions(tally.subscriptions())
                + SEPARATOR
                + labels.recommendations(tally.recommendations()));
        LocalDate asOf = tally.asOf();
        if (asOf == null) {
            return;
        }
        List<String> readiness = new ArrayList<>();
        for (Map.Entry<Readiness, Long> entry : tally.readiness().entrySet()) {
            readiness.add(entry.getValue() + " " + labels.readiness(entry.getKey()));
        }
        List<String> severities = new ArrayList<>();
        for (Map.Entry<Severity, Long> entry : tally.severities().entrySet()) {
            severities.add(entry.getValue() + " " + labels.severity(entry.getKey()));
        }
        paragraph(labels.readinessHead() + ": " + String.join(SEPARATOR, readiness));
        if (!severities.isEmpty()) {
            paragraph(labels.severityHead() + ": " + String.join(SEPARATOR, severities));
        }
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void paragraph(String block) {
        blankLine();
        text.append(block).append('\n');
    }

    /** Ends the block before it, if there is one. */
    private void blankLine() {
        if (started) {
            text.append('\n');
        }
        started = true;
    }

    private void emit() throws IOException {
        out.append(text);
        text.setLength(0);
    }
}
