package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.workbench.export.DroolsExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the rules for other programs. */
@Command(
        name = "export",
        description = {
            "Writes the rules as plain DRL, to be run by Drools 10.2 without this program.",
            "They give the same advice, without its texts. README.md beside them says how to run them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = "  advisor export my-rules --drools drl",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {" 0:written", " 2:wrong usage, or a file cannot be written", " 3:the rules do not load"})
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Option(
            names = "--drools",
            required = true,
            paramLabel = "DIR",
            description = "A folder for the files, empty or not there yet.")
    private Path drools;

    @Override
    public Integer call() throws IOException {
        new FilesInUse().rules(rules.path(advisor)).writing("--drools", drools);
        requireEmpty();
        SortedMap<String, String> files = files(Rulebook.load(rules.read(advisor)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = drools.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            OutputFile.write(target, advisor.out(), file.getValue());
        }
        advisor.err().println("Wrote " + Counted.of(files.size(), "file") + " to " + SafeText.name(drools) + ".");
        return ExitStatus.DONE;
    }

    private static SortedMap<String, String> files(Rulebook rulebook) {
        try {
            return DroolsExport.of(rulebook);
        } catch (IllegalArgumentException unsayable) {
            throw new UsageException("export: " + unsayable.getMessage());
        }
    }

    private void requireEmpty() throws IOException {
        if (Files.notExists(drools)) {
            return;
        }
        if (!Files.isDirectory(drools)) {
            throw new UsageException("--drools: found the file " + SafeText.name(drools) + ", expected a folder");
        }
        try (Stream<Path> inside = Files.list(drools)) {
            if (inside.findAny().isPresent()) {
                throw new UsageException("--drools: found files in " + SafeText.name(drools)
                        + ", expected an empty folder, or none\nMaybe remove them, or name another folder");
            }
        }
    }
}
