package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All verbs use the same rules, and say which. */
class ChosenRulesTest {
    private static final String FINGERPRINT = ", fingerprint [0-9a-f]{12}\n(?s).*";

    @TempDir
    private Path folder;

    private Path named = Path.of("");
    private Path variable = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        named = RulesCopy.ofSmallBook(folder.resolve("named"));
        variable = RulesCopy.ofSmallBook(folder.resolve("variable"));
        RulesCopy.ofSmallBook(folder.resolve("rules"));
    }

    static Stream<List<String>> verbs() {
        String list = "samples/customers.csv";
        return Stream.of(
                List.of("advise", list),
                List.of("inspect", list),
                List.of("explain", list, "--customer", "75050c1b-1871-40e2-b5f9-30857b9a8c33"),
                List.of("diff", list, "--against", "rules"),
                List.of("catalog", "SPE_E3"),
                List.of("facts"),
                List.of("rules"),
                List.of("check"),
                List.of("test"),
                List.of("mutate"),
                List.of("gaps"),
                List.of("fmt", "--check"),
                List.of("new", "rule", "TIM-060"),
                List.of("verify"));
    }

    private static Cli.Outcome run(Path folder, Map<String, String> variables, List<String> verb, String... more) {
        return Cli.runIn(
                new Surroundings(folder, variables),
                Stream.concat(verb.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theFolderThatIsNamedCountsThenTheVariableThenRulesBesideElseTheBundled(List<String> verb) {
        Map<String, String> variables = Map.of("ADVISOR_RULES", variable.toString());

        assertThat(run(folder, variables, verb, "--rules", named.toString()).err())
                .matches("Rules: " + named + FINGERPRINT);
        assertThat(run(folder, variables, verb).err())
                .matches("Rules: " + variable + " \\(ADVISOR_RULES\\)" + FINGERPRINT);
        assertThat(run(folder, Map.of("ADVISOR_RULES", ""), verb).err())
                .matches("Rules: " + folder.resolve("rules") + FINGERPRINT);
    }

    @Test
    void aFolderOfThatNameThatHoldsNoRulesIsLeftAlone() throws IOException {
        Path other = folder.resolve("other");
        Files.writeString(Files.createDirectories(other.resolve("rules")).resolve("firewall.txt"), "deny all");

        assertThat(run(other, Map.of(), List.of("rules")).err()).matches("Rules: the bundled rules" + FINGERPRINT);
        assertThat(run(other, Map.of(), List.of("new", "rule", "TIM-060"))).isEqualTo(new Cli.Outcome(2, "", """
                        new rule: found no rules folder, expected one to write to, such as advisor new rule TIM-060\
                         --rules my-rules
                        """));
    }

    @Test
    void theFolderMayStandAloneWhereAVerbHasNoOtherArgument() {
        for (String verb : List.of("check", "test", "mutate", "gaps", "fmt", "rules", "verify")) {
            assertThat(run(folder, Map.of(), List.of(verb, named.toString())).err())
                    .matches("Rules: " + named + FINGERPRINT);
            assertThat(run(folder, Map.of(), List.of(verb, named.toString(), "--rules", "x")))
                    .isEqualTo(
                            new Cli.Outcome(2, "", "--rules: found a second rules folder beside it, expected one\n"));
        }
    }

    @Test
    void aVariableThatNamesNoFolderIsRefusedByItsName() {
        String nowhere = folder + "/nowhere";

        assertThat(run(folder, Map.of("ADVISOR_RULES", nowhere), List.of("check")))
                .isEqualTo(new Cli.Outcome(2, "", nowhere + """
                         (ADVISOR_RULES): found no such folder, expected a folder with rules (policy.yaml,\
                         recommendations.yaml, messages/en.yaml, *.drl)
                        """));
    }

    @Test
    void aComparisonNamesBothSides() {
        assertThat(run(folder, Map.of(), List.of("diff", "samples/customers.csv"), "--against", named.toString())
                        .err())
                .matches("Rules: " + folder.resolve("rules") + ", fingerprint [0-9a-f]{12}\n" + "Rules before: " + named
                        + FINGERPRINT);
    }

    @Test
    void aQuietRunSaysNothingOfItsRules() {
        assertThat(run(folder, Map.of(), List.of("advise", "samples/customers.csv", "--quiet", "--as-of", "2026-11-20"))
                        .err())
                .isEmpty();
    }

    @Test
    void theLanguageIsThatOfTheOptionElseOfTheEnvironmentWhereTheRulesHaveIt() {
        String english = advice(Map.of());
        assertThat(english).contains(" left. Wait until ");
        String german = advice(Map.of("LANG", "de_AT.UTF-8"));
        assertThat(german).isNotEqualTo(english);
        assertThat(advice(Map.of("LANG", "de_DE.UTF-8@euro"))).isEqualTo(german);
        assertThat(advice(Map.of("LC_MESSAGES", "de", "LANG", "fr_FR.UTF-8"))).isEqualTo(german);
        assertThat(advice(Map.of("LC_ALL", "C", "LANG", "de_DE"))).isEqualTo(english);
        assertThat(advice(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo(english);
        assertThat(advice(Map.of("LANG", "de_DE"), "--lang", "en")).isEqualTo(english);
        assertThat(advice(Map.of(), "--lang", "de-AT")).isEqualTo(german);
        assertThat(advice(Map.of(), "--lang", "DE")).isEqualTo(german);
    }

    @Test
    void aLanguageOfACountryIsNotThatOfAnother() throws IOException {
        Path german = folder.resolve("rules/messages/de.yaml");
        Files.move(german, german.resolveSibling("de-CH.yaml"));

        assertThat(advice(Map.of("LANG", "de_AT.UTF-8"))).isEqualTo(advice(Map.of()));
        assertThat(advice(Map.of("LANG", "de_CH.UTF-8"))).isNotEqualTo(advice(Map.of()));
        assertThat(run(folder, Map.of(), List.of("advise", "samples/customers.csv", "--quiet", "--lang", "de-AT")))
                .isEqualTo(new Cli.Outcome(2, "", """
                        --lang: found 'de-AT', expected one of de-CH, en
                        Maybe the rules folder lacks messages/de-AT.yaml
                        """));
    }

    private String advice(Map<String, String> variables, String... more) {
        Cli.Outcome outcome = run(
                folder,
                variables,
                List.of("advise", "samples/customers.csv", "--quiet", "--format", "csv", "--as-of", "2026-11-20"),
                more);
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }
}
