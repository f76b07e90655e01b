package org.migrationadvisor.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.workbench.check.CheckFormat;
import org.migrationadvisor.workbench.check.CheckResult;
import org.migrationadvisor.workbench.check.RulesCheck;

/**
 * Rule files that try to do more than read facts and recommend. Each is refused with a clear message, or stopped; those
 * that try to run code would leave a system property or a file behind.
 */
@Tag("attack")
class HostileRulesTest {
    private static final Path MARKER = Path.of("target/hostile-ran");
    private static final String PROPERTY = "hostile.ran";
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private Set<Thread> threads = Set.of();

    @BeforeEach
    void rememberWhatRuns() throws IOException {
        Files.deleteIfExists(MARKER);
        threads = Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    @AfterEach
    void nothingRan() {
        assertNothingRan();
    }

    private void assertNothingRan() {
        assertThat(System.getProperty(PROPERTY)).isNull();
        assertThat(MARKER).doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread ->
                                !threads.contains(thread) && thread.getName().startsWith("Thread-")))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachHostileFileIsRefusedOrStopped() throws IOException {
        return BookFiles.files("hostile").stream()
                .map(hostile -> dynamicTest("hostile rules: " + BookFiles.name(hostile), () -> {
                    RulesFolder folder = BookFiles.bookWith(hostile);
                    CheckResult result = RulesCheck.of(folder, BookFiles.TODAY);
                    String told = result.loads() ? stopped(folder) : CheckFormat.PRETTY.write(result, false, "test");
                    assertNothingRan();
                    BookFiles.assertExpected(hostile, told);
                }));
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(BookFiles.files("hostile")).hasSizeGreaterThan(100);
    }

    /** What is said when the rules are used on a customer with 300 subscriptions. */
    private static String stopped(RulesFolder folder) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            subscriptions.add(
                    Subscription.builder("s" + i).program(Program.EA).seats(i).build());
        }
        Customer customer = Customer.builder("c").subscriptions(subscriptions).build();
        try {
            return "not stopped: "
                    + MigrationAdvisor.load(folder)
                            .advise(customer, AS_OF)
                            .recommendations()
                            .size() + " recommendations";
        } catch (RunawayRuleException runaway) {
            return runaway.getMessage() + "\n";
        }
    }

    @Test
    @DisplayName("hostile rules: more than 2,000")
    void aBookOfVeryManyRulesIsRefused() throws IOException {
        StringBuilder rules = new StringBuilder("package many;\n");
        for (int i = 0; i < 2_100; i++) {
            rules.append(String.format("""
                    rule "%s-%03d Rule %d"
                        @source( "Test (2026)" )
                    when
                        $original : Subscription( seats == %d )
                    then
                        recommend( LET_EXPIRE, $original );
                    end
                    """, "ABC".substring(0, 2) + (char) ('A' + i / 999), i % 999 + 1, i, i));
        }

        CheckResult result = RulesCheck.of(BookFiles.book().with("many/many.drl", rules.toString()), BookFiles.TODAY);

        assertThat(result.problems()).anySatisfy(problem -> assertThat(problem.headline())
                .isEqualTo("many/many.drl:2:6: error: found 2105 rules in the folder, expected at most 2000; this file"
                        + " holds most of them, 2100"));
    }

    @Test
    @DisplayName("hostile rules: a file of nonsense")
    void aFileOfNonsenseIsToldInAFewProblems() throws IOException {
        String nonsense = "rule \"\n@(" + "{)]} when then ".repeat(20_000);

        CheckResult result = RulesCheck.of(BookFiles.book().with("many/many.drl", nonsense), BookFiles.TODAY);

        assertThat(result.loads()).isFalse();
        assertThat(result.problems()).hasSizeLessThan(10);
    }
}
