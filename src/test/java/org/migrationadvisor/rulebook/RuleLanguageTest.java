package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;
import static org.migrationadvisor.rulebook.Probe.advisor;
import static org.migrationadvisor.rulebook.Probe.held;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/** What the rule language can say, each with facts for which it holds and facts for which it does not. */
class RuleLanguageTest {

    private static Customer customer(String id, Subscription... subscriptions) {
        return Customer.builder(id).subscriptions(subscriptions).build();
    }

    private static Subscription seats(String id, int seats) {
        return Subscription.builder(id).program(Program.EA).seats(seats).build();
    }

    @Test
    void anAbsentFactCanBeAskedFor() {
        String rule = "$customer : Customer() not Subscription( customer == $customer, seats > 10 )";

        assertThat(held(
                        rule,
                        "$customer",
                        customer("a", seats("s1", 5)),
                        customer("b", seats("s1", 11)),
                        customer("c")))
                .containsExactly("-", "", "-");
    }

    @Test
    void aPresentFactCanBeAskedForAndIsFoundOnce() {
        String rule = "$customer : Customer() exists( Subscription( customer == $customer, seats > 10 ) )";

        assertThat(held(
                        rule,
                        "$customer",
                        customer("a", seats("s1", 11), seats("s2", 12)),
                        customer("b", seats("s1", 5))))
                .containsExactly("-", "");
    }

    @Test
    void factsCanBeCountedAndSummedPerCustomer() {
        String count = "$customer : Customer() accumulate( Subscription( customer == $customer, moving ); $n : count();"
                + " $n >= 2 )";
        String sum = "$customer : Customer() accumulate( Subscription( customer == $customer, $seats : seats );"
                + " $all : sum( $seats ); $all > 300 )";
        Customer one = customer("a", seats("s1", 301));
        Customer two = customer("b", seats("s1", 100), seats("s2", 200));
        Customer three = customer("c", seats("s1", 100), seats("s2", 201));

        assertThat(held(count, "$customer", one, two, three)).containsExactly("", "-", "-");
        assertThat(held(sum, "$customer", one, two, three)).containsExactly("-", "", "-");
    }

    @Test
    void twoFactsOfOneCustomerCanBeCompared() {
        String rule =
                "$small : Subscription( $few : seats ) Subscription( customer == $small.customer, seats > $few * 2 )";

        assertThat(held(
                        rule,
                        "$small",
                        customer("a", seats("s1", 5), seats("s2", 10), seats("s3", 11)),
                        customer("b", seats("s1", 100))))
                .containsExactly("s1", "");
    }

    @Test
    void valuesCanBeListedAndConditionsCombined() {
        String in = "$s : Subscription( program in ( \"ea\", \"open\" ), !( seats < 5 || seats == 7 ) )";
        String notIn = "$s : Subscription( program not in ( \"ea\", \"open\" ) )";
        Subscription web =
                Subscription.builder("web").program(Program.WEB_DIRECT).build();

        assertThat(held(in, "$s", customer("a", seats("s4", 4), seats("s5", 5), seats("s7", 7), web)))
                .containsExactly("s5");
        assertThat(held(notIn, "$s", customer("a", seats("s4", 4), web))).containsExactly("web");
    }

    @Test
    void datesCanBeComparedAndShifted() {
        Subscription ends =
                Subscription.builder("s").endDate(AS_OF.plusDays(10)).build();

        assertThat(held("$s : Subscription( endDate > \"2026-11-29\" )", "$s", customer("a", ends)))
                .containsExactly("s");
        assertThat(held("$s : Subscription( endDate > \"2026-11-30\" )", "$s", customer("a", ends)))
                .containsExactly("");
        assertThat(held("$s : Subscription( endDate.minusDays( 10 ) == asOf )", "$s", customer("a", ends)))
                .containsExactly("s");
    }

    @Test
    void anUnknownFactMakesAComparisonFalseAndCanBeAskedFor() {
        Subscription nothing = Subscription.builder("s").build();

        assertThat(held("$s : Subscription( seats < 5 )", "$s", customer("a", nothing)))
                .containsExactly("");
        assertThat(held("$s : Subscription( seats >= 5 )", "$s", customer("a", nothing)))
                .containsExactly("");
        assertThat(held("$s : Subscription( seats == null )", "$s", customer("a", nothing)))
                .containsExactly("s");
        assertThat(held("$s : Subscription( seats != null )", "$s", customer("a", nothing)))
                .containsExactly("");
    }

