package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** Own columns from Java. */
class OwnFactsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final String FACTS = """
            Subscription:
              accountManager: { column: account_manager, type: text, about: "Who looks after it." }
              migrationWave: { column: migration_wave, values: [first, second, later] }
              signedOn: { column: signed_on, type: date }
            Customer:
              vip: { column: vip, type: yes-no }
            """;
    private static final String RULE = """
            package waves;

            rule "WAV-010 What is in the first wave is let go by its account manager"
                @source( "Our migration plan (2026)" )
            when
                $original : Subscription( moving, migrationWave == "first", signedOn >= "2026-01-01" )
            then
                recommend( LET_EXPIRE, $original );
            end
            """;

    static RulesFolder folder(String facts) {
        RulesFolder folder = RulesFolder.bundled().with("facts.yaml", facts).with("waves/waves.drl", RULE);
        String texts = Objects.requireNonNull(folder.file("messages/en.yaml")).text();
        return folder.with(
                "messages/en.yaml",
                texts.replaceFirst(
                        "(?m)^messages:\n", "messages:\n  LET_EXPIRE/WAV-010: \"{accountManager} lets it go.\"\n"));
    }

    private static List<String> advice(MigrationAdvisor advisor, Subscription.Builder subscription) {
        Customer customer = Customer.builder("c")
                .subscriptions(subscription.program(Program.EA).build())
                .build();
        return advisor.advise(customer, AS_OF).recommendations().stream()
                .filter(each -> each.ruleId().equals("WAV-010"))
                .map(Recommendation::message)
                .toList();
    }

    @Test
    void aFactIsSetByItsName() {
        MigrationAdvisor advisor = MigrationAdvisor.load(folder(FACTS));

        assertThat(advice(
                        advisor,
                        Subscription.builder("s")
                                .fact("accountManager", "Kim")
                                .fact("migrationWave", "First")
                                .fact("signedOn", LocalDate.of(2026, 1, 1))))
                .containsExactly("Kim lets it go.");
        assertThat(advice(advisor, Subscription.builder("s", advisor.fields()).fact("migrationWave", "later")))
                .isEmpty();
        assertThat(advice(advisor, Subscription.builder("s"))).isEmpty();
    }

    @Test
    void aFactThatTheRulesDoNotKnowIsRefusedByItsName() {
        MigrationAdvisor advisor = MigrationAdvisor.load(folder(FACTS));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> advice(advisor, Subscription.builder("s").fact("acountManager", "Kim")))
                .withMessageStartingWith(
                        "acountManager: found a fact of Subscription 's' that the rules do not declare,"
                                + " expected one of id, program,")
                .withMessageContaining("accountManager, migrationWave, signedOn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advice(advisor, Subscription.builder("s").fact("migrationWave", "fourth")))
                .withMessage("migrationWave: found fourth, expected one of first, second, later, unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.builder("s", advisor.fields()).fact("signedOn", "2026-01-01"))
                .withMessage("signedOn: found 2026-01-01, expected a date such as 2026-11-20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advice(
                        MigrationAdvisor.bundled(), Subscription.builder("s").fact("accountManager", "Kim")))
                .withMessageContaining(
                        "accountManager: found a fact of Subscription 's' that the rules do not declare");
    }

    @Test
    void aListIsAdvisedOnByRulesThatKnowOtherColumns() {
        MigrationAdvisor advisor = MigrationAdvisor.load(folder(FACTS));
        MigrationAdvisor other = MigrationAdvisor.load(folder("""
                Subscription:
                  migrationWave: { column: migration_wave, values: [first, last] }
                  signedOn: { column: signed_on, type: date }
                  accountManager: { column: account_manager, type: text }
                  cost: { column: cost, type: decimal }
                """));
        FactTable both = advisor.fields().and(other.fields());
        Subscription.Builder subscription = Subscription.builder("s", both)
                .fact("cost", new BigDecimal("1.5"))
                .fact("signedOn", AS_OF)
                .fact("migrationWave", "first");

        assertThat(both.own())
                .extracting(field -> field.name())
                .containsExactly("accountManager", "migrationWave", "signedOn", "vip", "cost");
        assertThat(advice(advisor, subscription)).hasSize(1);
        assertThat(advice(other, subscription)).hasSize(1);
        assertThat(advice(MigrationAdvisor.bundled(), subscription)).isEmpty();
        assertThat(advice(other, subscription.fact("migrationWave", "later"))).isEmpty();
    }
}
