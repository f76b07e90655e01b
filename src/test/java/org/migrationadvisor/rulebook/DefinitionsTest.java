package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.Advice;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/** What definitions conclude, and how rules read it. */
class DefinitionsTest {
    private static final String GONE = """
            declare Gone
                subscription : Subscription @key
            end

            rule "PRD-010 A subscription is gone by its state or its last day"
                @source( "Test (2026)" )
            when
                $s : Subscription( daysToEnd < 0 || status in ( "expired", "deleted" ) )
            then
                insertLogical( new Gone( $s ) );
            end
            """;

    private static final String LARGE = """
            declare Large
                subscription : Subscription @key
                users : Integer
                size : String
            end

            rule "PRD-020 Many users have a license"
                @source( "Test (2026)" )
            when
                $s : Subscription( assignedSeats > 100, $users : assignedSeats )
            then
                insertLogical( new Large( $s, $users, "users" ) );
            end

            rule "PRD-030 Many seats are bought and nobody knows who has one"
                @source( "Test (2026)" )
            when
                $s : Subscription( seats > 100, assignedSeats == null, $seats : seats )
            then
                insertLogical( new Large( $s, $seats, "seats" ) );
            end
            """;

    private static final String BUSY = """
            declare Busy
                customer : Customer @key
                largeCount : Integer
            end

            rule "PRD-040 A customer with large subscriptions is busy"
                @source( "Test (2026)" )
            when
                $c : Customer()
                accumulate( Subscription( customer == $c, large ); $n : count(); $n > 0 )
            then
                insertLogical( new Busy( $c, $n ) );
            end
            """;

    private static final String TWIN = """
            declare Twin
                subscription : Subscription @key
                other : Subscription @key
            end

            rule "PRD-050 Two subscriptions with as many seats are twins"
                @source( "Test (2026)" )
            when
                $s : Subscription( $seats : seats )
                $o : Subscription( customer == $s.customer, this != $s, seats == $seats )
            then
                insertLogical( new Twin( $s, $o ) );
            end
            """;

    private static MigrationAdvisor advisor(String definitions, String conditions, String subject) {
        String rule = """
                package probe;

                rule "PRB-010 A rule to be probed"
                    @source( "Test (2026)" )
                when
                    %s
                then
                    recommend( REQUEST_RESELLER_RELATIONSHIP, %s );
                end
                """.formatted(conditions, subject);
        return MigrationAdvisor.load(RulesFolder.bundled()
                .with("probe.drl", rule)
                .with("definitions/probe.drl", "package definitions;\n\n" + definitions));
    }

    /** For each customer the ids of the subscriptions for which the probe holds; {@code -} for the customer itself. */
    private static List<String> held(String definitions, String conditions, String subject, Customer... customers) {
        return advisor(definitions, conditions, subject)
                .advise(Stream.of(customers), AS_OF)
                .map(DefinitionsTest::held)
                .toList();
    }

    private static String held(Advice advice) {
        return advice.recommendations().stream()
                .filter(each -> each.ruleId().equals("PRB-010"))
                .map(each -> each.subscriptionId() == null ? "-" : each.subscriptionId())
                .sorted()
                .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
    }

    private static Customer customer(String id, Subscription... subscriptions) {
        return Customer.builder(id).subscriptions(subscriptions).build();
    }

    private static Subscription.Builder subscription(String id) {
        return Subscription.builder(id).program(Program.EA).status(Status.ACTIVE);
    }

    private static Customer threeStates() {
        return customer(
                "c",
                subscription("no").endDate(AS_OF).build(),
                subscription("unknown").build(),
                subscription("yes").endDate(AS_OF.minusDays(1)).build());
    }

    @Test
    void aTruthFieldIsTrueFalseOrUnknownAsConditionsAre() {
        assertThat(held(GONE, "$s : Subscription( gone )", "$s", threeStates())).containsExactly("yes");
        assertThat(held(GONE, "$s : Subscription( !gone )", "$s", threeStates()))
                .containsExactly("no");
        assertThat(held(GONE, "$s : Subscription( gone == null )", "$s", threeStates()))
                .containsExactly("unknown");
        assertThat(held(GONE, "$s : Subscription( gone != true )", "$s", threeStates()))
                .containsExactly("no");
    }

    @Test
    void aPatternMatchesWhatIsConcludedAndNotWhatIsUnknown() {
        assertThat(held(GONE, "$s : Subscription() Gone( subscription == $s )", "$s", threeStates()))
                .containsExactly("yes");
        assertThat(held(GONE, "$s : Subscription() not( Gone( subscription == $s ) )", "$s", threeStates()))
                .containsExactly("no unknown");
        assertThat(held(GONE, "$g : Gone() $s : Subscription( this == $g.subscription )", "$s", threeStates()))
                .containsExactly("yes");
    }

