package org.migrationadvisor.workbench.mutation;

import java.util.Locale;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;
import org.migrationadvisor.workbench.cases.RuleCase;
import org.migrationadvisor.workbench.mutation.MutationRun.Mutant;

/** Writes how cases fared against changed rules for a person in a terminal. */
public final class MutationText {
    private static final int INDENT = 2;
    private static final int LABEL = 10;

    private final TerminalText text;

    public MutationText(TerminalText text) {
        this.text = text;
    }

    /**
     * The changes and a line that sums up.
     *
     * @param all whether to list also the changes that a case noticed
     */
    public void write(MutationRun run, boolean all) {
        for (RuleCase failing : run.failing()) {
            text.line(0, failing.file() + ":" + failing.line() + ": fails: " + failing.name(), Ink.RED);
        }
        if (!run.failing().isEmpty()) {
            text.line(0, "Mutations can be measured only while all cases pass; see advisor test.", Ink.STRONG);
            return;
        }
        run.mutants().stream().filter(mutant -> all || mutant.survived()).forEach(this::mutant);
        if (all || !run.survivors().isEmpty()) {
            text.blank();
        }
        text.line(
                0,
                String.format(
                        Locale.ROOT,
                        "%s of %s: %d killed, %d survived, %.1f %%.",
                        Counted.of(run.mutants().size(), "mutant"),
                        Counted.of(run.rules(), "rule"),
                        run.mutants().size() - run.survivors().size(),
                        run.survivors().size(),
                        run.percent()),
                run.survivors().isEmpty() ? Ink.GREEN : Ink.STRONG);
    }

    private void mutant(Mutant mutant) {
        Mutation mutation = mutant.mutation();
        text.row(
                0,
                mutant.survived() ? new Cell("survived", Ink.RED, LABEL) : new Cell("killed", Ink.GREEN, LABEL),
                new Cell(
                        mutation.file() + ":" + mutation.line() + ":" + mutation.column() + ": "
                                + mutation.rule().id() + ": " + mutation.what(),
                        Ink.PLAIN,
                        0));
        mutant.killedBy()
                .ifPresent(killer ->
                        text.line(LABEL + INDENT, killer.file() + ":" + killer.line() + ": " + killer.name(), Ink.DIM));
    }
}