    @Test
    void aRuleWithoutItsJoinDoesNotMixCustomers() {
        String rule = "$customer : Customer() Subscription( seats > 10 )";

        assertThat(held(rule, "$customer", customer("a", seats("s1", 11)), customer("b", seats("s1", 5))))
                .containsExactly("-", "");
    }

    @Test
    void aRuleThatRunsAwayIsStoppedAndNamed() {
        List<Subscription> many = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> many.add(seats("s" + i, i)));
        Customer customer = Customer.builder("a").subscriptions(many).build();
        MigrationAdvisor advisor = advisor("$s : Subscription() Subscription() Subscription( seats > 1 )", "$s");

        assertThatExceptionOfType(RunawayRuleException.class)
                .isThrownBy(() -> advisor.advise(customer, AS_OF))
                .withMessage("probe.drl:3: rule PRB-010 combined facts more than 151000 times for one evaluation\n"
                        + "Maybe a pattern of the rule lacks its join, such as `customer == $customer`");
    }

    @Test
    void anyNumberOfDifferentConditionsCanBeAskedOfOneFact() {
        int rules = 150;
        StringBuilder file = new StringBuilder("package probe;\n");
        for (int seats = 1; seats <= rules; seats++) {
            file.append("""

                    rule "PRB-%03d A rule to be probed"
                        @source( "Test (2026)" )
                    when
                        $original : Subscription( seats == %d, seats != %d )
                    then
                        recommend( REQUEST_RESELLER_RELATIONSHIP, $original );
                    end
                    """.formatted(seats, seats, seats + 1));
        }
        MigrationAdvisor advisor = MigrationAdvisor.load(RulesFolder.bundled().with("probe.drl", file.toString()));
        Customer customer = customer(
                "a",
                IntStream.rangeClosed(0, rules)
                        .mapToObj(seats -> seats("s" + seats, seats))
                        .toArray(Subscription[]::new));

        assertThat(advisor.advise(customer, AS_OF).recommendations().stream()
                        .filter(each -> each.ruleId().startsWith("PRB"))
                        .map(each -> each.ruleId() + " " + each.subscriptionId()))
                .containsExactlyInAnyOrder(IntStream.rangeClosed(1, rules)
                        .mapToObj("PRB-%1$03d s%1$d"::formatted)
                        .toArray(String[]::new));
    }

    @Test
    void conditionsThatLookAlikeAreToldApart() {
        String rule = """

                rule "PRB-%s A rule to be probed"
                    @source( "Test (2026)" )
                when
                    $original : Subscription( %s )
                then
                    recommend( REQUEST_RESELLER_RELATIONSHIP, $original );
                end
                """;
        String file = "package probe;\n"
                + rule.formatted("010", "id in ( \"a\", \"b\" )")
                + rule.formatted("020", "id in ( \"a\\\", \\\"b\" )")
                + rule.formatted("030", "( seats > 1 || seats > 2 ) && seats > 3")
                + rule.formatted("040", "seats > 1 || seats > 2 && seats > 3")
                + rule.formatted("050", "$n : seats, $n > 2")
                + rule.formatted("060", "$n : assignedSeats, $n > 2");
        MigrationAdvisor advisor = MigrationAdvisor.load(RulesFolder.bundled().with("probe.drl", file));
        Customer customer = customer("c", seats("a", 2), seats("b", 4), seats("a\", \"b", 1));

        assertThat(advisor.advise(customer, AS_OF).recommendations().stream()
                        .filter(each -> each.ruleId().startsWith("PRB"))
                        .map(each -> each.ruleId() + " " + each.subscriptionId()))
                .containsExactlyInAnyOrder(
                        "PRB-010 a",
                        "PRB-010 b",
                        "PRB-020 a\", \"b",
                        "PRB-030 b",
                        "PRB-040 a",
                        "PRB-040 b",
                        "PRB-050 b");
    }

    @Test
    void onePatternCanHaveAHundredConditions() {
        String conditions = IntStream.rangeClosed(1, 100)
                .mapToObj(seats -> "seats != " + seats)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();

        assertThat(held(
                        "$original : Subscription( " + conditions + " )",
                        "$original",
                        customer("a", seats("s1", 0), seats("s2", 64), seats("s3", 100), seats("s4", 101))))
                .containsExactly("s1 s4");
    }
}
