package org.migrationadvisor;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints, at the end of a test run, how many attempts on the program there were per group and how many of them it held
 * against. An attempt is a test named {@code <group>: <attempt>} in a class tagged {@code attack}.
 */
public final class AttackSummary implements TestExecutionListener {
    private static final TestTag ATTACK = TestTag.create("attack");
    private static final String SEPARATOR = ": ";

    private final Map<String, Attempts> groups = new TreeMap<>();
    private @Nullable TestPlan plan;

    private static final class Attempts {
        private int made;
        private int held;

        private void add(boolean holds) {
            made++;
            held += holds ? 1 : 0;
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        int end = test.getDisplayName().indexOf(SEPARATOR);
        if (test.isTest() && end > 0 && isAttack(test)) {
            groups.computeIfAbsent(test.getDisplayName().substring(0, end), group -> new Attempts())
                    .add(result.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
        }
    }

    private boolean isAttack(TestIdentifier test) {
        return test.getTags().contains(ATTACK)
                || Objects.requireNonNull(plan)
                        .getParent(test)
                        .map(this::isAttack)
                        .orElse(false);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        groups.forEach((group, attempts) ->
                System.out.printf("Attempts, %s: %d, of which %d hold%n", group, attempts.made, attempts.held));
    }
}
