package org.migrationadvisor.workbench.diff;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.report.FormulaGuard;

/** A row for each change; a customer of whom only the readiness is different has a row without a code. */
final class DiffCsv implements DiffReport {
    private static final List<String> CUSTOMER =
            List.of("customer_id", "customer_name", "readiness_before", "readiness_after");
    private static final List<String> CHANGE = List.of("subscription_id", "change", "code", "differs");
    private static final List<String> CAUSE = List.of("rule_id", "rule_file", "rule_line", "cause");

    private final CsvWriter csv;
    private final AdviceComparison comparison;

    DiffCsv(OutputStream out, AdviceComparison comparison) throws IOException {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
        this.comparison = comparison;
        List<String> header = new ArrayList<>(CUSTOMER);
        header.addAll(CHANGE);
        for (String part : List.of("severity", "actor", "act_from", "act_by", "message")) {
            header.add(part + "_before");
            header.add(part + "_after");
        }
        header.addAll(CAUSE);
        row(header);
    }

    @Override
    public void write(CustomerDiff diff) throws IOException {
        List<String> customer = List.of(
                text(diff.customer().id()),
                text(diff.customer().name()),
                diff.before().code(),
                diff.after().code());
        if (diff.changes().isEmpty()) {
            List<String> row = new ArrayList<>(customer);
            row.addAll(List.of("", "changed", "", "readiness"));
            for (int i = 0; i < 2 * AdviceChange.Part.values().length + CAUSE.size(); i++) {
                row.add("");
            }
            row(row);
        }
        for (AdviceChange change : diff.changes()) {
            List<String> row = new ArrayList<>(customer);
            row.add(text(change.recommendation().subscriptionId()));
            row.add(change.kind().code());
            row.add(text(change.recommendation().code()));
            row.add(change.parts().stream().map(AdviceChange.Part::code).collect(Collectors.joining(" ")));
            for (AdviceChange.Part part : AdviceChange.Part.values()) {
                row.add(text(part.of(change.before())));
                row.add(text(part.of(change.after())));
            }
            Cause cause = comparison.rules().cause(change);
            row.add(text(cause.ruleId()));
            row.add(text(cause.file()));
            row.add(Integer.toString(cause.line()));
            row.add(text(cause.why()));
            row(row);
        }
    }

    @Override
    public void end(DiffTally tally) throws IOException {
        csv.flush();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : FormulaGuard.guard(text);
    }

    private void row(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException cannotWrite) {
            throw cannotWrite.getCause();
        }
    }
}
