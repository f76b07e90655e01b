package org.migrationadvisor.workbench.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.text.TerminalText;

class GapSearchTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Path FILES = Path.of("src/test/resources/org/migrationadvisor/workbench/gaps");
    private static final String RULES = "timing/expiry.drl";

    private static RulesFolder planted() throws IOException {
        return RulesFolder.read(FILES.resolve("planted"));
    }

    /** The planted book with its faults mended, and something else put in. */
    private static RulesFolder mended(String... moreRules) throws IOException {
        String rules = Files.readString(FILES.resolve("planted").resolve(RULES));
        String kept =
                rules.substring(0, rules.indexOf("rule \"TIM-030")).replace("daysToEnd < $near", "daysToEnd <= $near");
        return planted().with(RULES, kept + String.join("\n", moreRules));
    }

    private static String rule(String id, String conditions, String code) {
        return """
                rule "%s A rule put in"
                    @source( "Test (2026)" )
                when
                    %s
                then
                    recommend( %s, $it );
                end
                """.formatted(id, conditions, code);
    }

    private static List<String> messages(RulesFolder folder) {
        return GapSearch.search(folder, AS_OF).gaps().stream().map(Gap::message).toList();
    }

    @Test
    void theBundledRulesHaveNoGaps() {
        GapReport report = GapSearch.search(RulesFolder.bundled(), AS_OF);

        assertThat(report.gaps()).isEmpty();
        assertThat(report.unsearched()).isEmpty();
        assertThat(report.parts())
                .filteredOn(part -> !part.cover().equals("full"))
                .as("only what numbers of seats decide is too large to be tried in full")
                .allSatisfy(part -> assertThat(part.facts()).contains("targetSeats", "assignedSeats"));
        assertThat(report.inputs()).isGreaterThan(100_000);
        assertThat(report.whole()).isEqualTo(50_000);
        assertThat(report.declarations()).isGreaterThan(15);
    }

    @Test
    void plantedFaultsAreFoundWithThePlainestCustomer() throws IOException {
        TerminalText text = new TerminalText(100, false);

        new GapText(text).write(GapSearch.search(planted(), AS_OF));

        assertThat(text.toString()).isEqualTo(Files.readString(FILES.resolve("planted.txt")));
    }

    @Test
    void theMendedBookHasNoGaps() throws IOException {
        assertThat(messages(mended())).isEmpty();
    }

    @Test
    void theSameRulesGiveTheSameReport() throws IOException {
        assertThat(GapJson.of(GapSearch.search(planted(), AS_OF)))
                .isEqualTo(GapJson.of(GapSearch.search(planted(), AS_OF)));
    }

    @Test
    void aPolicyValueIsABoundaryToo() throws IOException {
        GapReport report = GapSearch.search(planted().with("policy.yaml", "nearExpiryDays: 45\nleadDays: 7\n"), AS_OF);

        assertThat(report.gaps())
                .extracting(Gap::witness)
                .filteredOn(Objects::nonNull)
                .extracting(Witness::differences)
                .first()
                .isEqualTo(Map.of("endDate", "2027-01-04 (45 days ahead)"));
    }

    @Test
    void bothSidesOfADateInARuleAreTried() throws IOException {
        String late = rule("TIM-060", "$it : Subscription( moving, asOf >= \"2028-02-01\" )", "CLARIFY_STATUS");
        String never = rule(
                "TIM-070", "$it : Subscription( moving, asOf < \"2020-01-01\", endDate < asOf, !ended )", "LET_EXPIRE");

        assertThat(messages(mended(late, never)))
                .containsExactly(
                        "found rule TIM-070, which no customer can make fire; without `endDate < asOf` (line 33)"
                                + " it would");
    }

    @Test
    void twoDatesAreTriedOnBothSidesOfEachOther() throws IOException {
        String before =
                rule("TIM-060", "$it : Subscription( moving, targetProvisionedOn < endDate )", "CLARIFY_STATUS");
        String dayBehind = rule(
                "TIM-070",
                "$it : Subscription( moving, targetProvisionedOn > endDate,"
                        + " targetProvisionedOn.minusDays( 2 ) < endDate )",
                "CLARIFY_STATUS");

        assertThat(messages(mended(before, dayBehind))).isEmpty();
    }

    @Test
    void rulesOverSeveralSubscriptionsAreTriedWithSeveral() throws IOException {
        String orphan = rule(
                "TIM-060",
                "$it : Subscription( addOn ) not Subscription( customer == $it.customer, id == $it.baseSubscriptionId )",
                "CLARIFY_STATUS");
        String many = rule(
                "TIM-070",
                "$it : Customer() accumulate( Subscription( customer == $it, moving ); $count : count(); $count > 5 )",
                "CLARIFY_STATUS");
        String impossible = rule(
                "TIM-080",
                "$it : Subscription( addOn ) exists( Subscription( customer == $it.customer, program == \"csp\", moving ) )",
                "CLARIFY_STATUS");

        assertThat(messages(mended(orphan, many, impossible)))
                .containsExactly("found rule TIM-080, which no customer can make fire; without `program == \"csp\"`"
                        + " (line 41) it would");
    }

    @Test
    void twoRulesThatDoTheSameAreToldOnce() throws IOException {
        String a = rule("TIM-060", "$it : Subscription( program == \"csp\" )", "CLARIFY_STATUS");
        String b = rule("TIM-070", "$it : Subscription( !movingOrUnknown )", "CLARIFY_STATUS");

        assertThat(messages(mended(a, b)))
                .containsExactly("found rule TIM-070, without which nobody would be told another code: wherever it"
                        + " recommends CLARIFY_STATUS, so does TIM-060 (timing/expiry.drl:22)");
    }

    @Test
    void withoutDeclarationsRulesWithoutEffectAreFoundStill() throws IOException {
        GapReport report = GapSearch.search(planted().with("contradictions.yaml", "exclusive: []\n"), AS_OF);

        assertThat(report.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.DEAD_RULE, Gap.Kind.REDUNDANT_RULE);
        assertThat(report.declarations()).isZero();
    }

    @Test
    void aDayCountedInMonthsIsTriedAndSoIsTheEndOfAMonth() throws IOException {
        String months = rule("TIM-110", "$it : Subscription( plusMonths( endDate, 3 ) == asOf )", "LET_EXPIRE");
        String end = rule("TIM-120", "$it : Subscription( lastOfMonth( endDate ) == asOf )", "LET_EXPIRE");

        assertThat(messages(mended(months, end))).noneMatch(message -> message.contains("no customer can make fire"));
    }
}
