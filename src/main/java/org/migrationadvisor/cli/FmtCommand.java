package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.workbench.RulesLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lays rule files out in the house style. */
@Command(
        name = "fmt",
        description = {
            "Lays the rule files of a folder out in the house style, without changing what they mean.",
            "Comments stay. Files with syntax errors are left alone."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor fmt my-rules", "  advisor fmt my-rules --check"},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:all files are laid out",
            " 1:with --check: some are not",
            " 2:wrong usage, or a file cannot be written",
            " 3:a file has syntax errors"
        })
final class FmtCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Option(names = "--check", description = "Change nothing, only name the files that are not laid out.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        Path folder = rules.path(advisor);
        if (folder == null && !check) {
            throw new UsageException("fmt: found no rules folder, expected one to change, such as advisor fmt rules\n"
                    + "Maybe --check is meant, which also looks at the bundled rules");
        }
        RulesLayout layout = RulesLayout.of(rules.read(advisor));
        for (RulesLayout.LaidOut file : layout.changed()) {
            if (folder != null && !check) {
                OutputFile.write(folder.resolve(file.name()), advisor.out(), file.text());
            }
            advisor.out().println(SafeText.name(folder == null ? file.name() : folder.resolve(file.name())));
        }
        advisor.out().flush();
        layout.problems().forEach(problem -> advisor.err()
                .println(problem.in(rules.chosen(advisor).prefix()).pretty() + "\n"));
        String what = check ? " not laid out." : " laid out.";
        advisor.err()
                .println(Counted.of(layout.changed().size(), "file") + " of " + layout.files() + what
                        + (layout.problems().isEmpty() ? "" : " Files with syntax errors are left alone."));
        if (!layout.problems().isEmpty()) {
            return ExitStatus.RULES;
        }
        return check && !layout.changed().isEmpty() ? ExitStatus.FOUND : ExitStatus.DONE;
    }
}
