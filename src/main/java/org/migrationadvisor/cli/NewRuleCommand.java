package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.workbench.NewRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Begins a new rule. */
@Command(
        name = "rule",
        description = {
            "Begins a new rule: the rule with its cases and, for a new code, its entries in recommendations.yaml and in"
                    + " the messages of each language.",
            "What is left to write is marked with ???, and advisor check lists it. No file is overwritten."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewRuleCommand implements Callable<Integer> {
    private static final Path DEFAULT = Path.of("rules");

    @ParentCommand
    private NewCommand parent;

    @Parameters(paramLabel = "ID", description = "The id of the rule, such as TIM-060.")
    private String id;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "What the rule recommends; default: a new code made of the id.")
    private @Nullable String code;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "The folder of the rule; default: that of the rules with the same letters.")
    private @Nullable String topic;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rules folder; default: ./rules.")
    private Path rules = DEFAULT;

    @Override
    public Integer call() throws IOException {
        Advisor advisor = parent.advisor();
        NewRule rule;
        try {
            rule = NewRule.in(RulesDir.read(rules), id, code, topic);
        } catch (NewRule.RefusedException refused) {
            throw new UsageException(String.valueOf(refused.getMessage()));
        }
        for (Map.Entry<String, String> file : rule.created().entrySet()) {
            Path path = rules.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent(), "folder"));
            if (Files.exists(path)) {
                throw new UsageException(path + ": found this file already, expected to create it");
            }
            OutputFile.write(path, advisor.out(), file.getValue());
            advisor.out().println("created " + path);
        }
        for (Map.Entry<String, String> file : rule.changed().entrySet()) {
            Path path = rules.resolve(file.getKey());
            OutputFile.write(path, advisor.out(), file.getValue());
            advisor.out().println("changed " + path);
        }
        advisor.out().println("Now fill in what is marked with ???: advisor check " + rules + " lists it.");
        return ExitStatus.DONE;
    }
}
