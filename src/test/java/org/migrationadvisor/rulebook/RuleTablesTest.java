package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.trace.RuleTrace;

/** Rules that look up rows of tables, each with facts for which they hold and facts for which they do not. */
class RuleTablesTest {
    private static final String TABLES = """
            Lifecycle:
              file: tables/lifecycle.csv
              key: [program, term]
              validity: [validFrom, validTo]
              columns: { program: Subscription.program, term: Subscription.term, userDays: whole, note: text }
            Market:
              file: tables/market.csv
              key: [country]
              columns: { country: Customer.country, market: text, open: yes-no, tier: whole }
            Tier:
              file: tables/tier.csv
              key: [tier]
              columns: { tier: whole, seats: whole }
            """;

    private static final String LIFECYCLE = """
            program,term,validFrom,validTo,userDays,note
            ea,P1Y,,2025-12-31,0,2024 text
            ea,P1Y,2026-01-01,,90,2025 text
            open,P1Y,2026-01-01,2026-12-31,30,
            web-direct,P1M,,,,days not known
            """;

    private static final String MARKET = """
            country;market;open;tier
            DE;Europe;yes;1
            AT;Europe;yes;1
            ch;EFTA;no;2
            """;

    private static final String LOOKUP =
            "Lifecycle( program == $s.program, term == $s.term, validFrom <= $end, validTo >= $end, %s )";

    private static RulesFolder folder(String conditions, String subject) {
        return Probe.folder(conditions, subject)
                .with("tables.yaml", TABLES)
                .with("tables/lifecycle.csv", LIFECYCLE)
                .with("tables/market.csv", MARKET)
                .with("tables/tier.csv", "tier,seats\n1,10\n2,20\n");
    }

    /** The subscriptions for which the rule holds, in the engine and where its conditions are walked. */
    private static List<String> held(String conditions, Customer customer) {
        return held(folder(conditions, "$s"), customer);
    }

    private static List<String> held(RulesFolder folder) {
        return held(folder, CUSTOMER);
    }

    private static List<String> held(RulesFolder folder, Customer customer) {
        Rulebook rulebook = Rulebook.load(folder);
        List<String> held = MigrationAdvisor.of(rulebook).advise(customer, AS_OF).recommendations().stream()
                .filter(each -> each.ruleId().equals("PRB-010"))
                .map(Recommendation::subscriptionId)
                .sorted()
                .toList();
        RuleDefinition rule = rulebook.rules().stream()
                .filter(each -> each.id().equals("PRB-010"))
                .findFirst()
                .orElseThrow();
        List<Object> facts = new FactAssembler(rulebook).facts(customer, AS_OF);
        RuleTrace trace = rulebook.trace(rule, facts);
        assertThat(facts.stream()
                        .filter(trace::heldFor)
                        .map(fact -> ((SubscriptionFact) fact).id())
                        .sorted())
                .containsExactlyElementsOf(held);
        return held;
    }

    private static Subscription sold(String id, Program program, Term term, String end) {
        return Subscription.builder(id)
                .program(program)
                .term(term)
                .endDate(end.isEmpty() ? null : LocalDate.parse(end))
                .build();
    }

    private static final Customer CUSTOMER = Customer.builder("c")
            .country("DE")
            .subscriptions(
                    sold("before", Program.EA, Term.ANNUAL, "2025-12-31"),
                    sold("since", Program.EA, Term.ANNUAL, "2026-01-01"),
                    sold("last", Program.OPEN, Term.ANNUAL, "2026-12-31"),
                    sold("after", Program.OPEN, Term.ANNUAL, "2027-01-01"),
                    sold("month", Program.WEB_DIRECT, Term.MONTHLY, "2027-06-30"),
                    sold("three", Program.EA, Term.TRIENNIAL, "2027-06-30"),
                    sold("unknown", Program.UNKNOWN, Term.ANNUAL, "2027-06-30"),
                    sold("endless", Program.EA, Term.ANNUAL, ""))
            .build();

