package org.migrationadvisor.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Recommendation;

/** One row per recommendation, in the order of the advice. Unknown is an empty cell. */
final class CsvReport implements ReportWriter {

    /** Enough for most blocks of customers. */
    private static final int PART = 1 << 21;

    private final OutputStream out;
    private final CsvWriter csv;

    /** @param continued whether the stream has the head already, and rows behind it */
    CsvReport(OutputStream out, boolean continued) throws IOException {
        this.out = out;
        this.csv = rows(out);
        if (!continued) {
            head();
        }
    }

    private static CsvWriter rows(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    private void head() throws IOException {
        record(
                csv,
                "customer_id",
                "customer_name",
                "readiness",
                "subscription_id",
                "code",
                "severity",
                "actor",
                "act_from",
                "act_by",
                "message",
                "rule_id",
                "rule_file",
                "rule_line",
                "source",
                "as_of",
                "rules");
    }

    @Override
    public void write(Advice advice) throws IOException {
        write(advice, csv);
    }

    @Override
    public Part prepare(List<Advice> advice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART);
        CsvWriter apart = rows(bytes);
        try {
            for (Advice each : advice) {
                write(each, apart);
            }
            apart.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return () -> {
            csv.flush();
            bytes.writeTo(out);
        };
    }

    private static void write(Advice advice, CsvWriter csv) throws IOException {
        String customerId = text(advice.customer().id());
        String customerName = text(advice.customer().name());
        String readiness = advice.readiness().code();
        String asOf = advice.asOf().toString();
        String rules = text(advice.rules());
        for (Recommendation recommendation : advice.recommendations()) {
            record(
                    csv,
                    customerId,
                    customerName,
                    readiness,
                    text(recommendation.subscriptionId()),
                    text(recommendation.code()),
                    recommendation.severity().code(),
                    recommendation.actor().code(),
                    date(recommendation.actFrom()),
                    date(recommendation.actBy()),
                    text(recommendation.message()),
                    text(recommendation.ruleId()),
                    text(recommendation.ruleFile()),
                    Integer.toString(recommendation.ruleLine()),
                    text(recommendation.source()),
                    asOf,
                    rules);
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }

    private static void record(CsvWriter csv, String... cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : FormulaGuard.guard(text);
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
