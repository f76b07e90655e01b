package org.migrationadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists what rules can read. */
@Command(
        name = "facts",
        description = "Lists what rules can read: facts with their fields, types and values, and the policy.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor facts", "  advisor facts date"})
final class FactsCommand implements Callable<Integer> {
    private static final int NAME_COLUMNS = 30;

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "Only fields with this text in their name, in any letter case.")
    private @Nullable String wanted;

    @Override
    public Integer call() {
        Terminal terminal = advisor.terminal();
        TerminalText text = new TerminalText(terminal.width(), terminal.colour());
        Rulebook rulebook = rules.load(advisor);
        boolean found = false;
        for (FactType type : rulebook.facts()) {
            List<Cell[]> rows = new ArrayList<>();
            for (Property field : type.properties()) {
                if (isWanted(field.name())) {
                    rows.add(row(field.name(), field.description() + " " + values(field)));
                }
            }
            found |= write(text, type.name(), rows);
        }
        for (Definition definition : rulebook.definitions().all()) {
            if (isWanted(definition.name())) {
                found |= write(text, definition.name(), List.<Cell[]>of(pattern(definition)));
            }
        }
        List<Cell[]> rows = new ArrayList<>();
        Map<String, String> policy = new TreeMap<>();
        rulebook.policy().forEach((name, value) -> policy.put(name, "= " + value));
        rulebook.unsetPolicy().keySet().forEach(name -> policy.put(name, "not set"));
        policy.forEach((name, value) -> {
            if (isWanted(name)) {
                rows.add(row(name, value));
            }
        });
        found |= write(text, Vocabulary.POLICY, rows);
        if (wanted != null && !found) {
            throw new UsageException("facts: found no field with " + SafeText.quoted(wanted)
                    + " in its name, expected a part of one; advisor facts lists all");
        }
        advisor.out().print(text);
        return ExitStatus.DONE;
    }

    private boolean isWanted(String name) {
        return wanted == null || name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /** How a pattern reads a definition, and where it stands. */
    private static Cell[] pattern(Definition definition) {
        String fields = String.join(", ", definition.type().propertyNames());
        String place = definition.file().name() + ":" + definition.line();
        return row(definition.name() + "( " + fields + " )", definition.about() + " " + place);
    }

    private static Cell[] row(String name, String words) {
        return new Cell[] {new Cell(name, Ink.PLAIN, NAME_COLUMNS), new Cell(words, Ink.PLAIN, 0)};
    }

    private static String values(Property field) {
        String values = field.type() == ValueType.CHOICE
                ? "One of " + String.join(", ", field.choices())
                : capitalized(field.type().shown());
        return values + (field.mayBeUnknown() ? ", or null if not known." : ".");
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static boolean write(TerminalText text, String name, List<Cell[]> rows) {
        if (!rows.isEmpty()) {
            text.line(0, name, Ink.STRONG);
            rows.forEach(row -> text.row(2, row));
        }
        return !rows.isEmpty();
    }
}