    @Test
    void aRowIsThereForItsKeyOnItsDays() {
        assertThat(held("$s : Subscription( $end : endDate ) " + LOOKUP.formatted("$u : userDays"), CUSTOMER))
                .containsExactly("before", "last", "month", "since");
    }

    @Test
    void aColumnIsComparedInTheRow() {
        String rule = "$s : Subscription( $end : endDate ) ";

        assertThat(held(rule + LOOKUP.formatted("userDays > 30"), CUSTOMER)).containsExactly("since");
        assertThat(held(rule + LOOKUP.formatted("userDays <= 30"), CUSTOMER)).containsExactly("before", "last");
        assertThat(held(rule + LOOKUP.formatted("userDays == null"), CUSTOMER)).containsExactly("month");
        assertThat(held(
                        rule + LOOKUP.formatted("$u : userDays != null, $end.plusDays( userDays ) < $s.asOf"),
                        CUSTOMER))
                .containsExactly("before", "since");
    }

    @Test
    void aColumnIsReadByWhatFollows() {
        String rule = "$s : Subscription( $end : endDate != null ) " + LOOKUP.formatted("$u : userDays");

        assertThat(held(rule + " Subscription( this == $s, daysToEnd > $u )", CUSTOMER))
                .containsExactly("last");
        assertThat(held(rule + " not( Subscription( this == $s, daysToEnd > $u ) )", CUSTOMER))
                .containsExactly("before", "month", "since");
    }

    @Test
    void aRowThatIsNotThereCanBeAskedForWhereTheKeyIsKnown() {
        String rule = "$s : Subscription( $end : endDate ) ";

        assertThat(held(rule + "not( " + LOOKUP.formatted("userDays >= 0") + " )", CUSTOMER))
                .as("of the month it is not known how many days there are, of the unknown not even the program")
                .containsExactly("after", "three");
        assertThat(held(rule + "exists( " + LOOKUP.formatted("userDays > 30") + " )", CUSTOMER))
                .containsExactly("since");
    }

    @Test
    void aTableIsAskedThroughAnother() {
        String rule = "$s : Subscription( $c : customer.country, $seats : seats ) Market( country == $c, $t : tier )"
                + " Tier( tier == $t, seats < $seats )";
        Subscription eleven = Subscription.builder("eleven").seats(11).build();
        Subscription ten = Subscription.builder("ten").seats(10).build();

        assertThat(held(
                        rule,
                        Customer.builder("c")
                                .country("de")
                                .subscriptions(eleven, ten)
                                .build()))
                .containsExactly("eleven");
        assertThat(held(
                        rule,
                        Customer.builder("c")
                                .country("CH")
                                .subscriptions(eleven, ten)
                                .build()))
                .isEmpty();
    }

    @Test
    void twoRowsAreCompared() {
        String rule = "Market( country == \"AT\", $own : market ) $s : Subscription( $c : customer.country )"
                + " Market( country == $c, market %s $own )";
        Subscription any = Subscription.builder("s").build();
        Customer german = Customer.builder("c").country("DE").subscriptions(any).build();
        Customer swiss = Customer.builder("c").country("CH").subscriptions(any).build();
        Customer french = Customer.builder("c").country("FR").subscriptions(any).build();

        assertThat(held(rule.formatted("=="), german)).containsExactly("s");
        assertThat(held(rule.formatted("=="), swiss)).isEmpty();
        assertThat(held(rule.formatted("!="), swiss)).containsExactly("s");
        assertThat(held(rule.formatted("!="), french)).isEmpty();
        assertThat(held(
                        "$s : Subscription( $c : customer.country ) $row : Market( country == $c ) Subscription( this == $s,"
                                + " $row.open )",
                        german))
                .containsExactly("s");
    }

    @Test
    void aRowDecidesOnFactsInsideNot() {
        String rule =
                "$s : Subscription() not( Subscription( customer == $s.customer, this != $s, $p : program, $t : term,"
                        + " $end : endDate ) and Lifecycle( program == $p, term == $t, validFrom <= $end, validTo >= $end,"
                        + " userDays > 30 ) )";

        assertThat(held(rule, CUSTOMER)).containsExactly("since");
    }

