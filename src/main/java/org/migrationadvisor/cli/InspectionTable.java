package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.text.Counted;

/** An inspection for a person. */
final class InspectionTable {

    private static final int MAX_IGNORED = 20;

    private final Inspection inspection;
    private final PrintStream out;

    private InspectionTable(Inspection inspection, PrintStream out) {
        this.inspection = inspection;
        this.out = out;
    }

    static void write(Inspection inspection, PrintStream out) {
        InspectionTable table = new InspectionTable(inspection, out);
        inspection.list().files().forEach(table::file);
        table.merged();
        table.missing();
        table.questions();
        table.notes(
                "Warnings",
                inspection.list().warnings().stream().map(Warning::message).toList());
        table.notes(
                "Rejected rows",
                inspection.list().rejected().stream().map(RejectedRow::message).toList());
    }

    private void file(FileReport file) {
        out.println(file.name());
        if (file.recognised().isEmpty()) {
            line("format", "a list without rows");
        }
        file.recognised()
                .forEach(kind ->
                        line("format", kind.title() + " (" + kind.format().code() + ")"));
        line("written in", writtenIn(file));
        line("rows", rows(file));
        line(
                "holding",
                Counted.of(file.customers(), "customer") + ", " + Counted.of(file.subscriptions(), "subscription")
                        + (file.bridges() == 0 ? "" : ", the licensing SKU of " + Counted.of(file.bridges(), "offer")));
        columns(file);
        out.println();
    }

    private static String writtenIn(FileReport file) {
        String text = file.sheet() == null
                ? Objects.requireNonNullElse(file.encoding(), "")
                : "an Excel workbook, sheet " + file.sheet();
        String cells = file.delimiter() == null ? "" : ", cells separated by " + delimiter(file.delimiter());
        return text + cells + (file.packed() ? ", packed with gzip" : "");
    }

    static String delimiter(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "'" + delimiter + "'";
        };
    }

    private static String rows(FileReport file) {
        String skipped = file.skipped() == 0 ? "" : ", " + number(file.skipped()) + " more skipped";
        return number(file.rows())
                + (file.rejected() == 0 ? "" : ", " + number(file.rejected()) + " of them rejected")
                + skipped;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void columns(FileReport file) {
        List<String> mapped = new ArrayList<>();
        String asNamed = file.columns().stream()
                .filter(column -> isAsNamed(file, column))
                .map(FileReport.Column::name)
                .collect(Collectors.joining(", "));
        if (!asNamed.isEmpty()) {
            mapped.add(asNamed);
        }
        file.columns().stream()
                .filter(column -> !column.fields().isEmpty() && !isAsNamed(file, column))
                .map(column -> column.name() + " -> " + String.join(", ", column.fields()))
                .forEach(mapped::add);
        for (int i = 0; i < mapped.size(); i++) {
            line(i == 0 ? "columns" : "", mapped.get(i));
        }
        List<String> ignored = file.columns().stream()
                .filter(column -> column.fields().isEmpty())
                .map(column -> column.name().isEmpty() ? "(no name)" : column.name())
                .toList();
        if (!ignored.isEmpty()) {
            String more = ignored.size() > MAX_IGNORED ? " and " + (ignored.size() - MAX_IGNORED) + " more" : "";
            line("ignored", ignored.stream().limit(MAX_IGNORED).collect(Collectors.joining(", ")) + more);
        }
    }

    /** Whether it is a column of the canonical table, which is called what it tells. */
    private static boolean isAsNamed(FileReport file, FileReport.Column column) {
        return file.recognised().stream().anyMatch(kind -> kind.format() == ListFormat.CSV)
                && column.fields().equals(List.of(column.name().toLowerCase(Locale.ROOT)));
    }

    private void merged() {
        out.println("All files together");
        line("customers", number(inspection.list().customers().size()));
        line("subscriptions", number(inspection.subscriptions()));
        out.println();
    }

    private void missing() {
        out.println("Facts that are missing");
        if (inspection.missing().isEmpty()) {
            out.println("  none");
        }
        inspection
                .missing()
                .forEach(fact -> line(
                        fact.column(),
                        number(fact.missing()) + " of "
                                + Counted.of(fact.all(), fact.ofCustomer() ? "customer" : "subscription")));
        out.println();
    }

    private void questions() {
        out.println("Questions that the advice will ask");
        if (inspection.questions().isEmpty()) {
            out.println("  none");
        }
        inspection.questions().forEach((code, count) -> line(code, number(count)));
    }

    private void notes(String title, List<String> messages) {
        if (messages.isEmpty()) {
            return;
        }
        out.println();
        out.println(title);
        messages.stream().limit(Inspection.SHOWN).forEach(message -> out.println("  " + message));
        if (messages.size() > Inspection.SHOWN) {
            out.println("  ... and " + number(messages.size() - Inspection.SHOWN) + " more");
        }
    }

    private void line(String label, String text) {
        out.println(("  " + String.format(Locale.ROOT, "%-24s", label) + text).stripTrailing());
    }
}
