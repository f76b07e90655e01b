package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.report.ReportOptions;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.workbench.diff.AdviceComparison;
import org.migrationadvisor.workbench.diff.DiffFormat;
import org.migrationadvisor.workbench.diff.DiffTally;
import org.migrationadvisor.workbench.diff.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what a change of the rules, or another day, does to the advice for a list. */
@Command(
        name = "diff",
        description = "Shows what a change of the rules, or another day, does to the advice for a list.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor diff customers.csv --rules my-rules",
            "  advisor diff customers.csv --rules my-rules --against rules --format html --output changes.html",
            "  advisor diff customers.csv --as-of 2026-12-20 --against-as-of 2026-11-20"
        })
final class DiffCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final ListOptions lists = new ListOptions();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Rules folder before the change; default: the bundled rules, and with --against-as-of or"
                    + " --against-policy those of --rules.")
    private @Nullable Path against;

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Option(
            names = "--against-policy",
            paramLabel = "NAME=VALUE",
            description = "A value of the policy before, for this run; default: those of --policy. May be given several"
                    + " times.")
    private List<String> againstPolicy = List.of();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--against-as-of",
            paramLabel = "DATE",
            description = "The day of the advice before; default: that of --as-of.")
    private @Nullable LocalDate againstAsOf;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv, json or html; default: text.")
    private @Nullable DiffFormat format;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(names = "--fail-on-change", description = "End with status 1 if anything changes for a customer.")
    private boolean failOnChange;

    @Override
    public Integer call() throws IOException {
        ChosenRules chosen = rules.chosen(advisor);
        DiffFormat written = output.format(advisor, format, DiffFormat.TEXT);
        output.requireApart(lists.addTo(
                catalog.addTo(new FilesInUse().rules(chosen.folder()).rules(against))));
        if (chosen.folder() == null && against == null && againstAsOf == null && againstPolicy.isEmpty()) {
            throw new UsageException(
                    "diff: found nothing to compare with, expected other rules, another day or another policy\n"
                            + "Maybe --rules NEW, --rules NEW --against OLD, --as-of DATE --against-as-of DATE, or"
                            + " --policy NAME=VALUE --against-policy NAME=VALUE");
        }
        LocalDate day = asOf.day();
        Side after = side(chosen, "Rules", day, policy::addTo);
        boolean sameRules = against == null && (againstAsOf != null || !againstPolicy.isEmpty());
        Side before = side(
                sameRules ? chosen : new ChosenRules(against, ""),
                "Rules before",
                againstAsOf == null ? day : againstAsOf,
                againstPolicy.isEmpty()
                        ? policy::addTo
                        : rulebook -> PolicyOption.set(rulebook, "--against-policy", againstPolicy));
        CustomerList list = lists.read(
                advisor,
                after.advisor(),
                after.advisor().fields().and(before.advisor().fields()));
        DiffTally tally;
        try (OutputFile file = output.open(advisor)) {
            Terminal terminal = advisor.terminal();
            ReportOptions options =
                    ReportOptions.defaults().withWidth(terminal.width()).withColour(output.colour(advisor));
            int threads = Runtime.getRuntime().availableProcessors();
            tally = new AdviceComparison(before, after)
                    .run(list.customers().iterator(), threads, written, file.stream(), options);
            file.complete();
        }
        int told = ListOptions.tell(list, advisor);
        return failOnChange && tally.changed() > 0 ? ExitStatus.FOUND : told;
    }

    private Side side(ChosenRules chosen, String what, LocalDate day, UnaryOperator<Rulebook> withPolicy) {
        RulesFolder folder = chosen.read(advisor.err(), what);
        Rulebook rulebook = catalog.addTo(withPolicy.apply(load(chosen.name(), folder)), advisor.err());
        MigrationAdvisor known = MigrationAdvisor.of(rulebook);
        MigrationAdvisor loaded = known.inLanguage(language.tag(known, advisor));
        return new Side(chosen.name(), folder, rulebook, loaded, day);
    }

    /** Problems name their files without the folder, and here there are two. */
    private Rulebook load(String name, RulesFolder folder) {
        try {
            return Rulebook.load(folder);
        } catch (RulebookException broken) {
            advisor.err().println("In " + name + ":");
            throw broken;
        }
    }
}
