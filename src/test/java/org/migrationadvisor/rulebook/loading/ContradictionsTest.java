package org.migrationadvisor.rulebook.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

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
                .containsExactly(new Contradictions.Exclusive(
                        "Far or near", List.of("WAIT_FOR_EXPIRY", "LET_EXPIRE"), List.of(), FILE, 2));
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

    private static String exclusive(String codes) {
        return """
                exclusive:
                  - name: Far or near
                %s
                """.formatted(codes.indent(4).stripTrailing());
    }

    @Test
    void eachCodeExcludesEachOtherOneOrThoseThatAreNamed() {
        Contradictions read =
                Rulebook.load(RulesFolder.bundled().with(FILE, """
                exclusive:
                  - name: One of three
                    codes: [WAIT_FOR_EXPIRY, LET_EXPIRE, SOURCE_SUSPENDED]
                  - name: Two against two
                    codes: [LET_EXPIRE/TIM-020, WAIT_FOR_EXPIRY]
                    excludes: [SOURCE_SUSPENDED, "PROVISION_SUBSCRIPTION{seats}"]
                """)).contradictions();

        assertThat(read.exclusive().get(1).pairs())
                .extracting(pair -> pair.code() + " " + pair.other())
                .containsExactly(
                        "LET_EXPIRE/TIM-020 SOURCE_SUSPENDED",
                        "LET_EXPIRE/TIM-020 PROVISION_SUBSCRIPTION{seats}",
                        "WAIT_FOR_EXPIRY SOURCE_SUSPENDED",
                        "WAIT_FOR_EXPIRY PROVISION_SUBSCRIPTION{seats}");
        assertThat(read.pairs()).as("a pair declared twice counts once").isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LET_EXPIRE/TIM-021, WAIT_FOR_EXPIRY | 3:13: error: found the rule `TIM-021`, which no rule file holds = did you mean `LET_EXPIRE/TIM-020`?
                    LET_EXPIRE/TIM-010, WAIT_FOR_EXPIRY | 3:13: error: found the rule `TIM-010`, which recommends WAIT_FOR_EXPIRY, not LET_EXPIRE = did you mean `LET_EXPIRE/TIM-020`?
                    WAIT_FOR_EXPIRY, LET_EXPIR/TIM-020  | 3:30: error: found the code `LET_EXPIR`, which recommendations.yaml does not hold = did you mean `LET_EXPIRE`?
                    WAIT_FOR_EXPIRY, "LET_EXPIRE{seat}" | 3:30: error: found `{seat}`, expected a field of the facts in braces, such as {seats} = did you mean `{seats}`?
                    LET_EXPIRE, LET_EXPIRE/TIM-020      | 2:5: error: found `LET_EXPIRE/TIM-020` beside `LET_EXPIRE`, which means all advice of that code = name the rules one by one, as CODE/RULE-ID
                    LET_EXPIRE                          | 2:5: error: found 1 `codes`, expected two or more, each once
                    """)
    void aMistakeInAnExclusionIsReportedWhereItStands(String codes, String expected) {
        assertThat(problems(exclusive("codes: [" + codes + "]"))).containsExactly(FILE + ":" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [LET_EXPIRE]            | 2:5: error: found `LET_EXPIRE` beside `LET_EXPIRE`, which means all advice of that code = name the rules one by one, as CODE/RULE-ID
                    []                      | 2:5: error: found 0 `excludes`, expected one or more, each once
                    [WAIT_FOR_EXPIRI]       | 4:16: error: found the code `WAIT_FOR_EXPIRI`, which recommendations.yaml does not hold = did you mean `WAIT_FOR_EXPIRY`?
                    """)
    void aMistakeInWhatIsExcludedIsReportedWhereItStands(String excluded, String expected) {
        assertThat(problems(exclusive("codes: [LET_EXPIRE]\nexcludes: " + excluded)))
                .containsExactly(FILE + ":" + expected);
    }

    @Test
    void aRuleThatCannotBeReadIsNotMissedAsWell() {
        RulesFolder folder = RulesFolder.bundled();
        String rules = Objects.requireNonNull(folder.file("timing/expiry.drl")).text();

        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> Rulebook.load(
                        folder.with("timing/expiry.drl", rules.replace("daysToEnd <= $near", "daysToEnds <= $near"))))
                .satisfies(broken -> assertThat(broken.problems())
                        .extracting(problem -> problem.file())
                        .containsOnly("timing/expiry.drl"));
    }
}
