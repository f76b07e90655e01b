package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Coded;
import org.migrationadvisor.Customer;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.batch.Batch;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.RejectedRow;
import org.migrationadvisor.input.RejectsFile;
import org.migrationadvisor.report.Counted;
import org.migrationadvisor.report.ReportFormat;
import org.migrationadvisor.report.ReportOptions;
import org.migrationadvisor.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Advises on the customers of lists. */
@Command(
        name = "advise",
        description = "Advises on the customers of one or more lists.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AdviseCommand implements Callable<Integer> {
    private static final int REJECTS_SHOWN = 20;

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final ListOptions lists = new ListOptions();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day for which the advice is to hold, such as 2026-11-20; default: today (UTC).")
    private @Nullable LocalDate asOf;

    @Option(names = "--customer", paramLabel = "ID", description = "Advise on this customer only.")
    private @Nullable String customerId;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Language of the messages; default: en.")
    private @Nullable String language;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv, jsonl, json or md; default: table.")
    private String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable Path output;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write rejected rows here, as they were, with the reason.")
    private @Nullable Path rejects;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many customers are evaluated at once; default: one per processor.")
    private @Nullable Integer threads;

    @Override
    public Integer call() throws IOException {
        ReportFormat reportFormat = format();
        int threadCount = threads();
        MigrationAdvisor loaded =
                Language.of(MigrationAdvisor.of(catalog.addTo(rules.load(), advisor.err())), language);
        CustomerList list = lists.read(advisor, loaded);
        List<Customer> customers = chosen(list);
        try (OutputFile file = OutputFile.open(output, advisor.out());
                OutputFile rejectsFile = rejects == null ? null : OutputFile.open(rejects, advisor.out())) {
            write(loaded, reportFormat, threadCount, customers, file);
            if (rejectsFile != null) {
                Writer writer = new OutputStreamWriter(rejectsFile.stream(), StandardCharsets.UTF_8);
                RejectsFile.write(list.rejected(), writer);
                writer.flush();
                rejectsFile.complete();
            }
            file.complete();
        }
        tell(list);
        return list.rejected().isEmpty() ? ExitStatus.DONE : ExitStatus.REJECTED;
    }

    private ReportFormat format() {
        return Coded.find(ReportFormat.class, format)
                .orElseThrow(() -> new UsageException(
                        "--format: found '" + format + "', expected one of " + Coded.codes(ReportFormat.class)));
    }

    private int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw new UsageException("--threads: found " + threads + ", expected 1 or more");
        }
        return threads;
    }

    private List<Customer> chosen(CustomerList list) {
        if (customerId == null) {
            return list.customers();
        }
        List<Customer> found = list.customers().stream()
                .filter(customer -> customer.id().equalsIgnoreCase(customerId))
                .toList();
        if (found.isEmpty()) {
            throw new UsageException("--customer: found no customer '" + customerId + "' among the "
                    + list.customers().size() + " of the list, expected one of their ids");
        }
        return found;
    }

    private void write(
            MigrationAdvisor loaded,
            ReportFormat reportFormat,
            int threadCount,
            List<Customer> customers,
            OutputFile file)
            throws IOException {
        LocalDate day = asOf == null ? LocalDate.now(Clock.system(ZoneOffset.UTC)) : asOf;
        Terminal terminal = advisor.terminal();
        ReportOptions options = ReportOptions.defaults()
                .withWidth(terminal.width())
                .withColour(terminal.colour() && output == null)
                .withLanguage(Objects.requireNonNullElse(language, "en"))
                .withOfferTitle(loaded::title);
        try (ReportWriter report = reportFormat.open(file.stream(), options)) {
            new Batch(loaded, day, threadCount).run(customers.iterator(), report::write);
        }
    }

    private void tell(CustomerList list) {
        advisor.out().flush();
        PrintStream err = advisor.err();
        list.warnings().forEach(warning -> err.println(warning.message()));
        List<RejectedRow> rejected = list.rejected();
        int shown = rejects == null ? rejected.size() : Math.min(rejected.size(), REJECTS_SHOWN);
        rejected.subList(0, shown).forEach(row -> err.println(row.message()));
        if (shown < rejected.size()) {
            err.println("... and " + Counted.of(rejected.size() - shown, "more rejected row") + " in " + rejects);
        }
        if (!rejected.isEmpty()) {
            String where = rejects == null ? "; --rejects FILE writes them to a file to mend" : "; see " + rejects;
            err.println(Counted.of(rejected.size(), "row") + " of " + list.rows() + " rejected" + where);
        }
    }
}
