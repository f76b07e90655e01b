package org.migrationadvisor.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.workbench.check.CheckFormat;
import org.migrationadvisor.workbench.check.CheckResult;
import org.migrationadvisor.workbench.check.RulesCheck;

/** The mistakes of analysts: what {@code advisor check} says of each. */
class BrokenRulesTest {

    private static CheckResult check(Path broken) throws IOException {
        return RulesCheck.of(BookFiles.bookWith(broken), BookFiles.TODAY);
    }

    @TestFactory
    Stream<DynamicTest> eachBrokenFileIsToldAsExpected() throws IOException {
        return BookFiles.files("broken").stream()
                .map(broken -> dynamicTest(
                        BookFiles.name(broken),
                        () -> BookFiles.assertExpected(
                                broken, CheckFormat.PRETTY.write(check(broken), false, "test"))));
    }

    @Test
    void theBookWithoutABrokenFileIsClean() throws IOException {
        assertThat(RulesCheck.of(BookFiles.book(), BookFiles.TODAY).problems()).isEmpty();
    }

    @Test
    void theBundledRulesAreClean() {
        assertThat(RulesCheck.of(RulesFolder.bundled(), BookFiles.TODAY).problems())
                .isEmpty();
    }

    @Test
    void aRuleIsOverFromTheDayAfterItsLast() throws IOException {
        RulesFolder folder = BookFiles.bookWith(
                Path.of("src/test/resources/org/migrationadvisor/workbench/check/broken/rules/over-for-good.drl"));
        LocalDate last = LocalDate.of(2025, 12, 31);

        assertThat(RulesCheck.of(folder, last).problems())
                .extracting(Problem::kind)
                .doesNotContain(ProblemKind.NEVER_AGAIN);
        assertThat(RulesCheck.of(folder, last.plusDays(1)).problems())
                .extracting(Problem::kind)
                .contains(ProblemKind.NEVER_AGAIN);
    }

    @Test
    void noMessageSpeaksOfJava() throws IOException {
        for (Path broken : BookFiles.files("broken")) {
            for (Problem problem : check(broken).problems()) {
                assertThat(problem.what() + problem.mend())
                        .as(broken.toString())
                        .doesNotContain("Exception", "java.lang", "org.migrationadvisor", "org.drools", "snakeyaml");
            }
        }
    }

    @Test
    void aBrokenFileOfEachKindIsAmongThem() throws IOException {
        Set<ProblemKind> found = new TreeSet<>();
        for (Path broken : BookFiles.files("broken")) {
            found.addAll(check(broken).problems().stream().map(Problem::kind).collect(Collectors.toSet()));
        }
        Set<ProblemKind> elsewhere = Set.of(
                ProblemKind.MISSING_FILE, ProblemKind.UNREAD_FILE, ProblemKind.TOO_LARGE, ProblemKind.TO_FILL_IN);

        assertThat(Arrays.stream(ProblemKind.values()).filter(kind -> !elsewhere.contains(kind)))
                .allMatch(found::contains);
    }
}
