package org.migrationadvisor.workbench.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.workbench.cases.CaseResult;
import org.migrationadvisor.workbench.cases.CaseRun;

class CaseWriterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Path PLANTED = Path.of("src/test/resources/org/migrationadvisor/workbench/gaps/planted");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBook() throws IOException {
        try (Stream<Path> files = Files.walk(PLANTED)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(PLANTED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private List<String> appendAll() throws IOException {
        List<String> places = new ArrayList<>();
        for (Gap gap : GapSearch.search(RulesFolder.read(folder), AS_OF).gaps()) {
            places.add(CaseWriter.append(folder, RulesFolder.read(folder), gap));
        }
        return places;
    }

    private List<String> failures() throws IOException {
        return CaseRun.run(RulesFolder.read(folder)).stream()
                .filter(result -> !result.passed())
                .map(result -> result.ruleCase().file() + ":"
                        + result.ruleCase().line() + " " + result.ruleCase().name())
                .toList();
    }

    @Test
    void witnessesBecomeCasesThatFailAsLongAsTheGapIsThere() throws IOException {
        assertThat(appendAll())
                .containsExactly(
                        "timing/expiry.cases.yaml:11",
                        "timing/expiry.cases.yaml:16",
                        "timing/expiry.cases.yaml:21",
                        "timing/expiry.cases.yaml:26");

        assertThat(Files.readString(folder.resolve("timing/expiry.cases.yaml"))).isEqualTo("""
                given:
                  asOf: 2026-11-20
                  policy: { nearExpiryDays: 60 }
                  customer: { relationship: none }
                  subscription: { program: mpsa, status: active, endDate: 2027-06-30, seats: 5 }

                cases:
                  - name: a long time before the end the customer waits
                    fires: [TIM-010, TIM-050]

                  - name: 'one of WAIT_FOR_EXPIRY, LET_EXPIRE comes with endDate 2026-12-20 (30 days ahead)'
                    policy: { nearExpiryDays: 30 }
                    subscription: { program: ea, endDate: 2026-12-20 }
                    atLeast: [WAIT_FOR_EXPIRY] # or LET_EXPIRE

                  - name: 'WAIT_FOR_EXPIRY and LET_EXPIRE do not come together with status trial'
                    policy: { nearExpiryDays: 30 }
                    subscription: { program: ea, status: trial }
                    none: [LET_EXPIRE] # or WAIT_FOR_EXPIRY

                  - name: 'TIM-040 fires with a plain customer'
                    policy: { nearExpiryDays: 30 }
                    subscription: { program: ea }
                    fires: [TIM-010, TIM-040, TIM-050]

                  - name: 'TIM-050 is not needed with a plain customer'
                    policy: { nearExpiryDays: 30 }
                    subscription: { program: ea }
                    fires: [TIM-010]
                """);
        assertThat(failures()).hasSize(4);
    }

    @Test
    void aFileThatIsNotThereIsMade() throws IOException {
        Files.delete(folder.resolve("timing/expiry.cases.yaml"));
        Gap hole = GapSearch.search(RulesFolder.read(folder), AS_OF).gaps().get(0);

        String place = CaseWriter.append(folder, RulesFolder.read(folder), hole);

        assertThat(place).isEqualTo("timing/expiry.cases.yaml:5");
        assertThat(Files.readString(folder.resolve("timing/expiry.cases.yaml"))).isEqualTo("""
                given:
                  asOf: 2026-11-20

                cases:
                  - name: 'one of WAIT_FOR_EXPIRY, LET_EXPIRE comes with endDate 2026-12-20 (30 days ahead)'
                    subscription: { program: ea, status: active, endDate: 2026-12-20 }
                    atLeast: [WAIT_FOR_EXPIRY] # or LET_EXPIRE
                """);
        assertThat(failures())
                .containsExactly("timing/expiry.cases.yaml:5 one of WAIT_FOR_EXPIRY, LET_EXPIRE comes with endDate"
                        + " 2026-12-20 (30 days ahead)");
    }

    @Test
    void customersWithNoneOrSeveralSubscriptionsBecomeCasesToo() throws IOException {
        Files.writeString(folder.resolve("contradictions.yaml"), """
                due:
                  - name: A customer without subscriptions is asked for them
                    when: Customer( subscriptionCount == 0 )
                    codes: [CLARIFY_STATUS]
                  - name: A customer with two is asked as well
                    when: Customer( movingCount == 2 )
                    codes: [CLARIFY_STATUS]
                """);
        List<Gap> gaps = GapSearch.search(RulesFolder.read(folder), AS_OF).gaps();

        CaseWriter.append(folder, RulesFolder.read(folder), gaps.get(0));
        CaseWriter.append(folder, RulesFolder.read(folder), gaps.get(1));

        assertThat(Files.readString(folder.resolve("timing/expiry.cases.yaml")))
                .contains("    subscriptions: []\n    atLeast: [CLARIFY_STATUS]\n")
                .contains("    subscriptions:\n      - { program: ea }\n      - { program: ea }\n");
        assertThat(CaseRun.run(RulesFolder.read(folder)))
                .filteredOn(result -> !result.passed())
                .extracting((CaseResult result) ->
                        result.ruleCase().customer().subscriptions().size())
                .containsExactly(0, 2);
    }
}
