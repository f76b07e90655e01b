package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.report.Counted;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Suggestion;
import org.migrationadvisor.workbench.CheckFormat;
import org.migrationadvisor.workbench.CheckResult;
import org.migrationadvisor.workbench.RulesCheck;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "pretty",
            description = "pretty, compact, json, sarif or github; default: pretty.")
    private String format;

    @Option(
            names = "--fail-level",
            paramLabel = "LEVEL",
            defaultValue = "warning",
            description = "What makes the status 1: error or warning; default: warning.")
    private String failLevel;

    @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable Path output;

    @Option(
            names = "--explain",
            paramLabel = "KIND",
            description = "Say what a kind of problem means, such as missing-join; all lists every kind.")
    private @Nullable String explain;

    @Override
    public Integer call() throws IOException {
        if (explain != null) {
            return explain(explain);
        }
        CheckFormat written = Choice.of(CheckFormat.class, "--format", format);
        Problem.Level level = failLevel();
        Path folder = rules.path();
        CheckResult result = RulesCheck.of(rules.read())
                .in(folder == null ? "" : folder.toString().replace('\\', '/'));
        boolean colour = advisor.terminal().colour() && output == null;
        try (OutputFile file = OutputFile.open(output, advisor.out())) {
            file.stream().write(written.write(result, colour, Version.number()).getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
        tell(result);
        if (!result.loads()) {
            return ExitStatus.RULES;
        }
        return result.problems().stream().anyMatch(problem -> problem.severity().compareTo(level) <= 0)
                ? ExitStatus.FOUND
                : ExitStatus.DONE;
    }

    private Problem.Level failLevel() {
        for (Problem.Level level : Problem.Level.values()) {
            if (level.shown().equals(failLevel)) {
                return level;
            }
        }
        throw new UsageException("--fail-level: found '" + failLevel + "', expected one of error, warning");
    }

    private void tell(CheckResult result) {
        advisor.out().flush();
        PrintStream err = advisor.err();
        String looked = Counted.of(result.files(), "file") + " with " + Counted.of(result.rules(), "rule");
        if (result.problems().isEmpty()) {
            err.println("Found nothing wrong in " + looked + ".");
            return;
        }
        if (result.leftOut() > 0) {
            err.println("... and " + Counted.of(result.leftOut(), "more problem") + ".");
        }
        long files = result.problems().stream().map(Problem::file).distinct().count();
        err.println("Found " + Counted.of(result.count(Problem.Level.ERROR), "error") + " and "
                + Counted.of(result.count(Problem.Level.WARNING), "warning") + " in " + files + " of "
                + Counted.of(result.files(), "file") + "."
                + (result.loads() ? "" : " The rules do not load.")
                + " `advisor check --explain KIND` says more of a kind.");
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
            return new UsageException("--explain: found '" + name + "', expected a kind of problem\n"
                    + (mend == null ? "`advisor check --explain all` lists them" : mend));
        });
        advisor.out().println(kind.slug() + ": " + kind.explanation());
        return ExitStatus.DONE;
    }
}
