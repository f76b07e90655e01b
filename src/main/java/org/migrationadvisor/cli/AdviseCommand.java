package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.RuleInfo;
import org.migrationadvisor.report.ReportFormat;
import org.migrationadvisor.report.ReportOptions;
import org.migrationadvisor.rulebook.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Advises on the customers of lists. */
@Command(
        name = "advise",
        description = "Advises on the customers of one or more lists.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor advise customers.csv",
            "  advisor advise customers.csv --as-of 2026-11-20 --output advice.csv --rejects rejects.csv",
            "  advisor advise customers.csv subscriptions.json --customer 75050c1b-1871-40e2-b5f9-30857b9a8c33"
        })
final class AdviseCommand implements Callable<Integer> {
    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final ListOptions lists = new ListOptions();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(names = "--customer", paramLabel = "ID", description = "Advise on this customer only.")
    private @Nullable String customerId;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv, jsonl, json or md; default: table.")
    private @Nullable ReportFormat format;

    @Mixin
    private final OutputOption output = new OutputOption();

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

    @Option(
            names = "--resume",
            description = "Continue a run that was stopped or killed, after the last customer it has written. The"
                    + " lists, the rules, the day and the format must be the same; --output with csv or jsonl.")
    private boolean resume;

    @Option(names = "--quiet", description = "Say nothing of the rules that are used, progress and speed.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        ReportFormat reportFormat = output.format(advisor, format, ReportFormat.TABLE);
        FilesInUse files = lists.addTo(catalog.addTo(new FilesInUse().rules(rules.path(advisor))));
        output.requireApart(files);
        files.writing("--rejects", rejects);
        int threadCount = threads();
        if (resume && (!output.isFile() || !reportFormat.isContinuable())) {
            throw new UsageException("--resume: found no --output FILE with --format csv or jsonl, expected both: other"
                    + " output is written as a whole");
        }
        MigrationAdvisor known = MigrationAdvisor.of(catalog.addTo(policy.addTo(rules()), advisor.err()));
        String tag = language.tag(known, advisor);
        MigrationAdvisor loaded = known.inLanguage(tag);
        if (!quiet) {
            tellWhatCostsSpeed(loaded);
        }
        Terminal terminal = advisor.terminal();
        ReportOptions look = ReportOptions.defaults()
                .withWidth(terminal.width())
                .withColour(output.colour(advisor))
                .withLanguage(tag)
                .withOfferTitle(loaded::title);
        LocalDate day = asOf.day();
        AdviceRun run = new AdviceRun(
                advisor,
                lists,
                new AdviceRun.Order(loaded, day, customerId, reportFormat, look, threadCount),
                new Progress(advisor.screen(), progress(terminal), terminal.width(), System::nanoTime));
        // the process may end once the interruption is closed: by then nothing is left of what is not complete
        try (Interruption stop =
                        new Interruption(advisor.err(), advisor.surroundings().patience());
                OutputFile file =
                        reportFormat.isContinuable() ? output.openResumable(advisor, resume) : output.open(advisor);
                OutputFile rejectsFile = rejects == null ? null : OutputFile.open(rejects, advisor.out())) {
            return run.run(file, rejectsFile, stop, resume && !quiet);
        }
    }

    private Rulebook rules() {
        return Rulebook.loadFinished(quiet ? rules.chosen(advisor).read() : rules.read(advisor));
    }

    /** A bar where a person sees it and no data, which may stand in the terminal too, comes in between. */
    private Progress.Mode progress(Terminal terminal) {
        if (quiet) {
            return Progress.Mode.NONE;
        }
        if (terminal.present()) {
            return output.isFile() ? Progress.Mode.BAR : Progress.Mode.NONE;
        }
        return Progress.Mode.LINES;
    }

    private void tellWhatCostsSpeed(MigrationAdvisor loaded) {
        for (RuleInfo rule : loaded.rulesNotKeptApart()) {
            advisor.err()
                    .println(
                            rule.file() + ":" + rule.line() + ": found that rule " + rule.id()
                                    + " may look at several customers, expected conditions that are tied to one; customers are"
                                    + " evaluated one at a time, which takes up to twice as long"
                                    + "\nMaybe join them, such as $customer : Customer( ) and Subscription( customer == $customer )");
        }
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
}
