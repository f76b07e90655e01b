package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String LIST = """
            customer_id,customer_name,relationship,subscription_id,program,offer_id,offer_name,seats,status,end_date
            c1,Contoso Ltd,accepted,s1,ea,SPE_E3,Microsoft 365 E3,25,active,2026-12-21
            c1,Contoso Ltd,accepted,s2,ea,SPB,,10,active,2026-12-20
            c2,,none,s1,csp,SPE_E3,,5,active,2027-03-31
            """;

    @TempDir
    private Path folder;

    private Path list;

    @BeforeEach
    void writeList() throws IOException {
        list = folder.resolve("list.csv");
        Files.writeString(list, LIST);
    }

    private Cli.Outcome explain(String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "explain";
        args[1] = list.toString();
        args[2] = "--as-of";
        args[3] = "2026-11-20";
        System.arraycopy(options, 0, args, 4, options.length);
        return Cli.run(args);
    }

    @Test
    void aRecommendationIsExplainedByItsRuleAndValues() {
        Cli.Outcome outcome = explain("--customer", "c1", "--subscription", "s1", "--code", "WAIT_FOR_EXPIRY");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("""
                Contoso Ltd · c1 · as of 2026-11-20
                ready: PROVISION_SUBSCRIPTION for s2 can be done now.
                Without it the customer would be waiting: the next date is that of PROVISION_SUBSCRIPTION for s1,
                2026-11-21.

                Microsoft 365 E3 · s1 · ea · ends 2026-12-21

                  ✓ WAIT_FOR_EXPIRY · customer · from 2026-11-21
                    31 days are left until Dec 21, 2026. Your customer should let the original run until it is near
                    its natural end, which it is from Nov 21, 2026 on.
                    TIM-010 Wait until the original is near its natural end
                    timing/expiry.drl:5 · Moving license-based services customers to CSP (2018), step 3
                      ✓ moving                 moving = yes
                      ✓ running                running = yes
                      ✓ daysToEnd > $near      daysToEnd = 31, nearExpiryDays = 30
                      ✓ status != "suspended"  status = active

                1 recommendation explained; --code CODE and --all say why another one was not made.
                """);
    }

    @Test
    void whatIsNotRecommendedSaysWhatWouldHaveToChangeAndWhenItDoes() {
        Cli.Outcome outcome = explain("--customer", "c1", "--code", "LET_EXPIRE");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                Contoso Ltd · c1 · as of 2026-11-20
                ready: PROVISION_SUBSCRIPTION for s2 can be done now.
                Without it the customer would be waiting: the next date is that of PROVISION_SUBSCRIPTION for s1,
                2026-11-21.

                Microsoft 365 E3 · s1 · ea · ends 2026-12-21

                  ✗ LET_EXPIRE is not recommended
                    TIM-020 Let the original expire once it is near its natural end
                    timing/expiry.drl:23 · Moving license-based services customers to CSP (2018), step 3
                      ✓ moving                 moving = yes
                      ✓ running                running = yes
                      ✓ status != "suspended"  status = active
                      ✗ daysToEnd <= $near     daysToEnd = 31, nearExpiryDays = 30
                        31 days left; needed: at most 30 (nearExpiryDays); so from 2026-11-21 on
                      ✓ targetProvisionedOn <= endDate || targetProvisionedOn == null && ( daysToEnd >= $lead ||
                        customer.relationship in ( "accepted", "unknown" ) )
                        targetProvisionedOn = unknown, endDate = 2026-12-21, daysToEnd = 31, leadDays = 7,
                        customer.relationship = accepted

                SPB · s2 · ea · ends 2026-12-20

                  ✓ LET_EXPIRE · customer · by 2026-12-20
                    The original ends in 30 days, on Dec 20, 2026. Let it run out instead of cancelling it. Your
                    customer should make sure that auto-renewal is off by then, or another term starts. Have the new
                    subscription there first.
                    TIM-020 Let the original expire once it is near its natural end
                    timing/expiry.drl:23 · Moving license-based services customers to CSP (2018), step 3
                      ✓ moving                 moving = yes
                      ✓ running                running = yes
                      ✓ status != "suspended"  status = active
                      ✓ daysToEnd <= $near     daysToEnd = 30, nearExpiryDays = 30
                      ✓ targetProvisionedOn <= endDate || targetProvisionedOn == null && ( daysToEnd >= $lead ||
                        customer.relationship in ( "accepted", "unknown" ) )
                        targetProvisionedOn = unknown, endDate = 2026-12-20, daysToEnd = 30, leadDays = 7,
                        customer.relationship = accepted

                1 recommendation explained, and 1 not made.
                """);
    }

    @Test
    void theNearestOfSeveralRulesIsTheOneWithTheFewestConditionsToChange() {
        Cli.Outcome outcome = explain("--customer", "c2", "--subscription", "s1", "--code", "PROVISION_SUBSCRIPTION");

        assertThat(outcome.out()).contains("""
                  ✗ PROVISION_SUBSCRIPTION is not recommended
                    PRO-010 Provision the wanted offer and seats the lead days before the original ends
                """).contains("""
                      ✗ moving                                      moving = no
                        moving (held outside the partner's own new-commerce CSP) is no; needed: yes
                      ✗ customer.relationship == "accepted"         customer.relationship = none
                        customer.relationship is none; needed: accepted
                      ✓ targetProvisionedOn == null                 targetProvisionedOn = unknown
                """);
    }

    @Test
    void aCustomerIsFoundInAnyLetterCaseAsByAdvise() {
        assertThat(explain("--customer", "C1", "--code", "LET_EXPIRE").out())
                .isEqualTo(explain("--customer", "c1", "--code", "LET_EXPIRE").out());
    }

    @Test
    void aCodeForSubscriptionsOfACustomerWithoutAnyIsExplainedOnce() throws IOException {
        Files.writeString(list, "{\"customerId\": \"c3\", \"relationship\": \"none\", \"subscriptions\": []}\n");

        Cli.Outcome outcome = explain("--customer", "c3", "--code", "LET_EXPIRE");

        assertThat(outcome.out()).contains("""
                the customer

                  ✗ LET_EXPIRE is not recommended
                    TIM-020 Let the original expire once it is near its natural end
                    timing/expiry.drl:23 · Moving license-based services customers to CSP (2018), step 3
                      ✗ $original : Subscription( ... )
                        found none; needed: one
                      · moving
                      · running
                      · status != "suspended"
                      · daysToEnd <= $near
                """);
    }

    @Test
    void allCodesOfTheCatalogueAreExplainedOnDemand() throws IOException {
        Cli.Outcome outcome = explain("--customer", "c1", "--subscription", "s1", "--all");

        assertThat(outcome.status()).isZero();
        assertThat(Files.readAllLines(Path.of("rules/recommendations.yaml")))
                .filteredOn(line -> line.matches("[A-Z_]+:.*"))
                .extracting(line -> line.replaceFirst(":.*", ""))
                .filteredOn(code -> !code.matches(".*(RELATIONSHIP|_SUBSCRIPTIONS).*"))
                .allSatisfy(code -> assertThat(outcome.out()).contains(code));
    }

    @Test
    void aCodeThatNoRuleRecommendsIsSaidToBeSo() throws IOException {
        Path rules = RulesCopy.in(Files.createDirectory(folder.resolve("rules")));
        RulesCopy.append(
                rules.resolve("recommendations.yaml"), "CALL_MARY: { severity: info, actor: partner, order: 999 }\n");
        RulesCopy.append(rules.resolve("messages/en.yaml"), "\n  CALL_MARY: Call Mary.\n");

        Cli.Outcome outcome = explain("--customer", "c1", "--code", "CALL_MARY", "--rules", rules.toString());

        assertThat(outcome.out()).contains("""
                  ✗ CALL_MARY is not recommended
                    No rule recommends it.
                """);
    }

    @Test
    void programsGetJson() {
        Cli.Outcome outcome =
                explain("--customer", "c1", "--subscription", "s1", "--code", "LET_EXPIRE", "--format", "json");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("""
                  "made": [],
                  "notMade": [
                    {
                      "code": "LET_EXPIRE",
                      "subscriptionId": "s1",
                      "nearestRule": {
                        "ruleId": "TIM-020",
                """).contains("""
                "needs": "31 days left; needed: at most 30 (nearExpiryDays); so from 2026-11-21 on"
                """);
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearestKnownOne() {
        Cli.Outcome customer = explain("--customer", "c4");
        assertThat(customer.status()).isEqualTo(2);
        assertThat(customer.err()).isEqualTo("""
                --customer: found no customer 'c4', expected one of c1, c2
                Maybe you mean c1
                """);

        Cli.Outcome subscription = explain("--customer", "c1", "--subscription", "sub-9");
        assertThat(subscription.status()).isEqualTo(2);
        assertThat(subscription.err())
                .isEqualTo("--subscription: found no subscription 'sub-9', expected one of s1, s2\n");

        Cli.Outcome code = explain("--customer", "c1", "--code", "LETEXPIRE");
        assertThat(code.status()).isEqualTo(2);
        assertThat(code.err())
                .startsWith("--code: found no code 'LETEXPIRE', expected one of ")
                .endsWith("\nMaybe you mean LET_EXPIRE\n");

        Cli.Outcome language = explain("--customer", "c1", "--lang", "tlh");
        assertThat(language.status()).isEqualTo(2);
        assertThat(language.err()).startsWith("--lang: found 'tlh', expected one of ");
    }

    @Test
    void aDateThatIsNoneIsRefusedInPlainWords() {
        assertThat(Cli.run("explain", list.toString(), "--customer", "c1", "--as-of", "2026-13-01")
                        .err())
                .isEqualTo("""
                        --as-of: found '2026-13-01', expected a date such as 2026-11-20
                        `advisor explain --help` says more.
                        """);
    }

    @Test
    void rejectedRowsOfTheListAreNamed() throws IOException {
        Files.writeString(list, LIST + "c1,,accepted,s3,ea,SPE_E3,,-5,active,2026-12-21\n");

        Cli.Outcome outcome = explain("--customer", "c1");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).isEqualTo(list + ":5: seats: found '-5', expected a whole number of 0 or more\n");
        assertThat(outcome.out()).contains("✓ WAIT_FOR_EXPIRY");
    }
}
