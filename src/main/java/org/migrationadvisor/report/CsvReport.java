package org.migrationadvisor.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Recommendation;

/** One row per recommendation, in the order of the advice. Unknown is an empty cell. */
final class CsvReport implements ReportWriter {

    private final CsvWriter csv;

    CsvReport(OutputStream out) throws IOException {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Utf8.writer(out));
        record(
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
        String customerId = text(advice.customer().id());
        String customerName = text(advice.customer().name());
        String readiness = advice.readiness().code();
        String asOf = advice.asOf().toString();
        String rules = text(advice.rules());
        for (Recommendation recommendation : advice.recommendations()) {
            record(
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

    private void record(String... cells) throws IOException {
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
