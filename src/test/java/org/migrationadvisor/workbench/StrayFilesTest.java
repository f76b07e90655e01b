package org.migrationadvisor.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.workbench.check.RulesCheck;

/** Files in a rules folder that nothing reads: what is said of them, and which keep the rules from loading. */
class StrayFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void copyTheBook() throws IOException {
        Path book = BookFiles.FOLDER.resolve("book");
        try (Stream<Path> files = Files.walk(book)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(book.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private List<Problem> problems(String stray) throws IOException {
        Path file = folder.resolve(stray);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# a file\n");
        return RulesCheck.of(RulesFolder.read(folder), BookFiles.TODAY).problems();
    }

    @ParameterizedTest
    @CsvSource({
        "timing/late.drl.txt, timing/late.drl",
        "timing/late.drl.bak, timing/late.drl",
        "timing/late.drl~, timing/late.drl",
        "timing/late.drl (1), timing/late.drl",
        "timing/late.DRL, timing/late.drl",
        "timing/late.cases.yml, timing/late.cases.yaml",
        "messages/fr.yml, messages/fr.yaml",
        "contradictions.yml, contradictions.yaml",
        "service-plans.csv.txt, service-plans.csv",
    })
    void aFileUnderNearlyTheNameOfOneThatIsReadKeepsTheRulesFromLoading(String stray, String meant) throws IOException {
        List<Problem> problems = problems(stray);

        assertThat(problems).extracting(Problem::pretty).containsExactly("""
                %1$s:1:1: error: found a file that is not read, but looks like `%2$s` under another name
                 1 |
                   | ^
                   = rename it to `%2$s`, or take it out of the rules folder""".formatted(stray, meant));
        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> MigrationAdvisor.load(folder))
                .withMessageStartingWith(stray + ":1:1: error: found a file that is not read");
    }

    @ParameterizedTest
    @CsvSource({
        "timing/expiry.drl.txt, timing/expiry.drl",
        "policy.yml, policy.yaml",
        "Kopie von policy.yaml, policy.yaml",
        "policy (1).yaml, policy.yaml",
        "offers - Copy.csv, offers.csv",
        "timing/offers.csv, offers.csv",
    })
    void aSecondFileForTheSameIsComparedByAPerson(String stray, String meant) throws IOException {
        List<Problem> problems = problems(stray);

        assertThat(problems)
                .extracting(Problem::headline)
                .containsExactly(stray + ":1:1: error: found a file that is not read, but looks like `" + meant
                        + "` under another name");
        assertThat(problems.get(0).mend())
                .isEqualTo(
                        "`" + meant + "` is there too: see which one is right, and take the other one out of the rules"
                                + " folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"timing/expiry.xlsx", "timing/expiry.drl~", "timing/expiry.drl.bak", "notes.csv", "todo.txt"})
    void whatHarmsNothingIsReportedAndTheRulesLoad(String stray) throws IOException {
        assertThat(problems(stray))
                .extracting(Problem::headline, Problem::mend)
                .containsExactly(tuple(
                        stray + ":1:1: warning: found a file that is not read, expected rules in .drl files, cases in"
                                + " .cases.yaml files, texts in messages/LANGUAGE.yaml, or one of contradictions.yaml,"
                                + " facts.yaml, offers.csv, policy.yaml, recommendations.yaml, service-plans.csv,"
                                + " tables.yaml, workload-families.csv",
                        "take it out of the rules folder, or put a dot before its name"));
        assertThat(MigrationAdvisor.load(folder).rules()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README",
                "README.md",
                "LICENSE.txt",
                "timing/notes.md",
                ".git/config",
                ".drafts/late.drl.txt",
                "timing/.expiry.drl.swp",
                "timing/#expiry.drl#",
                "~$offers.xlsx",
                "4913",
                "Thumbs.db",
            })
    void notesForPeopleAndWhatEditorsLeaveAreNotReported(String stray) throws IOException {
        assertThat(problems(stray)).isEmpty();
    }

    @Test
    void aCopyOfARuleFileIsReadAndItsIdsAreFoundTwice() throws IOException {
        Files.copy(folder.resolve("timing/expiry.drl"), folder.resolve("timing/Kopie von expiry.drl"));

        assertThat(RulesCheck.of(RulesFolder.read(folder), BookFiles.TODAY).problems())
                .extracting(Problem::kind)
                .containsOnly(ProblemKind.DUPLICATE_ID);
    }

    @Test
    void aFileInUtf16IsNamedWithTheWayOut() throws IOException {
        Files.write(folder.resolve("policy.yaml"), "\uFEFFnearExpiryDays: 30\n".getBytes(StandardCharsets.UTF_16LE));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RulesFolder.read(folder))
                .withMessage("""
                        policy.yaml: found a file in UTF-16, expected a text file in UTF-8
                        Maybe it was saved as "Unicode": save it again as "UTF-8", in Excel as "CSV UTF-8\"""");
    }

    @Test
    void unfinishedRulesLoadForThoseWhoWriteThemButDoNotAdvise() throws IOException {
        Path rules = folder.resolve("timing/expiry.drl");
        Files.writeString(
                rules,
                Files.readString(rules)
                        .replace("Wait until the original is near", "??? near")
                        .replace("// Con", "// ??? Con"));

        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> MigrationAdvisor.load(folder))
                .withMessage("""
                        timing/expiry.drl:4:15: error: found ???, which is left to fill in
                         4 | rule "TIM-010 ??? near its natural end"
                           |               ^^^
                           = write what the words beside it ask for, and remove the ???""");
        assertThat(RulesCheck.of(RulesFolder.read(folder), BookFiles.TODAY).loads())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "policy.yaml, 'windowName: ???', policy.yaml:1:13",
        "messages/en.yaml, 'words: { unknown: ??? }', messages/en.yaml:1:19",
    })
    void aTextOrValueThatIsNotFinishedIsNamedWithItsPlace(String file, String start, String place) throws IOException {
        Path changed = folder.resolve(file);
        Files.writeString(changed, start + "\n" + Files.readString(changed));

        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> MigrationAdvisor.load(folder))
                .withMessageStartingWith(place + ": error: found ???, which is left to fill in");
    }

    @Test
    void aMarkInACaseStopsNothing() throws IOException {
        Path cases = folder.resolve("timing/expiry.cases.yaml");
        Files.writeString(cases, Files.readString(cases).replace("with 31 days left", "with ??? days left"));

        assertThat(MigrationAdvisor.load(folder).rules()).hasSize(5);
    }
}
