package org.migrationadvisor.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.workbench.NewDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Begins a new definition. */
@Command(
        name = "definition",
        description = {
            "Begins a name that rules read: its declaration, a rule that concludes it, and its cases, in definitions/.",
            "What is left to write is marked with ???, and advisor check lists it. No file is overwritten."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor new definition NearEnd",
            "  advisor new definition Large --rules my-rules --customer --id LRG-010"
        })
final class NewDefinitionCommand implements Callable<Integer> {
    @ParentCommand
    private NewCommand parent;

    @Parameters(paramLabel = "NAME", description = "The name, such as NearEnd; rules read it as nearEnd.")
    private String name;

    @Option(names = "--customer", description = "It is about a customer; default: about a subscription.")
    private boolean customer;

    @Option(names = "--id", paramLabel = "ID", description = "The id of the rule; default: the next free one of DEF.")
    private @Nullable String id;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Override
    public Integer call() throws IOException {
        return parent.create("definition", name, rules, folder -> NewDefinition.in(folder, name, customer, id));
    }
}
