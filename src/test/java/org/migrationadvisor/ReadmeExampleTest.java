package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;

class ReadmeExampleTest {

    @Test
    void adviceTakesThreeLines() {
        MigrationAdvisor advisor = MigrationAdvisor.bundled();
        Customer customer =
                Customer.builder("c1").relationship(Relationship.NONE).build();
        Advice advice = advisor.advise(customer, LocalDate.of(2026, 11, 20));

        assertThat(advice.recommendations())
                .extracting(Recommendation::code)
                .containsExactly("REQUEST_RESELLER_RELATIONSHIP", "CLARIFY_SUBSCRIPTIONS");
    }

    @Test
    void aCustomerIsAdvised() {
        MigrationAdvisor advisor = MigrationAdvisor.bundled(); // or MigrationAdvisor.load(Path.of("rules"))

        Customer customer = Customer.builder("6c1d9a52-1b7e-4c4f-9a0e-1f2d3c4b5a69")
                .name("Lindenhof Logistik GmbH")
                .relationship(Relationship.ACCEPTED)
                .subscriptions(Subscription.builder("sub-1")
                        .program(Program.WEB_DIRECT)
                        .offer(new Offer("SPE_E3", null))
                        .seats(25)
                        .status(Status.ACTIVE)
                        .endDate(LocalDate.of(2026, 12, 20))
                        .build())
                .build();

        Advice advice = advisor.advise(customer, LocalDate.of(2026, 11, 20));
        List<String> codes =
                advice.recommendations().stream().map(Recommendation::code).toList();

        assertThat(advice.readiness()).isEqualTo(Readiness.READY);
        assertThat(codes)
                .containsExactly("PROVISION_SUBSCRIPTION", "LET_EXPIRE", "NO_LICENSE_REASSIGNMENT", "MOVE_MANUALLY");
    }

    @Test
    void policyValuesAreSetForARun() {
        MigrationAdvisor advisor = MigrationAdvisor.bundled();

        MigrationAdvisor cautious = advisor.withPolicy(Map.of("nearExpiryDays", 45, "leadDays", 10));

        assertThat(cautious.fingerprint()).isNotEqualTo(advisor.fingerprint());
    }

    @Test
    void aRulesFolderIsWatched() throws IOException {
        Customer customer = Customer.builder("c1").build();

        ReloadListener listener = new ReloadListener() {
            @Override
            public void refused(Exception reason) {
                System.err.println(reason.getMessage());
            }
        };
        try (WatchedAdvisor watched = MigrationAdvisor.watching(Path.of("rules"), listener)) {
            Advice advice = watched.advisor().advise(customer);

            assertThat(advice.rules()).isEqualTo(MigrationAdvisor.bundled().fingerprint());
        }
    }

    @Test
    void aFactOfAnOwnColumnIsSetByItsName() {
        Subscription own =
                Subscription.builder("sub-2").fact("migrationWave", "first").build();

        assertThat(own.fact("migrationWave")).isEqualTo("first");
        assertThat(own.further()).containsExactly(Map.entry("migrationWave", "first"));
    }
}
