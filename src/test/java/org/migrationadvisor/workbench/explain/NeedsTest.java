package org.migrationadvisor.workbench.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;

class NeedsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Customer CUSTOMER = Customer.builder("c1")
            .relationship(Relationship.INVITED)
            .subscriptions(Subscription.builder("s1")
                    .program(Program.EA)
                    .offer(new Offer("SPE_E3", null))
                    .seats(25)
                    .assignedSeats(20)
                    .status(Status.ACTIVE)
                    .endDate(LocalDate.of(2026, 12, 21))
                    .build())
            .build();

    static List<Arguments> sentences() throws IOException {
        try (InputStream stream = Objects.requireNonNull(NeedsTest.class.getResourceAsStream("needs.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=>") && !line.startsWith("#"))
                    .map(line -> line.split(" => ", 2))
                    .map(parts -> Arguments.of(parts[0].strip(), parts[1]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aConditionThatFailsSaysWhatItNeeds(String condition, String sentence) {
        RuleAccount account = account("$original : Subscription( " + condition + " )", CUSTOMER);

        assertThat(account.fired()).isFalse();
        assertThat(account.changes()).extracting(NeededChange::need).containsExactly(sentence);
    }

    @Test
    void aFactThatShouldNotBeThereIsShown() {
        assertThat(needOf("$original : Subscription() not( Customer( relationship == \"invited\" ) )"))
                .isEqualTo("found one (relationship = invited); needed: none");
    }

    @Test
    void aFactThatIsMissingIsComparedWithTheNearest() {
        assertThat(needOf("$original : Subscription() exists( Subscription( moving, seats > 100 ) )"))
                .isEqualTo("found none (nearest: seats is 25; needed: more than 100); needed: one");
    }

    @Test
    void aCountSaysHowManyThereAre() {
        assertThat(
                        needOf(
                                "$original : Subscription()\n accumulate( Subscription( moving ); $count : count(); $count > 1 )"))
                .isEqualTo("count is 1; needed: more than 1");
    }

    @Test
    void theSmallestOfNothingIsSaidToBeNothing() {
        assertThat(
                        needOf(
                                "$original : Subscription()\n accumulate( Subscription( $price : unitPrice ); $least : min( $price ) )"))
                .isEqualTo("nothing to calculate with; needed: a known value at least");
    }

    @Test
    void aCustomerWithoutSubscriptionsLacksTheFact() {
        Customer empty = Customer.builder("c1").build();

        assertThat(account("$original : Subscription( moving )", empty).changes())
                .extracting(NeededChange::need)
                .containsExactly("found none; needed: one");
    }

    private static String needOf(String conditions) {
        return account(conditions, CUSTOMER).changes().get(0).need();
    }

    private static RuleAccount account(String conditions, Customer customer) {
        String rule = """
                package tested;
                rule "TST-010 A rule that needs something"
                    @source( "test" )
                when
                    Policy( $near : nearExpiryDays, $lead : leadDays )
                    %s
                then
                    recommend( NOTHING_TO_MOVE, $original );
                end
                """;
        RulesFolder folder = RulesFolder.bundled().with("tested.drl", rule.formatted(conditions));
        return new Explainer(Rulebook.load(folder), customer, AS_OF)
                .account("TST-010", null)
                .orElseThrow();
    }
}
