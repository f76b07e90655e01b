package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.workbench.check.CheckFormat;
import org.migrationadvisor.workbench.verify.Verification;
import org.migrationadvisor.workbench.verify.VerificationReports;
import org.migrationadvisor.workbench.verify.VerificationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Does all that a rules folder must pass before it is handed over. */
@Command(
        name = "verify",
        description = {
            "Verifies a rules folder before it is handed over: check, test, coverage of the conditions and gaps in one"
                    + " run, with one summary and one exit status."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor verify my-rules", "  advisor verify my-rules --junit verify.xml --sarif verify.sarif"},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:nothing was found",
            " 1:a problem, a failed case, too little coverage or a gap",
            " 2:wrong usage",
            " 3:the rules or the cases do not load"
        })
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "The share of conditions that the cases must cover; default: 100.")
    private double threshold;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML here as well.")
    private @Nullable Path junit;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write the findings as SARIF 2.1.0 here as well.")
    private @Nullable Path sarif;

    @Override
    public Integer call() throws IOException {
        Bounds.percent("--threshold", threshold);
        ChosenRules chosen = rules.chosen(advisor);
        FilesInUse files = new FilesInUse().rules(chosen.folder());
        files.writing("--junit", junit);
        files.writing("--sarif", sarif);
        Verification found = Verification.of(rules.read(advisor), chosen.prefix(), asOf.day(), threshold);
        Terminal terminal = advisor.terminal();
        String problems = CheckFormat.PRETTY.write(found.check(), terminal.colour(), Version.number());
        TerminalText text = new TerminalText(terminal.width(), terminal.colour());
        VerificationText.write(found, text);
        advisor.out().print(problems.isEmpty() ? text : problems + "\n" + text);
        if (junit != null) {
            OutputFile.write(junit, advisor.out(), VerificationReports.junit(found));
        }
        if (sarif != null) {
            OutputFile.write(sarif, advisor.out(), VerificationReports.sarif(found, Version.number()));
        }
        if (!found.loads()) {
            return ExitStatus.RULES;
        }
        return found.passed() ? ExitStatus.DONE : ExitStatus.FOUND;
    }
}
