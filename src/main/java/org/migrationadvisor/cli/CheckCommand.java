package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;
import org.migrationadvisor.workbench.check.CheckFormat;
import org.migrationadvisor.workbench.check.CheckResult;
import org.migrationadvisor.workbench.check.RulesCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Finds what is wrong in a rules folder. */
@Command(
        name = "check",
        description = "Finds what is wrong in a rules folder, or probably not meant so.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor check my-rules",
            "  advisor check my-rules --format sarif --output findings.sarif",
            "  advisor check --explain missing-join"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:nothing was found that --fail-level asks for",
            " 1:something was found",
            " 2:wrong usage",
            " 3:the rules do not load"
        })
final class CheckCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "pretty, compact, json, sarif or github; default: pretty.")
    private @Nullable CheckFormat format;

    @Option(
            names = "--fail-level",
            paramLabel = "LEVEL",
            defaultValue = "warning",
            description = "What makes the status 1: error or warning; default: warning.")
    private FailLevel failLevel;

    @Option(names = "--watch", description = "Check again whenever a file of the folder is saved, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--explain",
            paramLabel = "KIND",
            description = "Say what a kind of problem means, such as missing-join; all lists every kind.")
    private @Nullable String explain;

    /** What makes the status 1. */
    private enum FailLevel implements Coded {
        ERROR(Problem.Level.ERROR),
        WARNING(Problem.Level.WARNING);

        private final Problem.Level level;

        FailLevel(Problem.Level level) {
            this.level = level;
        }

        @Override
        public String code() {
            return level.shown();
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (explain != null) {
            return explain(explain);
        }
        CheckFormat written = output.format(advisor, format, CheckFormat.PRETTY);
        output.requireApart(new FilesInUse().rules(rules.path(advisor)));
        Problem.Level level = failLevel.level;
        Path folder = rules.path(advisor);
        if (watch) {
            return watch(folder, written);
        }
        CheckResult result = RulesCheck.of(rules.read(advisor), asOf.day())
                .in(rules.chosen(advisor).prefix());
        output.write(advisor, written.write(result, output.colour(advisor), Version.number()));
        advisor.out().flush();
        advisor.err().print(summary(result));
        if (!result.loads()) {
            return ExitStatus.RULES;
        }
        return result.problems().stream().anyMatch(problem -> problem.severity().compareTo(level) <= 0)
                ? ExitStatus.FOUND
                : ExitStatus.DONE;
    }

    private int watch(@Nullable Path folder, CheckFormat format) throws InterruptedException {
        if (output.isFile() || folder == null) {
            throw new UsageException("--watch: found " + (output.isFile() ? "--output beside it" : "no rules folder")
                    + ", expected a folder to watch and a person at a terminal, such as advisor check rules --watch");
        }
        return Watching.run(folder, advisor.out(), () -> {
            try {
                CheckResult result = RulesCheck.of(ChosenRules.read(folder), asOf.day())
                        .in(rules.chosen(advisor).prefix());
                return format.write(result, advisor.terminal().colour(), Version.number()) + summary(result);
            } catch (UsageException | RunawayRuleException broken) {
                return broken.getMessage() + "\n";
            }
        });
    }

    private static String summary(CheckResult result) {
        if (result.problems().isEmpty()) {
            return "Found nothing wrong in " + Counted.of(result.files(), "file") + " with "
                    + Counted.of(result.rules(), "rule") + ".\n";
        }
        long files = result.problems().stream().map(Problem::file).distinct().count();
        String more = result.leftOut() > 0 ? "... and " + Counted.of(result.leftOut(), "more problem") + ".\n" : "";
        return more + "Found " + Counted.of(result.count(Problem.Level.ERROR), "error") + " and "
                + Counted.of(result.count(Problem.Level.WARNING), "warning") + " in "
                + (files > result.files() ? "" : files + " of ")
                + Counted.of(Math.max(files, result.files()), "file") + "."
                + (result.loads() ? "" : " The rules do not load.")
                + " `advisor check --explain KIND` says more of a kind.\n";
    }

    private int explain(String name) {
        if (name.equals(ALL)) {
            for (ProblemKind kind : ProblemKind.values()) {
                advisor.out().println(kind.slug() + "\n    " + kind.explanation());
            }
            return ExitStatus.DONE;
        }
        ProblemKind kind = ProblemKind.find(name).orElseThrow(() -> {
            String mend = Suggestion.didYouMean(name, ProblemKind.slugs());
            return new UsageException("--explain: found " + SafeText.quoted(name) + ", expected a kind of problem\n"
                    + (mend == null ? "`advisor check --explain all` lists them" : mend));
        });
        advisor.out().println(kind.slug() + ": " + kind.explanation());
        return ExitStatus.DONE;
    }
}
