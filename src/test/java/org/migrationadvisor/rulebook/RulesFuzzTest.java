package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.RuleLayout;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/**
 * Every file of a rules folder with text that nobody meant: the folder loads or is refused with places, and nothing else.
 * In the build the seeds are run once; docs/security.md says how to search for longer.
 */
class RulesFuzzTest {
    private static final String DURATION = "2m";
    private static final String RULE = "package fuzz;\nrule \"FUZ-010 Fuzz\" @source( \"Test (2026)\" ) when %s end\n";

    private static final RulesFolder BOOK = book();

    private static RulesFolder book() {
        try {
            return RulesFolder.read(RuleFileAttempts.BOOK);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @FuzzTest(maxDuration = DURATION)
    void ruleFile(byte[] bytes) {
        load("fuzz/fuzz.drl", text(bytes));
        RuleLayout.of(new SourceFile("fuzz.drl", text(bytes)), new Problems());
    }

    /** What stands between {@code when} and {@code end}. */
    @FuzzTest(maxDuration = DURATION)
    void rule(byte[] bytes) {
        String text = RULE.replace("%s", text(bytes));
        load("fuzz/fuzz.drl", text);
        RuleLayout.of(new SourceFile("fuzz.drl", text), new Problems());
    }

    @FuzzTest(maxDuration = DURATION)
    void policy(byte[] bytes) {
        load("policy.yaml", text(bytes));
    }

    @FuzzTest(maxDuration = DURATION)
    void codes(byte[] bytes) {
        load("recommendations.yaml", text(bytes));
    }

    @FuzzTest(maxDuration = DURATION)
    void contradictions(byte[] bytes) {
        load("contradictions.yaml", text(bytes));
    }

    @FuzzTest(maxDuration = DURATION)
    void messages(byte[] bytes) {
        load("messages/en.yaml", text(bytes));
    }

    /** The text of one message, in a language with other plurals than English. */
    @FuzzTest(maxDuration = DURATION)
    void message(byte[] bytes) {
        load(
                "messages/de.yaml",
                "messages:\n  WAIT_FOR_EXPIRY: |\n    " + text(bytes).replace("\n", "\n    "));
    }

    @FuzzTest(maxDuration = DURATION)
    void offers(byte[] bytes) {
        load("offers.csv", text(bytes));
    }

    @FuzzTest(maxDuration = DURATION)
    void plans(byte[] bytes) {
        load("service-plans.csv", text(bytes));
    }

    @FuzzTest(maxDuration = DURATION)
    void families(byte[] bytes) {
        load("workload-families.csv", text(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void load(String name, String text) {
        try {
            assertThat(Rulebook.load(BOOK.with(name, text)).fingerprint()).hasSize(64);
        } catch (RulebookException refused) {
            for (Problem problem : refused.problems()) {
                assertThat(problem.what()).contains("found ");
                assertThat(problem.excerpt()).contains("^");
            }
        }
    }
}
