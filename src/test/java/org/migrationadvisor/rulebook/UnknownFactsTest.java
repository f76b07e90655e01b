package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.trace.RuleTrace;

/** What a condition says of facts that are not known: only asking for it holds. */
class UnknownFactsTest {
    private static final Subscription UNKNOWN = Subscription.builder("unknown").build();
    private static final Subscription KNOWN = Subscription.builder("known")
            .program(Program.EA)
            .status(Status.ACTIVE)
            .endDate(AS_OF.plusDays(40))
            .seats(10)
            .build();

    private static Rulebook book(String conditions) {
        String rule = """
                package probe;

                rule "PRB-010 A rule to be probed"
                    @source( "Test (2026)" )
                when
                    %s
                then
                    recommend( REQUEST_RESELLER_RELATIONSHIP, $s );
                end
                """.formatted(conditions);
        return Rulebook.load(RulesFolder.bundled().with("probe.drl", rule));
    }

    /** The ids of the subscriptions for which the probe holds; engine and trace must agree. */
    private static List<String> held(String conditions) {
        Rulebook book = book(conditions);
        Customer customer = Customer.builder("c")
                .country("DE")
                .subscriptions(UNKNOWN, KNOWN)
                .build();
        List<Object> facts = new FactAssembler(book).facts(customer, AS_OF);
        List<String> engine = book.evaluate(List.of(facts)).get(0).stream()
                .filter(finding -> finding.rule().id().equals("PRB-010"))
                .map(finding -> Objects.requireNonNull(finding.subscription()).id())
                .sorted()
                .toList();
        RuleDefinition probe = book.rules().stream()
                .filter(rule -> rule.id().equals("PRB-010"))
                .findFirst()
                .orElseThrow();
        RuleTrace trace = book.trace(probe, facts);
        assertThat(facts.stream().filter(trace::heldFor).count()).as("trace").isEqualTo(engine.size());
        return engine;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "program == \"ea\"",
                "program != \"csp\"",
                "program in ( \"ea\", \"mpsa\" )",
                "program not in ( \"csp\" )",
                "!( program == \"csp\" )",
                "!( program in ( \"csp\" ) )",
                "program != \"unknown\"",
                "program not in ( \"csp\", \"unknown\" )",
                "!( program == \"unknown\" )",
                "moving",
                "running",
                "!ended",
                "ended == false",
                "!( ended || !running )",
                "seats == 10",
                "seats != 11",
                "seats < 11",
                "!( seats >= 11 )",
                "seats in ( 10, 11 )",
                "seats not in ( 11 )",
                "seats != null",
                "seats + 1 != 10",
                "endDate != \"2026-01-01\"",
                "!( endDate < \"2026-01-01\" )",
                "seats > 11 || program != \"csp\"",
                "!( seats > 11 && program == \"csp\" )",
                "seats == 10 && !( status == \"expired\" )",
            })
    void aComparisonHoldsForAKnownValueOnly(String condition) {
        assertThat(held("$s : Subscription( " + condition + " )")).containsExactly("known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "program == \"unknown\"",
                "program in ( \"csp\", \"unknown\" )",
                "!( program != \"unknown\" )",
                "!( program not in ( \"csp\", \"unknown\" ) )",
                "seats == null",
                "!( seats != null )",
                "moving == null",
                "ended == null",
                "seats > 11 || seats == null",
                "!( seats != null && program != \"csp\" )",
            })
    void askingForTheUnknownHoldsForItAlone(String condition) {
        assertThat(held("$s : Subscription( " + condition + " )")).containsExactly("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "program == \"csp\"",
                "program == \"csp\" || seats == 11",
                "!( program != \"csp\" )",
                "!moving",
                "moving == false",
                "ended",
                "!running",
                "seats != 10",
                "program != \"csp\" && seats != 10",
                "!( seats == 10 || program == \"csp\" )",
                "customer.country != \"DE\"",
            })
    void whatIsFalseOfTheKnownHoldsForNone(String condition) {
        assertThat(held("$s : Subscription( " + condition + " )")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "runningOrUnknown, 'known,unknown'",
        "movingOrUnknown, 'known,unknown'",
        "program != \"csp\" || seats == null, 'known,unknown'",
        "'program in ( \"ea\", \"unknown\" )', 'known,unknown'",
        "!( program == \"csp\" && seats != null ), 'known,unknown'",
    })
    void bothHoldWhereTheUnknownIsAskedForBesides(String condition, String ids) {
        assertThat(held("$s : Subscription( " + condition + " )")).containsExactly(ids.split(","));
    }

    @Test
    void twoUnknownValuesAreNotEqual() {
        assertThat(held("$s : Subscription() Subscription( customer == $s.customer, seats == $s.seats )"))
                .containsExactly("known");
        assertThat(held("$s : Subscription() Subscription( customer == $s.customer, program == $s.program )"))
                .containsExactly("known");
        assertThat(held("$s : Subscription() not( Subscription( customer == $s.customer, status == $s.status ) )"))
                .containsExactly("unknown");
    }

    @Test
    void textsCompareWithoutCase() {
        assertThat(held("$s : Subscription( id == \"KNOWN\" )")).containsExactly("known");
        assertThat(held("$s : Subscription( id != \"Unknown\" )")).containsExactly("known");
        assertThat(held("$s : Subscription( id in ( \"knowN\", \"x\" ) )")).containsExactly("known");
        assertThat(held("$s : Subscription( customer.country == \"de\", seats == 10 )"))
                .containsExactly("known");
        assertThat(
                        held(
                                "Customer( $id : id ) $s : Subscription( customer.id == \"C\", customer.id == $id, seats > 1 )"))
                .containsExactly("known");
    }
}
