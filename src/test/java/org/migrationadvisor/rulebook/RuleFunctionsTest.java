package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** The functions that rules can call, and conditions on lists. */
class RuleFunctionsTest {

    private static Customer ending(String... days) {
        return Customer.builder("c")
                .subscriptions(List.of(days).stream()
                        .map(day -> Subscription.builder(day)
                                .endDate(day.equals("unknown") ? null : LocalDate.parse(day))
                                .build())
                        .toList())
                .build();
    }

    private static List<String> of(String condition, Customer customer) {
        return Probe.held("$s : Subscription( " + condition + " )", "$s", customer);
    }

    @Test
    void daysAreCountedFromTheFirstDateToTheSecond() {
        Customer customer = ending("2026-11-19", "2026-11-20", "2027-11-20", "unknown");

        assertThat(of("daysBetween( asOf, endDate ) == 365", customer)).containsExactly("2027-11-20");
        assertThat(of("daysBetween( asOf, endDate ) == -1", customer)).containsExactly("2026-11-19");
        assertThat(of("daysBetween( endDate, asOf ) == 1", customer)).containsExactly("2026-11-19");
        assertThat(of("daysBetween( asOf, endDate ) != 0", customer)).containsExactly("2026-11-19 2027-11-20");
    }

    @Test
    void monthsEndOnTheLastDayThatThereIs() {
        Customer customer = ending("2027-01-31", "2028-01-31", "2027-01-28", "unknown");

        assertThat(of("plusMonths( endDate, 1 ) == \"2027-02-28\"", customer)).containsExactly("2027-01-28 2027-01-31");
        assertThat(of("plusMonths( endDate, 1 ) == \"2028-02-29\"", customer)).containsExactly("2028-01-31");
        assertThat(of("plusMonths( endDate, -1 ) == \"2026-12-31\"", customer)).containsExactly("2027-01-31");
    }

    @Test
    void theLastOfAMonthIsThatOfItsYear() {
        Customer customer = ending("2028-02-01", "2027-02-28", "2026-12-31", "unknown");

        assertThat(of("lastOfMonth( endDate ) == \"2028-02-29\"", customer)).containsExactly("2028-02-01");
        assertThat(of("lastOfMonth( endDate ) == endDate", customer)).containsExactly("2026-12-31 2027-02-28");
    }

    @Test
    void aDayThatNoCalendarHasIsUnknown() {
        Customer customer = ending("+999999999-12-01");

        assertThat(of("plusMonths( endDate, 1 ) > asOf || plusMonths( endDate, 1 ) <= asOf", customer))
                .containsExactly("");
        assertThat(of("daysBetween( asOf, endDate ) > 0 || daysBetween( asOf, endDate ) <= 0", customer))
                .containsExactly("");
    }

    private static Object prorated(String price, int seats, int days) {
        String rule = """
                package probe;

                rule "PRB-010 A rule to be probed"
                    @source( "Test (2026)" )
                when
                    $s : Subscription( $price : unitPrice, $seats : seats )
                then
                    recommend( NOTHING_TO_MOVE, $s )
                        .with( "cost", prorated( $price, $seats, %d ) );
                end
                """.formatted(days);
        Customer customer = Customer.builder("c")
                .subscriptions(Subscription.builder("s")
                        .unitPrice(new BigDecimal(price))
                        .seats(seats)
                        .build())
                .build();
        return MigrationAdvisor.load(RulesFolder.bundled().with("probe.drl", rule))
                .advise(customer, AS_OF)
                .recommendations()
                .stream()
                .filter(each -> each.ruleId().equals("PRB-010"))
                .map(Recommendation::values)
                .map(values -> Objects.requireNonNull(values.get("cost")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPriceIsProratedByDaysAndRoundedHalfUpToTheCent() {
        assertThat(prorated("10", 25, 365)).isEqualTo(new BigDecimal("3000.00"));
        assertThat(prorated("0.365", 1, 1)).isEqualTo(new BigDecimal("0.01"));
        assertThat(prorated("0.365", 5, 1)).isEqualTo(new BigDecimal("0.06"));
        assertThat(prorated("0.152", 1, 1)).isEqualTo(new BigDecimal("0.00"));
        assertThat(prorated("0.153", 1, 1)).isEqualTo(new BigDecimal("0.01"));
        assertThat(prorated("19.99", 3, 31)).isEqualTo(new BigDecimal("61.12"));
    }

    private static Subscription offer(String id, String offer, String target) {
        return Subscription.builder(id)
                .offer(new Offer(offer, null))
                .targetOffer(new Offer(target, null))
                .build();
    }

    private static MigrationAdvisor withList(String condition, String list) {
        RulesFolder folder =
                Probe.folder("Policy( $premium : premiumOffers ) $s : Subscription( " + condition + " )", "$s");
        String policy = Objects.requireNonNull(folder.file("policy.yaml")).text();
        return MigrationAdvisor.load(folder.with(
                "policy.yaml",
                policy.replace("types:", "premiumOffers: " + list + "\ntypes:\n  premiumOffers: texts")));
    }

    private static List<String> held(MigrationAdvisor advisor, Customer customer) {
        return advisor.advise(customer, AS_OF).recommendations().stream()
                .filter(each -> each.ruleId().equals("PRB-010"))
                .map(Recommendation::subscriptionId)
                .sorted()
                .toList();
    }

    private static final Customer OFFERS = Customer.builder("c")
            .subscriptions(
                    offer("e3", "SPE_E3", "SPE_E3"),
                    offer("e5", "SPE_E5", "SPE_E5"),
                    offer("f1", "SPE_F1", "SPE_F1"),
                    Subscription.builder("unknown").build())
            .build();

    @Test
    void aProductGroupIsAListOfThePolicy() {
        assertThat(held(withList("offerSku in $premium", "[spe_e3, SPE_E5]"), OFFERS))
                .containsExactly("e3", "e5");
        assertThat(held(withList("offerSku not in $premium", "[SPE_E3, SPE_E5]"), OFFERS))
                .containsExactly("f1");
        assertThat(held(withList("$premium contains offerSku", "[SPE_E3, SPE_E5]"), OFFERS))
                .containsExactly("e3", "e5");
        assertThat(held(withList("offerSku in $premium", "[]"), OFFERS)).isEmpty();
    }

    @Test
    void aListThatIsNotSetIsUnknown() {
        assertThat(held(withList("offerSku in $premium || offerSku not in $premium", ""), OFFERS))
                .isEmpty();
    }

    @Test
    void aListCanBeGivenForARun() {
        MigrationAdvisor advisor = withList("offerSku in $premium", "[SPE_E3]");

        assertThat(held(advisor.withPolicy(Map.of("premiumOffers", List.of("SPE_E5", "SPE_F1"))), OFFERS))
                .containsExactly("e5", "f1");
        assertThat(held(advisor.withPolicy(Map.of("premiumOffers", "SPE_E5, SPE_F1")), OFFERS))
                .containsExactly("e5", "f1");
        assertThat(held(advisor.withPolicy(Map.of("premiumOffers", "")), OFFERS))
                .isEmpty();
    }

    @Test
    void aLossIsTestedByItsWorkload() {
        Customer moves = Customer.builder("c")
                .subscriptions(
                        offer("same", "SPE_E3", "SPE_E3"),
                        offer("none", "SPE_E3", "NO_SUCH_OFFER"),
                        offer("business", "O365_BUSINESS_PREMIUM", "EXCHANGESTANDARD"))
                .build();

        assertThat(of("losses contains \"teams\"", moves)).containsExactly("business");
        assertThat(of("losses not contains \"Teams\"", moves)).containsExactly("none same");
    }
}
