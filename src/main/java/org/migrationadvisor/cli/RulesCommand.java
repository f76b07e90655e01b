package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.RuleInfo;
import org.migrationadvisor.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists the rules. */
@Command(
        name = "rules",
        description = "Lists the rules: id, sentence, place, source and code.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor rules", "  advisor rules my-rules"})
final class RulesCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Override
    public Integer call() {
        MigrationAdvisor loaded = MigrationAdvisor.of(rules.load(advisor));
        PrintStream out = advisor.out();
        for (RuleInfo rule : loaded.rules()) {
            out.println(rule.id() + "  " + rule.sentence());
            out.println("         " + rule.code() + "  " + rule.file() + ":" + rule.line());
            out.println("         " + rule.source());
        }
        out.println();
        out.println(Counted.of(loaded.rules().size(), "rule") + ", fingerprint " + loaded.fingerprint());
        return ExitStatus.DONE;
    }
}
