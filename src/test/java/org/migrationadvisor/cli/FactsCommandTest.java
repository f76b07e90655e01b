package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.FactTypes;
import org.migrationadvisor.rulebook.semantics.Property;

class FactsCommandTest {

    @Test
    void everyFieldThatRulesCanReadIsListedWithWhatItMeans() {
        String printed = Cli.run("facts").out();
        String words = printed.replaceAll("\\s+", " ");

        for (FactType type : FactTypes.of(FactTable.STANDARD)) {
            assertThat(printed).contains(type.name() + "\n");
            for (Property field : type.properties()) {
                assertThat(words).contains(" " + field.name() + " " + field.description());
            }
        }
    }

    @Test
    void aChoiceIsListedWithItsValues() {
        assertThat(Cli.run("facts", "RELATION")).isEqualTo(new Cli.Outcome(0, """
                        Customer
                          relationship                  The reseller relationship with the partner. One of none, invited,
                                                        accepted, unknown.
                        """, ""));
    }

    @Test
    void aValueOfThePolicyIsListedAsTheRulesHaveIt() {
        assertThat(Cli.run("facts", "nearExpiryDays").out()).isEqualTo("""
                Policy
                  nearExpiryDays                = 30
                """);
    }

    @Test
    void aTextInNoNameIsToldSo() {
        assertThat(Cli.run("facts", "colour"))
                .isEqualTo(
                        new Cli.Outcome(
                                2,
                                "",
                                "facts: found no field with 'colour' in its name, expected a part of one; advisor facts lists all\n"));
    }
}
