package org.migrationadvisor.workbench.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.trace.ConditionTrace;
import org.migrationadvisor.rulebook.trace.ConditionTrace.Kind;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;

/** Writes accounts of rules for a person in a terminal. */
public final class AccountText {
    private static final int MARK = 2;
    private static final int GAP = 2;
    private static final int LEAST_FOR_VALUES = 24;

    private AccountText() {}

    /** The rule, then its conditions with what each found, and what would have to change behind each that failed. */
    public static void write(TerminalText text, int indent, RuleAccount account) {
        text.line(indent, account.rule().id() + " " + account.rule().sentence(), Ink.STRONG);
        text.line(indent, account.place() + " · " + account.rule().source(), Ink.DIM);
        conditions(text, indent, account, new HashSet<>());
    }

    /** @param told the definitions that have been accounted for, each with the fact that it is about */
    private static void conditions(TerminalText text, int indent, RuleAccount account, Set<List<String>> told) {
        List<ConditionTrace> worthALine = account.attempt().conditions().stream()
                .filter(condition -> condition.kind() != Kind.FACT || condition.failed())
                .toList();
        int longest = worthALine.stream()
                .mapToInt(condition -> condition.text().length() + GAP)
                .filter(length -> length <= text.width() - indent - MARK * 2 - LEAST_FOR_VALUES)
                .max()
                .orElse(0);
        worthALine.forEach(condition -> condition(text, indent + MARK, longest, condition, account, told));
    }

    private static void condition(
            TerminalText text,
            int indent,
            int room,
            ConditionTrace condition,
            RuleAccount account,
            Set<List<String>> told) {
        String values = Shown.values(condition.values());
        Cell mark = mark(condition);
        Ink ink = condition.failed() ? Ink.STRONG : condition.held() ? Ink.PLAIN : Ink.DIM;
        if (values.isEmpty() || condition.text().length() >= room) {
            text.row(indent, mark, new Cell(condition.text(), ink, 0));
            if (!values.isEmpty()) {
                text.line(indent + MARK, values, Ink.DIM);
            }
        } else {
            text.row(indent, mark, new Cell(condition.text(), ink, room), new Cell(values, Ink.DIM, 0));
        }
        account.changes().stream()
                .filter(change -> change.condition() == condition)
                .forEach(change -> text.line(indent + MARK, change.need(), Ink.YELLOW));
        for (RuleAccount behind : ConclusionAccounts.of(condition)) {
            String name = behind.rule().concluded().definition().name();
            if (told.add(List.of(name, String.valueOf(behind.subscriptionId())))) {
                RuleDefinition rule = behind.rule();
                text.line(indent + MARK, rule.id() + " " + rule.sentence() + " · " + behind.place(), Ink.DIM);
                conditions(text, indent + MARK, behind, told);
            }
        }
    }

    private static Cell mark(ConditionTrace condition) {
        return switch (condition.outcome()) {
            case HELD -> new Cell("✓", Ink.GREEN, MARK);
            case FAILED -> new Cell("✗", Ink.RED, MARK);
            case NOT_REACHED -> new Cell("·", Ink.DIM, MARK);
        };
    }
}
