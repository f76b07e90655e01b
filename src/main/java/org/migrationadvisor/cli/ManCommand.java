package org.migrationadvisor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints the manual page. */
@Command(
        name = "man",
        description = {
            "Prints the manual page of the program, which holds the help of all verbs.",
            "",
            "To read it: `advisor man | man -l -`. To install it: `advisor man > ~/.local/share/man/man1/advisor.1`."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = "  advisor man")
final class ManCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Override
    public Integer call() {
        advisor.out().print(new ManPage(advisor.model().getCommandSpec()).text());
        return ExitStatus.DONE;
    }
}
