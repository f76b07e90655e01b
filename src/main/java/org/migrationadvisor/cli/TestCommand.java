package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.workbench.cases.JUnitXml;
import org.migrationadvisor.workbench.cases.TestJson;
import org.migrationadvisor.workbench.cases.TestRun;
import org.migrationadvisor.workbench.cases.TestText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the cases beside the rules. */
@Command(
        name = "test",
        description = "Runs the cases (*.cases.yaml) beside the rules.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor test my-rules",
            "  advisor test my-rules --filter \"30 days\" --watch",
            "  advisor test my-rules --coverage --threshold 95"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:all cases pass",
            " 1:a case failed, there are no cases where some should be, or too little is covered",
            " 2:wrong usage",
            " 3:the rules or the cases do not load"
        })
final class TestCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Option(names = "--watch", description = "Run again whenever a file of the folder is saved, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only cases with this text in their name or file, in any letter case.")
    private String filter;

    @Option(names = "--coverage", description = "Show which rules and conditions the cases reach.")
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Fail if a smaller share of conditions is covered: held in a case, and first to fail in one.")
    private double threshold;

    @Option(
            names = "--fail-on-empty",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Fail if there are no cases, or none beside a rule file; this is the default.")
    private boolean failOnEmpty;

    @Option(names = "--format", paramLabel = "FORMAT", description = "pretty, json or junit; default: pretty.")
    private @Nullable TestFormat format;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        TestFormat written = output.format(advisor, format, TestFormat.PRETTY);
        output.requireApart(new FilesInUse().rules(rules.path(advisor)));
        Bounds.percent("--threshold", threshold);
        if (watch) {
            return watch(written);
        }
        TestRun run = TestRun.of(rules.read(advisor), filter);
        output.write(advisor, text(run, written));
        return isGood(run) ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private int watch(TestFormat format) throws InterruptedException {
        Path folder = rules.path(advisor);
        if (format != TestFormat.PRETTY || output.isFile()) {
            throw new UsageException("--watch: found --format or --output beside it, expected a person at a terminal");
        }
        if (folder == null) {
            throw new UsageException(
                    "--watch: found no rules folder, expected one to watch, such as advisor test rules --watch");
        }
        return new TestWatch(folder, filter, advisor).run();
    }

    private String text(TestRun run, TestFormat format) {
        return switch (format) {
            case JSON -> TestJson.of(run);
            case JUNIT -> JUnitXml.of(JUnitXml.suites(run));
            case PRETTY -> pretty(run);
        };
    }

    private String pretty(TestRun run) {
        TerminalText text = output.text(advisor);
        TestText writer = new TestText(text);
        writer.files(run);
        if (coverage || isUncovered(run)) {
            writer.coverage(run.coverage());
        }
        text.blank();
        writer.summary(run);
        String shortfall = isUncovered(run)
                ? String.format(Locale.ROOT, "Expected %.1f %% of the conditions to be covered.%n", threshold)
                : "";
        return text + shortfall;
    }

    private boolean isUncovered(TestRun run) {
        return threshold > 0 && run.coverage().percent() < threshold;
    }

    private boolean isGood(TestRun run) {
        return run.failed().isEmpty() && !isUncovered(run) && !(failOnEmpty && run.isEmptySomewhere());
    }
}
