package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.batch.Batch;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.CustomerStream;
import org.migrationadvisor.input.ListReport;
import org.migrationadvisor.input.RejectsFile;
import org.migrationadvisor.report.ReportFormat;
import org.migrationadvisor.report.ReportOptions;
import org.migrationadvisor.report.ReportWriter;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;

/**
 * Lists on their way through the advisor into a report. The report is in the order of the customers' ids, so all rows
 * are read before the first customer is advised on. From then on this thread puts together the customers that come next
 * and writes those that are done, while others evaluate the rules and word the advice.
 */
final class AdviceRun {
    private static final int REJECTS_SHOWN = 20;

    private final Advisor advisor;
    private final ListOptions lists;
    private final Order order;
    private final Progress progress;
    private long rows;
    private long customers;
    private double share;

    /**
     * What is to be written.
     *
     * @param day the day for which the advice is to hold, UTC
     * @param customer the id of the only customer to advise on; null for all
     * @param threads how many blocks of customers are evaluated at once, 1 or more
     */
    record Order(
            MigrationAdvisor rules,
            LocalDate day,
            @Nullable String customer,
            ReportFormat format,
            ReportOptions look,
            int threads) {}

    /** Customers whose advice waits to be written. */
    private record Done(int customers, ReportWriter.Part advice) {}

    AdviceRun(Advisor advisor, ListOptions lists, Order order, Progress progress) {
        this.advisor = advisor;
        this.lists = lists;
        this.order = order;
        this.progress = progress;
    }

    /**
     * Writes the advice and, if a file for them is given, the rejected rows. Returns the exit status.
     *
     * @param stop tells when the run is to end before its time
     * @param tellResumed whether to say from where an earlier run is gone on with
     */
    int run(OutputFile file, @Nullable OutputFile rejects, Interruption stop, boolean tellResumed) throws IOException {
        try (CustomerStream stream = lists.stream(advisor, order.rules(), (read, rejected, part) -> {
            stop.check();
            rows = read;
            progress.reading(read, rejected, part);
        })) {
            rows = stream.rows();
            advise(stream, file, stop, tellResumed);
            progress.clear();
            return tell(stream, file, rejects);
        } catch (IOException | RuntimeException e) {
            progress.clear();
            if (stop.isStopping()) {
                tellStopped(file.keep());
                return ExitStatus.STOPPED;
            }
            if (e instanceof IOException cannotWrite) {
                throw noRoom(file, cannotWrite);
            }
            throw e;
        }
    }

    private static UsageException noRoom(OutputFile file, IOException cannotWrite) {
        return new UsageException(file.name() + ": found that the output cannot be written (" + cannotWrite.getMessage()
                + "), expected room for all of it"
                + (file.canGoOn() ? "\nMaybe make room; the same command with --resume continues then" : ""));
    }

    private void advise(CustomerStream stream, OutputFile file, Interruption stop, boolean tellResumed)
            throws IOException {
        Iterator<Customer> chosen = order.customer() == null ? stream : chosen(stream, order.customer());
        long before = file.begin(described(stream));
        if (tellResumed) {
            progress.clear();
            advisor.err()
                    .println(
                            before == 0
                                    ? "--resume: found no run to continue; this one starts with the first customer"
                                    : "--resume: continuing after " + Counted.of(before, "customer"));
        }
        customers = before;
        for (long i = 0; i < before; i++) {
            stop.check();
            if (!chosen.hasNext()) {
                throw new UsageException("--resume: found " + Counted.of(before, "customer") + " written already,"
                        + " expected no more than the " + Counted.number(i)
                        + " of the lists\nMaybe start anew without --resume");
            }
            chosen.next();
        }
        share = stream.shareMade();
        ReportWriter report = before == 0
                ? order.format().open(file.stream(), order.look())
                : order.format().goOn(file.stream());
        try {
            Batch.run(
                    chosen,
                    order.threads(),
                    block -> new Done(
                            block.size(),
                            report.prepare(order.rules()
                                    .advise(block.stream(), order.day())
                                    .toList())),
                    done -> {
                        stop.check();
                        done.advice().write();
                        customers += done.customers();
                        file.reached(customers);
                        share = stream.shareMade();
                        progress.advising(customers, before, stream.rejectedSoFar(), share);
                    });
        } catch (OutputFile.UnreadException nobodyWantsMore) {
            return;
        }
        report.close();
    }

