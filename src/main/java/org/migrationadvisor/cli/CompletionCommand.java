package org.migrationadvisor.cli;

import java.util.concurrent.Callable;
import org.migrationadvisor.facts.Coded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what makes a shell complete the command line. */
@Command(
        name = "completion",
        description = {
            "Prints what makes a shell complete verbs, options, their values and files.",
            "",
            "bash: add `source <(advisor completion bash)` to ~/.bashrc.",
            "zsh:  add `source <(advisor completion zsh)` to ~/.zshrc, after compinit.",
            "fish: `advisor completion fish > ~/.config/fish/completions/advisor.fish`."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = "  advisor completion bash")
final class CompletionCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell;

    /** A shell that can complete. */
    private enum Shell implements Coded {
        BASH("bash"),
        ZSH("zsh"),
        FISH("fish");

        private final String code;

        Shell(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    @Override
    public Integer call() {
        Completion completion = new Completion(advisor.model().getCommandSpec());
        advisor.out()
                .print(
                        switch (shell) {
                            case BASH -> completion.bash();
                            case ZSH -> completion.zsh();
                            case FISH -> completion.fish();
                        });
        return ExitStatus.DONE;
    }
}
