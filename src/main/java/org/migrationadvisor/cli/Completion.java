package org.migrationadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion scripts for shells, made of the verbs and options that the program has. Picocli's own know neither the
 * values of our closed lists nor that a list is a file, do not complete {@code --format=}, and leave out fish.
 */
final class Completion {
    /** A list is a file too; its type is a text because of {@code -}. */
    private static final String LIST = "LIST";

    private final Map<String, CommandSpec> verbs = new LinkedHashMap<>();

    Completion(CommandSpec program) {
        collect("", program);
    }

    private void collect(String path, CommandSpec command) {
        verbs.put(path, command);
        for (CommandLine each : command.subcommands().values()) {
            String name = each.getCommandName();
            collect(path.isEmpty() ? name : path + " " + name, each.getCommandSpec());
        }
    }

    /** For bash 3.2 and later. */
    String bash() {
        return "# Completion of advisor for bash and zsh, made by: advisor completion\n"
                + """
                _advisor_choose() {
                    COMPREPLY=($(compgen -W "$1" -- "$cur"))
                    # no files where none are meant; bash before 4 and zsh have no compopt
                    compopt +o default 2>/dev/null
                }
                _advisor() {
                    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= skip= word options files arguments
                    COMPREPLY=()
                    # --format=csv is three words
                    if [[ $cur == = ]]; then cur=
                    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
                    fi
                    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                        if [[ $word == = ]]; then continue; fi
                        if [[ -n $skip ]]; then skip=; continue; fi
                """
                + "        case $word in\n            " + String.join("|", withValue()) + ") skip=yes; continue ;;\n"
                + "        esac\n        case \"$verb $word\" in\n            "
                + verbs.keySet().stream()
                        .filter(verb -> !verb.isEmpty())
                        .map(verb -> "\"" + (verb.contains(" ") ? "" : " ") + verb + "\"")
                        .collect(Collectors.joining("|"))
                + ") verb=${verb:+$verb }$word ;;\n        esac\n    done\n    case $verb in\n"
                + verbs.entrySet().stream()
                        .map(verb -> bash(verb.getKey(), verb.getValue()))
                        .collect(Collectors.joining())
                + """
                    esac
                    if [[ $cur == -* ]]; then _advisor_choose "$options"
                    elif [[ -z $files ]]; then _advisor_choose "$arguments"
                    fi
                }
                complete -o default -F _advisor advisor
                """;
    }

    /** For zsh, which understands what bash does. */
    String zsh() {
        return "autoload -U +X bashcompinit && bashcompinit\n" + bash();
    }

    private Set<String> withValue() {
        Set<String> names = new TreeSet<>();
        verbs.values().forEach(verb -> verb.options().stream()
                .filter(Completion::takesValue)
                .forEach(option -> names.addAll(List.of(option.names()))));
        return names;
    }

    private String bash(String path, CommandSpec verb) {
        Map<String, List<String>> byAnswer = new LinkedHashMap<>();
        for (OptionSpec option : verb.options()) {
            if (takesValue(option)) {
                String answer = isFile(option) ? "" : "_advisor_choose \"" + String.join(" ", values(option)) + "\"; ";
                byAnswer.computeIfAbsent(answer, key -> new ArrayList<>()).addAll(List.of(option.names()));
            }
        }
        StringBuilder out = new StringBuilder("        \"" + path + "\")\n            case $prev in\n");
        byAnswer.forEach((answer, names) -> out.append("                ")
                .append(String.join("|", names))
                .append(") ")
                .append(answer)
                .append("return ;;\n"));
        String options = verb.options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .collect(Collectors.joining(" "));
        return out.append("            esac\n            options=\"")
                .append(options)
                .append("\" files=")
                .append(takesFiles(verb) ? "yes" : "")
                .append(" arguments=\"")
                .append(String.join(" ", arguments(verb)))
                .append("\" ;;\n")
                .toString();
    }

    /** For fish 3 and later. */
    String fish() {
        StringBuilder out = new StringBuilder("""
                # Completion of advisor for fish, made by: advisor completion fish
                complete -c advisor -f
                """);
        verbs.forEach((path, verb) -> {
            String condition = path.isEmpty()
                    ? "__fish_use_subcommand"
                    : List.of(path.split(" ")).stream()
                            .map(word -> "__fish_seen_subcommand_from " + word)
                            .collect(Collectors.joining("; and "));
            String start = "complete -c advisor -n '" + condition + "'";
            if (takesFiles(verb)) {
                out.append(start).append(" -F\n");
            }
            for (CommandLine each : verb.subcommands().values()) {
                out.append(start + " -a " + each.getCommandName() + description(each.getCommandSpec()) + "\n");
            }
            if (verb.subcommands().isEmpty() && !arguments(verb).isEmpty()) {
                out.append(start + " -a '" + String.join(" ", arguments(verb)) + "'\n");
            }
            verb.options().forEach(option -> out.append(start + fish(option) + "\n"));
        });
        return out.toString();
    }

    private static String fish(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        String value = !takesValue(option)
                ? ""
                : isFile(option)
                        ? " -r -F"
                        : values(option).isEmpty() ? " -x" : " -x -a '" + String.join(" ", values(option)) + "'";
        return names + value + " -d " + quoted(String.join(" ", option.description()));
    }

    private static String description(CommandSpec verb) {
        return " -d " + quoted(ManPage.about(verb));
    }

    /** The first sentence, quoted for fish. */
    private static String quoted(String description) {
        String sentence =
                description.replaceFirst("(?s)(?<=[\\w)])[.;:] .*", "").replaceFirst("\\.$", "");
        return "'" + sentence.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0 && option.type() != boolean.class;
    }

    private static boolean isFile(ArgSpec argument) {
        return argument.type() == Path.class || argument.paramLabel().equals(LIST);
    }

    private static boolean takesFiles(CommandSpec verb) {
        return verb.positionalParameters().stream().anyMatch(Completion::isFile);
    }

    private static List<String> values(ArgSpec argument) {
        return Converters.isChoice(argument) ? Converters.codes(argument.type()) : List.of();
    }

    /** What can stand where no option does: verbs, or values of a closed list. */
    private static List<String> arguments(CommandSpec verb) {
        List<String> words = new ArrayList<>(verb.subcommands().keySet());
        if (verb.helpCommand()) {
            words.addAll(verb.root().subcommands().keySet());
        }
        verb.positionalParameters().forEach(argument -> words.addAll(values(argument)));
        return words;
    }
}
