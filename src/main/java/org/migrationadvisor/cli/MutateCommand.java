package org.migrationadvisor.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.workbench.mutation.MutationJson;
import org.migrationadvisor.workbench.mutation.MutationRun;
import org.migrationadvisor.workbench.mutation.MutationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures how well the cases guard the rules. */
@Command(
        name = "mutate",
        description = {
            "Measures how well the cases guard the rules: changes each rule in small steps (another operator, a number"
                    + " moved by one, a condition dropped) and reports which changes no case notices."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor mutate my-rules", "  advisor mutate my-rules --threshold 100 --format json"},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:measured, and the threshold reached",
            " 1:a case fails on the rules as they are, or too many changes survive",
            " 2:wrong usage",
            " 3:the rules or the cases do not load"
        })
final class MutateCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Fail if the cases notice a smaller share of the changes.")
    private double threshold;

    @Option(names = "--all", description = "List also the changes that a case noticed, with the case.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", description = "pretty or json; default: pretty.")
    private @Nullable PrettyOrJson format;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        PrettyOrJson written = output.format(advisor, format, PrettyOrJson.PRETTY);
        output.requireApart(new FilesInUse().rules(rules.path(advisor)));
        Bounds.percent("--threshold", threshold);
        MutationRun run = MutationRun.of(rules.read(advisor));
        output.write(advisor, written == PrettyOrJson.JSON ? MutationJson.of(run) : pretty(run));
        return run.failing().isEmpty() && run.percent() >= threshold ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private String pretty(MutationRun run) {
        TerminalText text = output.text(advisor);
        new MutationText(text).write(run, all);
        String shortfall = run.failing().isEmpty() && run.percent() < threshold
                ? String.format(Locale.ROOT, "Expected %.1f %% of the mutants to be killed.%n", threshold)
                : "";
        return text + shortfall;
    }
}
