package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.workbench.NewFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Begins something new in a rules folder. */
@Command(
        name = "new",
        description = "Begins a new rule or definition.",
        subcommands = {NewRuleCommand.class, NewDefinitionCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor new rule TIM-060 --rules my-rules", "  advisor new definition NearEnd --rules my-rules"},
        synopsisSubcommandLabel = "(rule | definition)")
final class NewCommand implements Runnable {

    @ParentCommand
    private Advisor advisor;

    @Spec
    private CommandSpec spec;

    /** Makes what begins a new thing in a rules folder. */
    interface Beginning {
        NewFiles in(RulesFolder folder) throws NewFiles.RefusedException;
    }

    /**
     * Writes what begins a new thing, and says which files are new or changed.
     *
     * @param kind what it is
     * @param name its name as given
     */
    int create(String kind, String name, RulesOption rules, Beginning beginning) throws IOException {
        Path folder = rules.path(advisor);
        if (folder == null) {
            throw new UsageException("new " + kind + ": found no rules folder, expected one to write to, such as"
                    + " advisor new " + kind + " " + SafeText.shown(name) + " --rules my-rules");
        }
        NewFiles files;
        try {
            files = beginning.in(rules.read(advisor));
        } catch (NewFiles.RefusedException refused) {
            throw new UsageException(String.valueOf(refused.getMessage()));
        }
        for (Map.Entry<String, String> file : files.created().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent(), "folder"));
            if (Files.exists(path)) {
                throw new UsageException(SafeText.name(path) + ": found this file already, expected to create it");
            }
            OutputFile.write(path, advisor.out(), file.getValue());
            advisor.out().println("created " + SafeText.name(path));
        }
        for (Map.Entry<String, String> file : files.changed().entrySet()) {
            Path path = folder.resolve(file.getKey());
            OutputFile.write(path, advisor.out(), file.getValue());
            advisor.out().println("changed " + SafeText.name(path));
        }
        advisor.out()
                .println("Now fill in what is marked with ???: advisor check " + SafeText.name(folder) + " lists it.");
        return ExitStatus.DONE;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "new: found nothing that is to be new, expected rule or definition");
    }
}
