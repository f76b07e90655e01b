package org.migrationadvisor.workbench.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.text.TerminalText;

/** What an explanation says of rows of tables. */
class RowAccountTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final String LOOKUP = "Lifecycle( program == $s.program, term == $s.term, validFrom <= $end,"
            + " validTo >= $end, userDays > 30 )";

    private static String account(String conditions, Program program, Term term) {
        RulesFolder folder = RulesFolder.bundled()
                .with("tables.yaml", """
                        Lifecycle:
                          file: tables/lifecycle.csv
                          key: [program, term]
                          validity: [validFrom, validTo]
                          columns: { program: Subscription.program, term: Subscription.term, userDays: whole }
                        """)
                .with("tables/lifecycle.csv", """
                        program,term,validFrom,validTo,userDays
                        ea,P1Y,2026-01-01,,90
                        open,P1Y,,,30
                        """)
                .with("tested.drl", """
                        package tested;
                        rule "TST-010 A rule that asks a table"
                            @source( "test" )
                        when
                            $s : Subscription( $end : endDate )
                            %s
                        then
                            recommend( NOTHING_TO_MOVE, $s );
                        end
                        """.formatted(conditions));
        Customer customer = Customer.builder("c")
                .subscriptions(Subscription.builder("s")
                        .program(program)
                        .term(term)
                        .endDate(LocalDate.of(2026, 12, 31))
                        .build())
                .build();
        TerminalText text = new TerminalText(110, false);
        AccountText.write(
                text,
                0,
                new Explainer(Rulebook.load(folder), customer, AS_OF)
                        .account("TST-010", null)
                        .orElseThrow());
        return text.toString().replaceFirst("(?s).*test\n", "");
    }

    @Test
    void theRowThatWasFoundIsNamedByItsPlace() {
        assertThat(account(LOOKUP, Program.EA, Term.ANNUAL)).isEqualTo("""
                  ✓ $s : Subscription( $end : endDate )
                  ✓ Lifecycle( ... )                     program = ea, term = P1Y, day = 2026-12-31, row =
                                                         tables/lifecycle.csv:2
                  ✓ userDays > 30                        userDays = 90
                """);
    }

    @Test
    void aRowThatIsNotAsItMustBeSaysWhatItNeeds() {
        assertThat(account(LOOKUP, Program.OPEN, Term.ANNUAL)).isEqualTo("""
                  ✓ $s : Subscription( $end : endDate )
                  ✓ Lifecycle( ... )                     program = open, term = P1Y, day = 2026-12-31, row =
                                                         tables/lifecycle.csv:3
                  ✗ userDays > 30                        userDays = 30
                    userDays is 30; needed: more than 30
                """);
    }

    @Test
    void aRowThatIsNotThereSaysWhatWasAskedFor() {
        assertThat(account(LOOKUP, Program.EA, Term.MONTHLY)).isEqualTo("""
                  ✓ $s : Subscription( $end : endDate )
                  ✗ Lifecycle( ... )                     program = ea, term = P1M, day = 2026-12-31
                    no row in tables/lifecycle.csv for program = ea, term = P1M, day = 2026-12-31; needed: one
                  · userDays > 30
                """);
        assertThat(account(LOOKUP, Program.UNKNOWN, Term.ANNUAL)).isEqualTo("""
                  ✓ $s : Subscription( $end : endDate )
                  ✗ Lifecycle( ... )                     program = unknown, term = P1Y, day = 2026-12-31
                    no row in tables/lifecycle.csv for program = unknown, term = P1Y, day = 2026-12-31; needed: one
                  · userDays > 30
                """);
    }

    @Test
    void aRowThatShouldNotBeThereIsNamed() {
        assertThat(account("not( " + LOOKUP + " )", Program.EA, Term.ANNUAL)).isEqualTo("""
                  ✓ $s : Subscription( $end : endDate )
                  ✗ Lifecycle( program == $s.program, term == $s.term, validFrom <= $end, validTo >= $end, userDays > 30 )
                    program = ea, term = P1Y, day = 2026-12-31, row = tables/lifecycle.csv:2
                    found tables/lifecycle.csv:2; needed: no such row
                """);
    }
}
