package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;

class CustomersApartTest {

    private static Rulebook load() throws Exception {
        Path folder = Path.of("src/test/resources/org/migrationadvisor/apart");
        return Rulebook.load(RulesFolder.read(folder));
    }

    @Test
    void onlyRulesThatTieEveryFactToOneCustomerAreProved() throws Exception {
        Rulebook rulebook = load();

        List<String> expected = rulebook.rules().stream()
                .map(RuleDefinition::id)
                .filter(id -> id.compareTo("APT-100") > 0)
                .toList();
        assertThat(rulebook.rulesNotKeptApart()).extracting(RuleDefinition::id).isEqualTo(expected);
        assertThat(expected).hasSize(10);
    }

    @Test
    void allBundledRulesKeepToOneCustomer() {
        assertThat(Rulebook.load(RulesFolder.bundled()).rulesNotKeptApart()).isEmpty();
    }
}
