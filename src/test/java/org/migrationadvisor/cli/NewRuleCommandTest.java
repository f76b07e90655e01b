package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewRuleCommandTest {

    @TempDir
    private Path folder;

    private Path rules = Path.of("");

    @BeforeEach
    void copyTheRules() throws IOException {
        rules = RulesCopy.ofSmallBook(folder.resolve("rules"));
        Files.writeString(rules.resolve("messages/sv.yaml"), "words: { unknown: sv }\nmessages:\n  LET_EXPIRE: sv\n");
    }

    private Cli.Outcome create(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(new String[] {"new", "rule", "--rules", rules.toString()}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return Cli.run(all);
    }

    @Test
    void aRuleWithANewCodeLoadsPassesItsCasesAndCheckSaysWhatIsLeft() throws IOException {
        Cli.Outcome outcome = create("TIM-040", "--code", "CHECK_WINDOW");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().replace(rules.toString(), "rules")).isEqualTo("""
                created rules/timing/tim-040.drl
                created rules/timing/tim-040.cases.yaml
                changed rules/recommendations.yaml
                changed rules/messages/de.yaml
                changed rules/messages/en.yaml
                changed rules/messages/sv.yaml
                Now fill in what is marked with ???: advisor check rules lists it.
                """);
        assertThat(rules.resolve("timing/tim-040.drl")).content().isEqualTo("""
                // Concern: ??? what this is about, in one line.
                // Reads:   Subscription.   Source: ??? the rule of the domain.
                package timing;

                rule "TIM-040 ??? say in one sentence when TIM-040 advises what"
                    @source( "??? the page and its year" )
                when
                    // the conditions, one on each line; until they are there, the rule fires for no real subscription
                    $original : Subscription( id == "???" )
                then
                    recommend( CHECK_WINDOW, $original );
                end
                """);
        assertThat(rules.resolve("messages/sv.yaml"))
                .content()
                .endsWith("  LET_EXPIRE: sv\n\n  CHECK_WINDOW: \"??? say what to do, for a person\"\n");
        assertThat(Cli.run("test", rules.toString()).status()).isZero();
        assertThat(Cli.run("fmt", "--check", rules.toString()).status()).isZero();
        assertThat(Cli.run("check", rules.toString(), "--format", "compact")
                        .out()
                        .lines()
                        .filter(line -> line.contains("[to-fill-in]")))
                .hasSize(15);
    }

    @Test
    void aRuleWithAKnownCodeChangesNoOtherFile() {
        assertThat(create("REL-020", "--code", "LET_EXPIRE").out()).doesNotContain("changed");
    }

    @Test
    void aNewTopicIsNamed() {
        assertThat(create("ABC-010", "--topic", "addons").status()).isZero();
        assertThat(rules.resolve("addons/abc-010.drl")).exists();
    }

    @Test
    void noFileIsOverwritten() throws IOException {
        Path cases = rules.resolve("timing/tim-040.cases.yaml");
        String mine = "given: { asOf: 2026-11-20 }\ncases:\n  - name: mine\n    none: [LET_EXPIRE]\n";
        Files.writeString(cases, mine);

        Cli.Outcome outcome = create("TIM-040");

        assertThat(outcome)
                .isEqualTo(new Cli.Outcome(
                        2, "", "timing/tim-040.cases.yaml: found this file already, expected to create it\n"));
        assertThat(cases).content().isEqualTo(mine);
        assertThat(rules.resolve("timing/tim-040.drl")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIM-010||found the id TIM-010, which timing/expiry.drl:4 has, expected one that is free;The next free id"
                        + " is TIM-040",
                "tim-040||found the id 'tim-040', expected two to six capital letters, a hyphen and three digits;for"
                        + " example TIM-060",
                "ABC-010||found no topic for the letters ABC, expected one of ASK, REL, TIM;Maybe"
                        + " it is a new one: name its folder with --topic",
                "TIM-040|check-it|--code: found 'check-it', expected capital letters, digits and _;for example"
                        + " WAIT_FOR_EXPIRY",
            })
    void whatCannotBeginIsRefused(String id, String code, String message) {
        Cli.Outcome outcome = code == null ? create(id) : create(id, "--code", code);

        assertThat(outcome).isEqualTo(new Cli.Outcome(2, "", message.replace(';', '\n') + "\n"));
    }

    @Test
    void rulesThatDoNotLoadComeFirst() throws IOException {
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "daysToEnd > $near,", "dayToEnd > $near,");

        Cli.Outcome outcome = create("TIM-040");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("did you mean `daysToEnd`?");
    }
}
