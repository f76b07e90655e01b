package org.migrationadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.workbench.cases.CaseResult;
import org.migrationadvisor.workbench.cases.TestRun;
import org.migrationadvisor.workbench.cases.TestText;

/** Runs the cases of a folder again whenever it changes, and tells what is new. */
final class TestWatch {
    private final Path folder;
    private final String filter;
    private final Advisor advisor;
    private @Nullable TestRun before;
    private Set<String> failing = Set.of();

    TestWatch(Path folder, String filter, Advisor advisor) {
        this.folder = folder;
        this.filter = filter;
        this.advisor = advisor;
    }

    /** Runs until the thread is interrupted or the process ends. */
    int run() throws InterruptedException {
        return Watching.run(folder, advisor.out(), this::again);
    }

    private String again() {
        TerminalText text =
                new TerminalText(advisor.terminal().width(), advisor.terminal().colour());
        try {
            TestRun run = TestRun.of(ChosenRules.read(folder), filter);
            TestText writer = new TestText(text);
            if (before == null) {
                writer.files(run);
                text.blank();
            } else {
                changed(run, writer, text);
            }
            writer.summary(run);
            before = run;
            failing = signatures(run.failed());
        } catch (RulebookException broken) {
            return broken.getMessage() + "\n\nThe rules do not load; waiting for the next save.\n";
        } catch (UsageException gone) {
            return gone.getMessage() + "\n";
        }
        return text.toString();
    }

    /** The cases that fail now and did not so before, and those that pass again. */
    private void changed(TestRun run, TestText writer, TerminalText text) {
        List<CaseResult> failed = new ArrayList<>(run.failed());
        Set<String> names = new LinkedHashSet<>();
        failed.forEach(result -> names.add(name(result)));
        failed.stream().filter(result -> !failing.contains(signature(result))).forEach(result -> {
            text.blank();
            writer.failure(result);
        });
        text.blank();
        if (before != null) {
            before.failed().stream()
                    .map(TestWatch::name)
                    .filter(name -> !names.contains(name))
                    .forEach(name -> text.line(0, "✓ passes now, or is gone: " + name, Ink.GREEN));
        }
    }

    private static Set<String> signatures(List<CaseResult> results) {
        Set<String> signatures = new LinkedHashSet<>();
        results.forEach(result -> signatures.add(signature(result)));
        return signatures;
    }

    private static String name(CaseResult result) {
        return result.ruleCase().file() + ": " + result.ruleCase().name();
    }

    private static String signature(CaseResult result) {
        return name(result)
                + result.differences().stream().map(Object::toString).toList();
    }
}