    @Test
    void valuesAreFieldsOfTheFactAndOfThePattern() {
        Customer customer = customer(
                "c",
                subscription("assigned").seats(300).assignedSeats(101).build(),
                subscription("few").seats(300).assignedSeats(100).build(),
                subscription("seats").seats(200).build());

        assertThat(held(LARGE, "$s : Subscription( users == 101 )", "$s", customer))
                .containsExactly("assigned");
        assertThat(held(LARGE, "$s : Subscription( users > 101, size == \"seats\" )", "$s", customer))
                .containsExactly("seats");
        assertThat(held(LARGE, "$s : Subscription( users == null )", "$s", customer))
                .containsExactly("few");
        assertThat(held(
                        LARGE,
                        "$s : Subscription( $seats : seats ) Large( subscription == $s, users < $seats )",
                        "$s",
                        customer))
                .containsExactly("assigned");
    }

    @Test
    void aValueOfTextsIsAChoiceOfThoseThatRulesConclude() {
        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> advisor(LARGE, "$s : Subscription( size == \"both\" )", "$s"))
                .withMessageContaining("found \"both\", expected one of \"seats\", \"users\"");
    }

    @Test
    void factsAreCombinedCustomerByCustomer() {
        Customer two = customer(
                "two",
                subscription("s1").assignedSeats(101).build(),
                subscription("s2").assignedSeats(101).build());
        Customer one = customer(
                "one",
                subscription("s1").assignedSeats(101).build(),
                subscription("s2").assignedSeats(1).build());
        Customer none = customer("none", subscription("s1").assignedSeats(1).build());

        assertThat(held(LARGE + BUSY, "$c : Customer( largeCount > 1 )", "$c", two, one, none))
                .containsExactly("-", "", "");
        assertThat(held(LARGE + BUSY, "$c : Customer( !busy )", "$c", two, one, none))
                .containsExactly("", "", "-");
        assertThat(held(LARGE + BUSY, "$s : Subscription( customer.largeCount == 1, !large )", "$s", two, one, none))
                .containsExactly("", "s2", "");
    }

    @Test
    void aKeyCanHaveSeveralValuesForOneFact() {
        Customer customer = customer(
                "c",
                subscription("s1").seats(5).build(),
                subscription("s2").seats(5).build(),
                subscription("s3").seats(7).build(),
                subscription("s4").seats(5).build());
        String twins = "$s : Subscription() $t : Twin( subscription == $s, $o : other.id )";

        assertThat(held(TWIN, twins, "$s", customer)).containsExactly("s1 s2 s4");
        assertThat(held(TWIN, "$s : Subscription( !twin )", "$s", customer)).containsExactly("s3");
        assertThat(held(
                        TWIN,
                        "$s : Subscription() accumulate( Twin( subscription == $s ); $n : count(); $n > 1 )",
                        "$s",
                        customer))
                .containsExactly("s1 s2 s4");
    }

    @Test
    void definitionsReadEachOtherInWhateverOrderTheyStand() {
        String inTurn = """
                declare Calm
                    customer : Customer @key
                end

                rule "PRD-060 A customer who is not busy is calm"
                    @source( "Test (2026)" )
                when
                    $c : Customer( !busy )
                then
                    insertLogical( new Calm( $c ) );
                end
                """;
        Customer large = customer("large", subscription("s1").assignedSeats(101).build());
        Customer small = customer("small", subscription("s1").assignedSeats(1).build());

        assertThat(held(inTurn + BUSY + LARGE, "$s : Subscription( customer.calm )", "$s", large, small))
                .containsExactly("", "s1");
    }

    @Test
    void conclusionsTieFactsToTheirCustomerSoThatCustomersAreEvaluatedTogether() {
        assertThat(advisor(GONE, "$s : Subscription() Gone( subscription == $s )", "$s")
                        .rulesNotKeptApart())
                .isEmpty();
        assertThat(advisor(GONE, "$s : Subscription() Gone()", "$s").rulesNotKeptApart())
                .extracting("id")
                .containsExactly("PRB-010");
    }

    @Test
    void aDefinitionThatCombinesTooManyFactsIsStopped() {
        Subscription[] many = IntStream.range(0, 9_000)
                .mapToObj(i -> subscription("s" + i).seats(i).build())
                .toArray(Subscription[]::new);
        String pairs = TWIN.replace("seats == $seats", "seats > $seats");
        MigrationAdvisor advisor = advisor(pairs, "$s : Subscription( twin )", "$s");

        assertThatExceptionOfType(RunawayRuleException.class)
                .isThrownBy(() -> advisor.advise(customer("c", many), AS_OF))
                .withMessageContaining("definitions/probe.drl:8: rule PRD-050");
    }
}
