package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {
    private static final String FILE = "contradictions.yaml";

    private static List<String> problems(String text) {
        List<String> found = new java.util.ArrayList<>();
        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> Rulebook.load(RulesFolder.bundled().with(FILE, text)))
                .satisfies(broken -> broken.problems()
                        .forEach(problem -> found.add(
                                problem.headline() + (problem.mend() == null ? "" : " = " + problem.mend()))));
        return found;
    }

    @Test
    void declarationsAreReadWithTheirPlaces() {
        Contradictions read =
                Rulebook.load(RulesFolder.bundled().with(FILE, """
                exclusive:
                  - name: Far or near
                    codes: [WAIT_FOR_EXPIRY, LET_EXPIRE]
                due:
                  - name: Some advice
                    when: Subscription( moving )
                    codes: MOVE_MANUALLY
                """)).contradictions();

        assertThat(read.exclusive())
                .containsExactly(
                        new Contradictions.Exclusive("Far or near", List.of("WAIT_FOR_EXPIRY", "LET_EXPIRE"), FILE, 2));
        assertThat(read.due()).singleElement().satisfies(due -> {
            assertThat(due.text()).isEqualTo("Subscription( moving )");
            assertThat(due.codes()).containsExactly("MOVE_MANUALLY");
            assertThat(due.line()).isEqualTo(5);
        });
    }

    @Test
    void aFolderNeedsNoDeclarations() {
        RulesFolder folder = RulesFolder.bundled().with(FILE, "due: []\n");

        assertThat(Rulebook.load(folder).contradictions()).isEqualTo(Contradictions.NONE);
    }

    @Test
    void declarationsChangeNoAdviceAndNoFingerprint() {
        RulesFolder other = RulesFolder.bundled().with(FILE, "due: []\n");

        assertThat(other.fingerprint()).isEqualTo(RulesFolder.bundled().fingerprint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Subscription( movin )                  | 3:25: error: found the field `movin`, which Subscription does not have = did you mean `moving`?
                    Subscripton( moving )                  | 3:11: error: found the fact `Subscripton`, expected one of Customer, Subscription, Policy = did you mean `Subscription`?
                    Subscription( status == "activ" )      | 3:35: error: found "activ", expected one of "active", "trial", "suspended", "expired", "disabled", "deleted", "unknown" = did you mean `active`?
                    """)
    void aMistakeInAConditionIsToldWhereItStands(String condition, String expected) {
        assertThat(problems("""
                        due:
                          - name: Some advice
                            when: %s
                            codes: [MOVE_MANUALLY]
                        """.formatted(condition))).containsExactly(FILE + ":" + expected);
    }

    @Test
    void severalPatternsAreRefused() {
        assertThat(problems("""
                        due:
                          - name: Some advice
                            when: Subscription( moving ) Customer()
                            codes: [MOVE_MANUALLY]
                        """))
                .containsExactly("contradictions.yaml:3:11: error: found several patterns, expected one such as"
                        + " Subscription( moving ) = put all conditions into one pattern");
    }

    @Test
    void anUnknownCodeIsToldWithTheOneThatWasProbablyMeant() {
        assertThat(problems("""
                        exclusive:
                          - name: Far or near
                            codes: [WAIT_FOR_EXPIRI, LET_EXPIRE]
                        """))
                .containsExactly("contradictions.yaml:3:13: error: found the code `WAIT_FOR_EXPIRI`, which"
                        + " recommendations.yaml does not hold = did you mean `WAIT_FOR_EXPIRY`?");
    }

    @Test
    void whatIsLeftOutIsTold() {
        assertThat(problems("""
                        exclusive:
                          - codes: [WAIT_FOR_EXPIRY]
                        due:
                          - name: Some advice
                            codes: [MOVE_MANUALLY, MOVE_MANUALLY]
                        other: []
                        """))
                .containsExactly(
                        "contradictions.yaml:2:5: error: found no `name`, expected a sentence",
                        "contradictions.yaml:4:5: error: found no `when`, expected a condition such as"
                                + " Subscription( moving )",
                        "contradictions.yaml:6:1: error: found `other`, expected one of exclusive, due");
    }
}