    private static Iterator<Customer> chosen(Iterator<Customer> customers, String id) {
        List<Customer> found = new ArrayList<>();
        long all = 0;
        while (customers.hasNext()) {
            Customer customer = customers.next();
            all++;
            if (customer.id().equalsIgnoreCase(id)) {
                found.add(customer);
            }
        }
        if (found.isEmpty()) {
            throw new UsageException("--customer: found no customer " + SafeText.quoted(id) + " among the " + all
                    + " of the list, expected one of their ids");
        }
        return found.iterator();
    }

    /** What decides the bytes of the report. */
    private List<String> described(CustomerStream stream) {
        return List.of(
                "version: " + Version.number(),
                "rules: " + order.rules().fingerprint(),
                "as-of date: " + order.day(),
                "format: " + order.format().code(),
                "language: " + order.look().language(),
                "choice of customers: " + Objects.requireNonNullElse(order.customer(), "all"),
                "options for the lists: " + lists.told(),
                "lists: " + String.join(", ", stream.contents()));
    }

    private int tell(CustomerStream stream, OutputFile file, @Nullable OutputFile rejects) throws IOException {
        advisor.out().flush();
        PrintStream err = advisor.err();
        ListReport report = stream.report();
        report.warnings().forEach(warning -> err.println(warning.message()));
        long rejected = stream.rejectedSoFar();
        handOver(stream, rejects);
        file.complete();
        if (rejected == 0) {
            return ExitStatus.DONE;
        }
        if (rejects != null && rejected > REJECTS_SHOWN) {
            err.println(
                    "... and " + Counted.of(rejected - REJECTS_SHOWN, "more rejected row") + " in " + rejects.name());
        }
        String where = rejects == null
                ? "; --rejects FILE writes them to a file to mend"
                : "; see " + rejects.name()
                        + ", which has them as they were: import its cells as text, since a spreadsheet would run formulas in them";
        err.println(Counted.of(rejected, "row") + " of " + Counted.number(report.rows()) + " rejected" + where);
        return ExitStatus.REJECTED;
    }

    /** Names the rejected rows, all or the first; writes them, if there is a file for them. */
    private void handOver(CustomerStream stream, @Nullable OutputFile rejects) throws IOException {
        if (rejects == null) {
            stream.rejected(row -> advisor.err().println(row.message()));
            return;
        }
        Writer writer = new OutputStreamWriter(rejects.stream(), StandardCharsets.UTF_8);
        RejectsFile rows = new RejectsFile(writer);
        int[] shown = {0};
        try {
            stream.rejected(row -> {
                if (shown[0]++ < REJECTS_SHOWN) {
                    advisor.err().println(row.message());
                }
                try {
                    rows.write(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.flush();
            rejects.complete();
        } catch (UncheckedIOException cannotWrite) {
            throw noRoom(rejects, Objects.requireNonNull(cannotWrite.getCause()));
        } catch (IOException cannotWrite) {
            throw noRoom(rejects, cannotWrite);
        }
    }

    private void tellStopped(boolean kept) {
        String far = customers == 0
                ? "Stopped after " + Counted.of(rows, "row") + ", before the first customer was written"
                : "Stopped after " + Counted.of(customers, "customer") + ", which are " + (int) (share * 100)
                        + " % of the rows";
        advisor.err()
                .println(
                        kept
                                ? far + ". The same command with --resume continues from there."
                                : far + "; nothing is kept.");
    }
}
