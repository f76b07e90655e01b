package org.migrationadvisor.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page in the man macros of roff, made of the same descriptions as {@code --help}. */
final class ManPage {
    private final CommandSpec program;
    private final StringBuilder out = new StringBuilder();

    ManPage(CommandSpec program) {
        this.program = program;
    }

    /** The page, ended by {@code \n}. */
    String text() {
        out.append(".TH ADVISOR 1 \"\" \"advisor ").append(Version.number()).append("\"\n");
        section("NAME");
        line("advisor - advice on taking over license-based subscriptions");
        section("SYNOPSIS");
        line("advisor VERB [ARGUMENTS]");
        section("DESCRIPTION");
        lines(program.usageMessage().description());
        section("OPTIONS");
        arguments(program);
        section("VERBS");
        program.subcommands().values().forEach(verb -> verb("advisor", verb));
        section("EXIT STATUS");
        program.usageMessage().exitCodeList().forEach(this::item);
        section("ENVIRONMENT");
        item(ChosenRules.VARIABLE, "The rules folder where none is named.");
        item("LC_ALL, LC_MESSAGES, LANG", "The language of messages where --lang names none and the rules have it.");
        item("NO_COLOR, CLICOLOR_FORCE, CLICOLOR", "Whether output is coloured where --color does not say.");
        item("COLUMNS", "The width of text where it is not that of a terminal.");
        return out.toString();
    }

    private void verb(String parent, CommandLine commandLine) {
        CommandSpec command = commandLine.getCommandSpec();
        String name = parent + " " + commandLine.getCommandName();
        out.append(".SS ").append(escaped(name)).append('\n');
        String[] header = command.usageMessage().header();
        lines(header.length > 0 ? header : command.usageMessage().description());
        arguments(command);
        for (Map.Entry<String, String> status :
                command.usageMessage().exitCodeList().entrySet()) {
            item("Exit status " + status.getKey().strip(), status.getValue());
        }
        if (command.usageMessage().footer().length > 0) {
            out.append(".PP\nExamples:\n.PP\n.nf\n");
            for (String example : command.usageMessage().footer()) {
                line(example);
            }
            out.append(".fi\n");
        }
        command.subcommands().values().forEach(each -> verb(name, each));
    }

    /** What a verb does, in one sentence or a few. */
    static String about(CommandSpec verb) {
        String[] header = verb.usageMessage().header();
        return header.length > 0 ? header[0] : verb.usageMessage().description()[0];
    }

    private void arguments(CommandSpec command) {
        command.positionalParameters().forEach(argument -> item(argument.paramLabel(), description(argument)));
        for (OptionSpec option : command.options()) {
            boolean inherited = command != program && program.findOption(option.longestName()) != null;
            if (!inherited) {
                String value = option.arity().max() > 0 && option.type() != boolean.class
                        ? (" " + option.paramLabel()).repeat(option.arity().max())
                        : "";
                item(String.join(", ", option.names()) + value, description(option));
            }
        }
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private void section(String name) {
        out.append(".SH ").append(name).append('\n');
    }

    private void item(String name, String words) {
        out.append(".TP\n");
        line(name);
        line(words);
    }

    private void lines(String[] paragraphs) {
        for (String paragraph : paragraphs) {
            if (paragraph.isEmpty()) {
                out.append(".PP\n");
            } else {
                line(paragraph);
            }
        }
    }

    private void line(String words) {
        out.append(escaped(words)).append('\n');
    }

    /** Blanks at the start stay; a full stop or apostrophe there would be a request. */
    private static String escaped(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