    @Test
    void aResultIsComparedWithARow() {
        String rule =
                "$s : Subscription( $c : customer.country ) accumulate( Subscription( customer == $s.customer, $n :"
                        + " seats ); $all : sum( $n ) ) Market( country == $c, $t : tier ) Tier( tier == $t, seats < $all )";
        Subscription six = Subscription.builder("six").seats(6).build();
        Subscription five = Subscription.builder("five").seats(5).build();

        assertThat(held(
                        rule,
                        Customer.builder("c")
                                .country("DE")
                                .subscriptions(six, five)
                                .build()))
                .containsExactly("five", "six");
        assertThat(held(
                        rule,
                        Customer.builder("c").country("DE").subscriptions(five).build()))
                .isEmpty();
    }

    @Test
    void aDefinitionLooksRowsUp() {
        RulesFolder folder = folder("$s : Subscription( %s )", "$s").with("definitions/life.drl", """
                package definitions;

                declare PastAllDays
                    subscription : Subscription @key
                end

                declare UserDays
                    subscription : Subscription @key
                    days : Integer
                end

                rule "DEF-910 Users have had all their days"
                    @source( "test" )
                when
                    $s : Subscription( $end : endDate )
                    Lifecycle( program == $s.program, term == $s.term, validFrom <= $end, validTo >= $end,
                        $s.daysToEnd + userDays < 0 )
                then
                    insertLogical( new PastAllDays( $s ) );
                end

                rule "DEF-920 How many days users have"
                    @source( "test" )
                when
                    $s : Subscription( $end : endDate )
                    Lifecycle( program == $s.program, term == $s.term, validFrom <= $end, validTo >= $end, $u : userDays )
                then
                    insertLogical( new UserDays( $s, $u ) );
                end
                """);
        String rule = Objects.requireNonNull(folder.file("probe.drl")).text();

        assertThat(held(folder.with("probe.drl", rule.formatted("pastAllDays"))))
                .containsExactly("before", "since");
        assertThat(held(folder.with("probe.drl", rule.formatted("!pastAllDays"))))
                .as("what is not known is neither")
                .containsExactly("after", "last", "three");
        assertThat(held(folder.with(
                        "probe.drl", rule.replace("%s )", "moving ) UserDays( subscription == $s, days > 30 )"))))
                .containsExactly("since");
    }

    @Test
    void whatARowSaysIsReportedWithTheAdvice() {
        RulesFolder folder = folder("$s : Subscription( $end : endDate ) " + LOOKUP.formatted("$u : userDays"), "$s");
        String rule = Objects.requireNonNull(folder.file("probe.drl"))
                .text()
                .replace("$s );", "$s ).actBy( $end.plusDays( $u ) );");
        Recommendation told =
                MigrationAdvisor.load(folder.with("probe.drl", rule)).advise(CUSTOMER, AS_OF).recommendations().stream()
                        .filter(each -> each.ruleId().equals("PRB-010") && "since".equals(each.subscriptionId()))
                        .findFirst()
                        .orElseThrow();

        assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(told.values()).containsEntry("userDays", 90).containsEntry("endDate", LocalDate.of(2026, 1, 1));
    }

    @Test
    void tablesCountInTheFingerprint() {
        RulesFolder folder = folder("$s : Subscription( $end : endDate ) " + LOOKUP.formatted("$u : userDays"), "$s");
        String before = folder.fingerprint();

        assertThat(folder.with("tables/lifecycle.csv", LIFECYCLE.replace("90", "91"))
                        .fingerprint())
                .isNotEqualTo(before);
        assertThat(folder.with("tables.yaml", TABLES + "\n# more").fingerprint())
                .isNotEqualTo(before);
        assertThat(Map.of("tables", Rulebook.load(folder).tables()).get("tables"))
                .extracting(Object::toString)
                .containsExactly("Lifecycle", "Market", "Tier");
    }
}
