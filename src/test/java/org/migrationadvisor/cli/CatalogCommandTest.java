package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogCommandTest {
    private static final Path LISTS = Path.of("src/test/resources/org/migrationadvisor/catalog");

    private static String list(String name) {
        return LISTS.resolve(name).toString();
    }

    @Test
    void aProductIsShownWithAllItsIdsItsLimitsAndItsPlansByFamily() {
        Cli.Outcome outcome = Cli.run("catalog", "CFQ7TTC0LH18:0001:CFQ7TTC0K971");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("""
                Microsoft 365 Business Basic · O365_BUSINESS_ESSENTIALS
                ────────────────────────────────────────────────────────────────────────────────────────────────────
                  GUID          3b555118-da6a-4418-894f-7df1e2096870
                  other names   Office 365 Business Essentials
                  new commerce  cfq7ttc0lh18:0001
                  segment       commercial
                  seats         at most 300 seats per customer
                """).contains("""
                13 service plans, by use
                  Mailbox (Exchange Online Plan 1)             EXCHANGE_S_STANDARD
                """).endsWith("""
                  Not certain: the published list of Microsoft 365 Business Basic has 13 service plans, that of
                  Microsoft 365 Business Basic (no Teams) 34. It seems to be out of date, so what it lacks may be
                  there (shortPlanListPercent in policy.yaml).
                """);
    }

    @Test
    void wordsFindSeveralProductsTheClosestFirst() {
        Cli.Outcome outcome = Cli.run("catalog", "defender", "office");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                Microsoft Defender for Office 365 (Plan 1) · ATP_ENTERPRISE
                  4ef96642-f096-40de-a3e9-d83fb2f90211
                Microsoft Defender for Office 365 (Plan 2) · THREAT_INTELLIGENCE
                  3dd6cf57-d688-4eed-ba52-9e40b5468c3e

                  2 products. Give a part number or GUID to see all of one.
                """);
    }

    @Test
    void aComparisonShowsWhatIsLostLessBetterNewAndKept() {
        Cli.Outcome outcome = Cli.run("catalog", "--compare", "SPE_E3", "Microsoft 365 E3 (no Teams)");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("""
                Microsoft 365 E3 → Microsoft 365 E3 (no Teams) · SPE_E3 → Microsoft_365_E3_(no_Teams)
                ────────────────────────────────────────────────────────────────────────────────────────────────────
                  lost          Teams
                  gained        Places
                  kept          Mailbox (Exchange Online Plan 2) · SharePoint and OneDrive (SharePoint Plan 2)
                """).endsWith("""
                  seats         at least 100 seats for three years
                """);
    }

    @Test
    void whatRestsOnAListThatIsOutOfDateIsShownWithAQuestionMark() {
        assertThat(Cli.run("catalog", "--compare", "STANDARDPACK", "O365_BUSINESS_ESSENTIALS")
                        .out())
                .contains("  lost?         Device management (basic mobility and security)")
                .doesNotContain("  lost  ")
                .contains("  Not certain: the published list of Microsoft 365 Business Basic has 13 service plans");
    }

    @Test
    void anOfferComparedWithItselfIsTheSame() {
        assertThat(Cli.run("catalog", "--compare", "SPE_E3", "05E9A617-0261-4CEE-BB44-138D3EF5D965")
                        .out())
                .endsWith("  It is the same offer: no license has to be reassigned.\n");
    }

    @Test
    void aRetiredProductNamesWhatTakesItsPlace() {
        assertThat(Cli.run("catalog", "ENTERPRISEWITHSCAL").out()).contains("""
                  status        retired: can be neither bought nor renewed
                  instead       Office 365 E5 (ENTERPRISEPREMIUM) · Office 365 E3 (ENTERPRISEPACK)
                """);
    }

    @Test
    void machinesGetJson() {
        assertThat(Cli.run("catalog", "SPB", "--format", "json").out())
                .startsWith("[\n  {\n    \"skuId\": \"cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46\",\n")
                .contains("\"seatCap\": 300,", "\"plan\": \"MDE_SMB\"")
                .endsWith("  }\n]\n");
        assertThat(Cli.run("catalog", "--compare", "SPE_E3", "SPB", "--format", "JSON")
                        .out())
                .contains("""
                    {
                      "verdict": "downgraded",
                      "family": "Mailbox",
                      "fromPlan": "EXCHANGE_S_ENTERPRISE",
                      "fromTier": "Exchange Online Plan 2",
                      "toPlan": "EXCHANGE_S_STANDARD",
                      "toTier": "Exchange Online Plan 1",
                      "certain": true,
                      "unnoticed": null
                    },
                """)
                .contains("""
                      "toTier": null,
                      "certain": true,
                      "unnoticed": "retired"
                    },
                """);
    }

    @Test
    void whatUsersDoNotNoticeHasARowOfItsOwnAndDependsOnTheDay() {
        assertThat(Cli.run("catalog", "--compare", "SPE_E3", "SPB", "--as-of", "2025-12-01")
                        .out())
                .contains("  lost          Windows Autopatch · ", "  unnoticed     Immersive spaces in Teams · ");
        assertThat(Cli.run("catalog", "--compare", "SPE_E3", "SPB", "--as-of", "2025-11-30")
                        .out())
                .contains("  lost          Immersive spaces in Teams · Windows Autopatch");
    }

    @Test
    void aProductNamesWhatItIncludes() {
        assertThat(Cli.run("catalog", "EMSPREMIUM").out())
                .contains("  includes      Enterprise Mobility + Security E3 (EMS)\n");
    }

    @Test
    void whatIsNotFoundEndsWithStatus2AndTheNearestNames() {
        Cli.Outcome outcome = Cli.run("catalog", "Micosoft 365 E33");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("""
                'Micosoft 365 E33': found no such product among 107, expected an id, a part number or words of a name
                Maybe Microsoft 365 E3 (SPE_E3, 05e9a617-0261-4cee-bb44-138d3ef5d965)
                      Microsoft 365 E3 (500 seats min)_HUB (Microsoft_365_E3, 0c21030a-7e60-4ec7-9a0f-0042e0e0211a)
                      Microsoft 365 E5 (SPE_E5, 06ebc4ee-1bb5-47dd-8120-11324bc54e06)
                """);
        assertThat(Cli.run("catalog", "zzz").err()).isEqualTo("""
                'zzz': found no such product among 107, expected an id, a part number or words of a name
                Maybe Microsoft's list has it: give it with --catalog
                """);
        assertThat(Cli.run("catalog", "zzz", "--catalog", list("licensing-utf8-bom.csv"))
                        .err())
                .isEqualTo(
                        "'zzz': found no such product among 111, expected an id, a part number or words of a name\n");
    }

    @Test
    void anAmbiguousOfferIsNotCompared() {
        Cli.Outcome outcome = Cli.run("catalog", "--compare", "Microsoft 365 F1", "SPE_F1");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                'Microsoft 365 F1': found 2 products, expected one
                Maybe Microsoft 365 F1 (M365_F1, 44575883-256e-4a79-9da4-ebe9acabe2b2)
                      Microsoft 365 F1 (M365_F1_COMM, 50f60901-3181-4b75-8a2c-4c8e4c1d5a72)
                """);
    }

    @Test
    void wrongUseEndsWithStatus2() {
        assertThat(Cli.run("catalog").status()).isEqualTo(2);
        assertThat(Cli.run("catalog", "SPB", "--format", "xml").err())
                .isEqualTo("--format: found 'xml', expected one of table, json\n`advisor catalog --help` says more.\n");
        assertThat(Cli.run("catalog", "--compare", "A", "B", "--compare", "C", "D")
                        .err())
                .isEqualTo("--compare: found 4 offers, expected two, and the option once\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licensing-utf8-bom.csv", "licensing-windows-1252.csv", "licensing-2021.csv"})
    void everyEditionOfMicrosoftsListIsRead(String edition) {
        Cli.Outcome outcome = Cli.run("catalog", "contoso clock café", "--catalog", list(edition));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Contoso Clock Café · CONTOSO_CAFE\n")
                .contains("""
                  GUID          11111111-2222-3333-4444-555555555502
                """)
                .contains("1 service plan, by use\n  Clock Plan 1  CLOCK_P1\n");
    }

    @Test
    void onePartNumberOfTwoProductsShowsBoth() {
        assertThat(Cli.run("catalog", "CONTOSO_CALLS", "--catalog", list("licensing-utf8-bom.csv"))
                        .out())
                .contains("11111111-2222-3333-4444-555555555503", "11111111-2222-3333-4444-555555555504");
    }

    @Test
    void rowsOfTheListThatCannotBeUsedAreToldAndTheRestIsUsed() {
        Cli.Outcome outcome = Cli.run("catalog", "CONTOSO_CLOCK", "--catalog", list("licensing-broken-rows.csv"));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("Contoso Clock · CONTOSO_CLOCK\n");
        assertThat(outcome.err()).isEqualTo("""
                LIST:3: guid: found 'no-guid', expected a GUID; the row is left out
                LIST:4: product_display_name: found nothing, expected a text; the row is left out
                LIST:6: guid: found '', expected a GUID; the row is left out
                3 rows of 4 of the catalog left out
                """.replace("LIST", list("licensing-broken-rows.csv")));
    }

    @Test
    void anotherFileThanMicrosoftsListEndsWithStatus2() {
        Cli.Outcome outcome = Cli.run("catalog", "SPB", "--catalog", list("not-a-licensing-list.csv"));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith(list("not-a-licensing-list.csv")
                        + ":1: product_display_name, string_id, guid, service_plan_name: found no such column");
        assertThat(Cli.run("catalog", "SPB", "--catalog", "no-such-list.csv").err())
                .isEqualTo(
                        "no-such-list.csv: found no such file, expected Microsoft's list of product names and service"
                                + " plan identifiers as CSV\n");
    }

    @Test
    void brokenTablesEndWithStatus3(@TempDir Path folder) throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules"));
        Files.writeString(rules.resolve("service-plans.csv"), "part_number,plans\nSPE_E33,TEAMS1\n");

        Cli.Outcome outcome = Cli.run("catalog", "SPB", "--rules", rules.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("service-plans.csv:2:1: error: part_number: found 'SPE_E33', expected the part number of a"
                        + " product in offers.csv\n");
    }

    @Test
    void adviceKnowsTheProductsOfTheListAndItsFingerprintTellsSo(@TempDir Path folder) throws IOException {
        Path customers = folder.resolve("customers.csv");
        Files.writeString(customers, """
                customer_id,subscription_id,program,offer_name,seats,status,end_date,relationship,target_offer_id
                c-1,s-1,ea,Contoso Clock Café,5,active,2027-06-30,accepted,CONTOSO_CLOCK
                """);
        String[] without = {"advise", customers.toString(), "--as-of", "2026-11-20", "--format", "jsonl"};
        String[] with = {
            "advise",
            customers.toString(),
            "--as-of",
            "2026-11-20",
            "--format",
            "jsonl",
            "--catalog",
            list("licensing-utf8-bom.csv")
        };

        String unknown = Cli.run(without).out();
        String known = Cli.run(with).out();

        assertThat(unknown).contains("CLARIFY_OFFER").doesNotContain("UPDATE_LICENSE_ASSIGNMENT");
        assertThat(known).contains("UPDATE_LICENSE_ASSIGNMENT").doesNotContain("CLARIFY_OFFER");
        assertThat(fingerprint(known)).matches("[0-9a-f]{64}").isNotEqualTo(fingerprint(unknown));
        assertThat(Cli.run(
                                "advise",
                                customers.toString(),
                                "--as-of",
                                "2026-11-20",
                                "--format",
                                "jsonl",
                                "--catalog",
                                list("licensing-windows-1252.csv"))
                        .out())
                .isEqualTo(known);
    }

    @Test
    void everyVerbThatReadsAListKnowsTheAddedProducts(@TempDir Path folder) throws IOException {
        Path customers = folder.resolve("customers.csv");
        Files.writeString(customers, """
                customer_id,subscription_id,program,offer_name,seats,assigned_seats,status,end_date,relationship,target_offer_id
                c-1,s-1,ea,Contoso Clock Café,5,5,active,2027-06-30,accepted,CONTOSO_CLOCK
                """);
        String list = customers.toString();
        String added = list("licensing-utf8-bom.csv");
        String[] explain = {"explain", list, "--as-of", "2026-11-20", "--customer", "c-1", "--code", "CLARIFY_OFFER"};
        String[] inspect = {"inspect", list, "--as-of", "2026-11-20"};
        String[] diff = {"diff", list, "--as-of", "2026-11-20", "--against-as-of", "2027-07-01"};

        assertThat(Cli.run(explain).out()).contains("✓ CLARIFY_OFFER");
        assertThat(Cli.run(with(added, explain)).out()).contains("✗ CLARIFY_OFFER");
        assertThat(Cli.run(inspect).out()).contains("CLARIFY_OFFER");
        assertThat(Cli.run(with(added, inspect)).out()).doesNotContain("CLARIFY_OFFER");
        assertThat(Cli.run(diff).out()).doesNotContain("UPDATE_LICENSE_ASSIGNMENT");
        assertThat(Cli.run(with(added, diff)).out()).contains("UPDATE_LICENSE_ASSIGNMENT");
    }

    private static String[] with(String catalog, String... args) {
        return Stream.concat(Stream.of(args), Stream.of("--catalog", catalog)).toArray(String[]::new);
    }

    private static String fingerprint(String line) {
        return line.replaceAll("(?s).*\"rules\":\"([0-9a-f]*)\".*", "$1");
    }
}
