package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulesFolder;

class WithPolicyTest {
    private static final Path BOOK = Path.of("src/test/resources/org/migrationadvisor/watched");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Customer IN_FORTY_DAYS = Customer.builder("c1")
            .relationship(Relationship.ACCEPTED)
            .subscriptions(Subscription.builder("s1")
                    .program(Program.EA)
                    .offer(new Offer("SPE_E3", null))
                    .seats(25)
                    .status(Status.ACTIVE)
                    .endDate(AS_OF.plusDays(40))
                    .build())
            .build();

    private static MigrationAdvisor every() throws Exception {
        return MigrationAdvisor.load(RulesFolder.read(BOOK).with("policy.yaml", """
                        nearExpiryDays: 30
                        leadDays: 7
                        partnerCountry: "DE"
                        factor: 1.5
                        since: 2018-01-01
                        strict: true
                        """));
    }

    @Test
    void rulesReadTheValueThatIsGiven() {
        MigrationAdvisor bundled = MigrationAdvisor.bundled();

        assertThat(codes(bundled)).contains("WAIT_FOR_EXPIRY").doesNotContain("LET_EXPIRE");
        assertThat(codes(bundled.withPolicy(Map.of("nearExpiryDays", 45))))
                .contains("LET_EXPIRE")
                .doesNotContain("WAIT_FOR_EXPIRY");
    }

    private static List<String> codes(MigrationAdvisor advisor) {
        return advisor.advise(IN_FORTY_DAYS, AS_OF).recommendations().stream()
                .map(Recommendation::code)
                .toList();
    }

    @Test
    void theFingerprintSaysWhichValuesWereGiven() throws Exception {
        MigrationAdvisor own = every();
        String given = own.withPolicy(Map.of("nearExpiryDays", 45)).fingerprint();

        assertThat(given).isNotEqualTo(own.fingerprint());
        assertThat(own.withPolicy(Map.of("nearExpiryDays", "45")).fingerprint()).isEqualTo(given);
        assertThat(own.withPolicy(Map.of("nearExpiryDays", 46)).fingerprint()).isNotEqualTo(given);
        assertThat(own.withPolicy(Map.of("leadDays", 45)).fingerprint()).isNotEqualTo(given);
        assertThat(own.withPolicy(Map.of("nearExpiryDays", 30)).fingerprint()).isEqualTo(own.fingerprint());
        assertThat(own.withPolicy(Map.of()).fingerprint()).isEqualTo(own.fingerprint());
    }

    @Test
    void laterValuesAreSetBesideEarlierOnes() throws Exception {
        MigrationAdvisor own = every();
        MigrationAdvisor both = own.withPolicy(Map.of("nearExpiryDays", 45, "leadDays", 3));

        assertThat(own.withPolicy(Map.of("nearExpiryDays", 45))
                        .withPolicy(Map.of("leadDays", 3))
                        .fingerprint())
                .isEqualTo(both.fingerprint());
        assertThat(both.withPolicy(Map.of("nearExpiryDays", 30, "leadDays", 7)).fingerprint())
                .isEqualTo(own.fingerprint());
    }

    @Test
    void theLanguageStays() throws Exception {
        RulesFolder folder = RulesFolder.bundled();
        String english = Objects.requireNonNull(folder.file("messages/en.yaml")).text();
        MigrationAdvisor german = MigrationAdvisor.load(
                        folder.with("messages/de.yaml", english.replace("Provision ", "Bereitstellen: ")))
                .inLanguage("de");

        assertThat(german.withPolicy(Map.of("leadDays", 3))
                        .advise(IN_FORTY_DAYS, AS_OF)
                        .recommendations())
                .extracting(Recommendation::message)
                .anyMatch(message -> message.contains("Bereitstellen: "));
    }

    @Test
    void everyTypeIsTakenAsItIs() throws Exception {
        assertThat(every().withPolicy(Map.of(
                                "nearExpiryDays",
                                30L,
                                "factor",
                                new BigDecimal("1.5"),
                                "since",
                                LocalDate.of(2018, 1, 1),
                                "strict",
                                true,
                                "partnerCountry",
                                "DE"))
                        .fingerprint())
                .isEqualTo(every().fingerprint());
    }

    @Test
    void aNameThatThePolicyDoesNotHaveIsRefused() throws Exception {
        MigrationAdvisor advisor = every();

        assertThatThrownBy(() -> advisor.withPolicy(Map.of("nearExpiryDay", 45)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("policy: found no value named 'nearExpiryDay', expected one of factor, leadDays,"
                        + " nearExpiryDays, partnerCountry, since, strict\nMaybe you mean nearExpiryDays");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nearExpiryDays | 4.5      | a whole number of 0 to 999999999",
                "nearExpiryDays | -1       | a whole number of 0 to 999999999",
                "nearExpiryDays | 1e3      | a whole number of 0 to 999999999",
                "nearExpiryDays | ''       | a whole number of 0 to 999999999",
                "leadDays       | 1000000000 | a whole number of 0 to 999999999",
                "factor         | -1.5     | a number of 0 or more",
                "since          | 20-11-26 | a date such as 2026-11-20",
                "strict         | yes      | true or false",
                "partnerCountry | ' '      | a text",
            })
    void aTextOfAnotherTypeIsRefused(String name, String value, String expected) throws Exception {
        MigrationAdvisor advisor = every();

        assertThatThrownBy(() -> advisor.withPolicy(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("policy: found '" + value + "' for " + name + ", expected " + expected);
    }

    @Test
    void aValueThatIsDeclaredAndNotSetCanBeGiven() {
        MigrationAdvisor unset = MigrationAdvisor.bundled();
        MigrationAdvisor set = MigrationAdvisor.load(RulesFolder.bundled()
                .with("policy.yaml", bundledPolicy().replace("partnerCountry:\n", "partnerCountry: DE\n")));

        assertThat(unset.withPolicy(Map.of("partnerCountry", "DE")).fingerprint())
                .isNotEqualTo(unset.fingerprint());
        assertThat(set.withPolicy(Map.of("partnerCountry", "DE")).fingerprint()).isEqualTo(set.fingerprint());
    }

    private static String bundledPolicy() {
        return Objects.requireNonNull(RulesFolder.bundled().file("policy.yaml")).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nearExpiryDays | 367     | 0 to 366 | The limits stand under types: change them there if they are wrong",
                "partnerCountry | Germany | a country as ISO 3166 alpha-2, such as DE | Did you mean `DE`?",
            })
    void aValueOutsideWhatIsDeclaredIsRefused(String name, String value, String expected, String mend) {
        MigrationAdvisor advisor = MigrationAdvisor.bundled();

        assertThatThrownBy(() -> advisor.withPolicy(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("policy: found '" + value + "' for " + name + ", expected " + expected + "\n" + mend);
    }

    @Test
    void anObjectOfAnotherTypeIsRefused() throws Exception {
        MigrationAdvisor advisor = every();

        assertThatThrownBy(() -> advisor.withPolicy(Map.of("partnerCountry", 49)))
                .hasMessage("policy: found 49 for partnerCountry, expected a text");
        assertThatThrownBy(() -> advisor.withPolicy(Map.of("nearExpiryDays", 45.5)))
                .hasMessage("policy: found 45.5 for nearExpiryDays, expected a whole number of 0 to 999999999");
        assertThatThrownBy(() -> advisor.withPolicy(Collections.singletonMap("strict", null)))
                .hasMessage("policy: found null for strict, expected true or false");
    }
}
