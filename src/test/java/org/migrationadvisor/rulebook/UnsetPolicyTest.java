package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** A value of the policy that is declared and not set: nothing that compares with it holds. */
class UnsetPolicyTest {
    private static final Customer FRENCH = Customer.builder("c").country("FR").build();

    private static RulesFolder folder(String condition) {
        return RulesFolder.bundled().with("probe.drl", """
                package probe;

                rule "PRB-010 A rule to be probed"
                    @source( "Test (2026)" )
                when
                    Policy( $own : partnerCountry )
                    $customer : Customer( %s )
                then
                    recommend( REQUEST_RESELLER_RELATIONSHIP, $customer ).with( "own", $own );
                end
                """.formatted(condition));
    }

    private static List<Recommendation> found(RulesFolder folder) {
        return found(MigrationAdvisor.load(folder));
    }

    private static List<Recommendation> found(MigrationAdvisor advisor) {
        return advisor.advise(FRENCH, AS_OF).recommendations().stream()
                .filter(each -> each.ruleId().equals("PRB-010"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country != $own",
                "country == $own",
                "country not in ( \"DE\", $own )",
                "!( country == $own )",
                "$own != null",
            })
    void noComparisonWithItHolds(String condition) {
        assertThat(found(folder(condition))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$own == null", "country in ( \"FR\", $own )", "country != $own || country == \"FR\""})
    void askingForItHoldsAndSoDoesWhatDoesNotDependOnIt(String condition) {
        assertThat(found(folder(condition)))
                .extracting(each -> each.values().get("own"))
                .containsExactly("unknown");
    }

    @Test
    void onceSetItCompares() {
        MigrationAdvisor set =
                MigrationAdvisor.load(folder("country != $own")).withPolicy(Map.of("partnerCountry", "DE"));

        assertThat(found(set)).extracting(each -> each.values().get("own")).containsExactly("DE");
    }
}
