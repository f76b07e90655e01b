package org.migrationadvisor.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.workbench.NewRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor new rule TIM-060",
            "  advisor new rule TIM-060 --rules my-rules --code REMIND_OF_EXPIRY --topic timing"
        })
final class NewRuleCommand implements Callable<Integer> {
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

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Override
    public Integer call() throws IOException {
        return parent.create("rule", id, rules, folder -> NewRule.in(folder, id, code, topic));
    }
}
