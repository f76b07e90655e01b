package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.util.List;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line: what was found and expected, and what to do. */
final class UsageHandler implements IParameterExceptionHandler {
    private final PrintStream err;

    UsageHandler(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String[] message = message(wrong, command, List.of(args)).split("\n", 2);
        String help = "`" + command.qualifiedName() + " --help` says more.";
        err.println(message[0]);
        err.println(message.length == 1 ? help : message[1] + "? " + help);
        return ExitStatus.USAGE;
    }

    /** What was found and expected; in a second line, if there is one, what was probably meant. */
    private static String message(ParameterException wrong, CommandSpec command, List<String> args) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing.getMissing().get(0), command, args);
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getCause() instanceof TypeConversionException unfit) {
            return name(argument) + ": " + unfit.getMessage();
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + ": found it twice, expected it once";
        }
        int help = args.indexOf("help");
        if (command.parent() == null && help >= 0 && help + 1 < args.size()) {
            return unmatched(args.get(help + 1), command);
        }
        return SafeText.inPlace(String.valueOf(wrong.getMessage()));
    }

    private static String unmatched(String found, CommandSpec command) {
        String verb = command.name();
        if (found.startsWith("-") && found.length() > 1) {
            List<String> options = command.options().stream()
                    .flatMap(option -> List.of(option.names()).stream())
                    .toList();
            String name = found.replaceFirst("=.*", "");
            return verb + ": found the option " + SafeText.quoted(name) + ", which it does not have"
                    + maybe(name, options);
        }
        if (!command.subcommands().isEmpty()) {
            List<String> verbs = List.copyOf(command.subcommands().keySet());
            return verb + ": found " + SafeText.quoted(found) + ", expected one of " + String.join(", ", verbs)
                    + maybe(found, verbs);
        }
        return verb + ": found " + SafeText.quoted(found) + ", expected no further argument";
    }

    private static String maybe(String found, List<String> known) {
        String nearest = Suggestion.nearest(SafeText.shown(found), known);
        return nearest == null ? "" : "\nMaybe " + nearest;
    }

    private static String missing(ArgSpec missing, CommandSpec command, List<String> args) {
        String label = missing.paramLabel();
        if (!(missing instanceof OptionSpec option)) {
            return command.name() + ": found no " + label + ", expected one";
        }
        int values = option.arity().min();
        return List.of(option.names()).stream().anyMatch(args::contains)
                ? name(option) + ": found no " + label + " after it, expected " + (values > 1 ? values : "one")
                : command.name() + ": found no " + name(option) + " " + label + ", expected that option";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
