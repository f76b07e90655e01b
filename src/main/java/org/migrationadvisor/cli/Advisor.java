package org.migrationadvisor.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.migrationadvisor.LimitReachedException;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.text.Counted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program with its verbs. */
@Command(
        name = "advisor",
        description = {
            "Tells a CSP partner, per customer and subscription, how to take over license-based subscriptions.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor advise customers.csv", "  advisor verify my-rules", "  advisor help advise"},
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done",
            " 1:done, and something was found",
            " 2:wrong usage, or a file that does not exist, cannot be read or written, or is of no known format",
            " 3:the rules do not load",
            " 4:done, but some rows were rejected (all others were evaluated)",
            "70:a defect of the program",
            "75:the memory is exhausted, or too few files may be open: more of it helps",
            "130, 143:stopped by Ctrl-C, or asked to end"
        })
final class Advisor implements Runnable {
    /** The heading of what stands at the end of the help of each verb. */
    static final String EXAMPLES = "%nExamples:%n";

    static final List<Class<?>> VERBS = List.of(
            AdviseCommand.class,
            InspectCommand.class,
            ExplainCommand.class,
            CheckCommand.class,
            FmtCommand.class,
            NewCommand.class,
            TestCommand.class,
            MutateCommand.class,
            GapsCommand.class,
            DiffCommand.class,
            RulesCommand.class,
            FactsCommand.class,
            ExportCommand.class,
            CatalogCommand.class,
            VerifyCommand.class,
            CompletionCommand.class,
            ManCommand.class,
            CommandLine.HelpCommand.class);

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream screen;
    private final PrintStream err;
    private final Terminal terminal;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--no-cache",
            scope = ScopeType.INHERIT,
            description = "Start without the class-data archive that the launcher keeps to be quick, and make none.")
    @SuppressWarnings("unused") // the launcher reads it, before there is a program
    private boolean noCache;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "auto, always or never; default: auto, which is in a terminal, unless NO_COLOR forbids or"
                    + " CLICOLOR_FORCE asks for colours. A file shows none.")
    private ColorChoice color;

    /** @param err standard error as it is */
    Advisor(InputStream in, PrintStream out, PrintStream err, Terminal terminal, Surroundings surroundings) {
        this.in = in;
        this.out = out;
        this.screen = err;
        this.err = new SafeStream(err);
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    /** Runs the command line; the result is the exit status. */
    int run(String... args) {
        CommandLine commandLine = commandLine(verbs(args))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(screen, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(new Strategy())
                .setParameterExceptionHandler(new UsageHandler(err))
                .setExecutionExceptionHandler(new FailureHandler());
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError exhausted) {
            return failed(LimitReachedException.of("advisor " + String.join(" ", args), exhausted));
        } catch (Error broken) {
            return failed(broken);
        }
    }

    /** The program with all its verbs, for those that describe it. */
    CommandLine model() {
        return commandLine(VERBS);
    }

    private CommandLine commandLine(List<Class<?>> verbs) {
        CommandLine commandLine = new CommandLine(this);
        for (Class<?> verb : verbs) {
            commandLine.addSubcommand(verb);
        }
        Converters.register(commandLine);
        return commandLine.setUsageHelpWidth(Math.max(60, Math.min(terminal.width(), 120)));
    }

    /** The verb that the arguments begin with, else all: it takes a tenth of a second to set up the others as well. */
    private static List<Class<?>> verbs(String... args) {
        for (Class<?> verb : VERBS) {
            boolean needsAll = args.length == 0 || verb == CommandLine.HelpCommand.class;
            if (!needsAll && verb.getAnnotation(Command.class).name().equals(args[0])) {
                return List.of(verb);
            }
        }
        return VERBS;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "advisor: found no verb, expected one such as advise, inspect or check");
    }

    InputStream in() {
        return in;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Standard error as it is, for what is drawn in place; everything else goes to {@link #err()}. */
    PrintStream screen() {
        return screen;
    }

    Terminal terminal() {
        return color.of(terminal);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    // Classes of their own: with lambdas of picocli's old classes, the JVM keeps neither in a class-data archive.
    private final class Strategy implements CommandLine.IExecutionStrategy {

        @Override
        public int execute(CommandLine.ParseResult parsed) {
            CommandLine.Help.Ansi ansi = terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
            parsed.commandSpec().commandLine().setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
            return new CommandLine.RunLast().execute(parsed);
        }
    }

    private final class FailureHandler implements CommandLine.IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(
                Exception exception, CommandLine command, CommandLine.ParseResult parseResult) {
            return failed(exception);
        }
    }

    private static boolean isOutOfFiles(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Too many open files")) {
                return true;
            }
        }
        return false;
    }

    private int failed(Throwable exception) {
        out.flush();
        if (exception instanceof LimitReachedException) {
            err.println(exception.getMessage());
            return ExitStatus.LIMIT;
        }
        if (isOutOfFiles(exception)) {
            err.println("The program: found more files than it may have open at once, expected a limit of 64 or more"
                    + "\nMaybe ulimit -n 1024");
            return ExitStatus.LIMIT;
        }
        if (exception instanceof UsageException || exception instanceof ListException) {
            err.println(exception.getMessage());
            return ExitStatus.USAGE;
        }
        if (exception instanceof RulebookException broken) {
            err.println(broken.getMessage());
            err.println();
            err.println("The rules do not load: " + Counted.of(broken.problems().size(), "problem") + ".");
            return ExitStatus.RULES;
        }
        if (exception instanceof RunawayRuleException) {
            err.println(exception.getMessage());
            return ExitStatus.RULES;
        }
        err.println("This is a defect of the program: " + exception);
        for (StackTraceElement element : exception.getStackTrace()) {
            if (element.getClassName().startsWith("org.migrationadvisor")) {
                err.println("Please report it with this line: advisor " + Version.number() + " at " + element);
                break;
            }
        }
        return ExitStatus.DEFECT;
    }
}
