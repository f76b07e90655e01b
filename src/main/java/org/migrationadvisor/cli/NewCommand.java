package org.migrationadvisor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Begins something new in a rules folder. */
@Command(
        name = "new",
        description = "Begins a new rule.",
        subcommands = NewRuleCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = "  advisor new rule TIM-060 --rules my-rules",
        synopsisSubcommandLabel = "rule")
final class NewCommand implements Runnable {

    @ParentCommand
    private Advisor advisor;

    @Spec
    private CommandSpec spec;

    Advisor advisor() {
        return advisor;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "new: found nothing that is to be new, expected rule");
    }
}
