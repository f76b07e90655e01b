package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.BillingAccount;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.EndOfTermAction;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.source.Source;

/** Who sells a subscription, what is paid for, how it ends, and the customer's language. */
class FurtherFactsTest {

    private static final Customer CUSTOMER = Customer.builder("c-1")
            .language("pt-BR")
            .subscriptions(Subscription.builder("s-1")
                    .billingAccount(BillingAccount.MCA)
                    .endOfTermAction(EndOfTermAction.EXTEND)
                    .purchasedOn(LocalDate.of(2024, 2, 29))
                    .paidThrough(LocalDate.of(2026, 11, 30))
                    .promotion(Answer.YES)
                    .sourcePartner("O'Brien Cloud")
                    .build())
            .build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"""
                customer_id;subscription_id;billing_account;end_of_term_action;purchased_on;paid_through;promotion;\
                source_partner;language
                c-1;s-1;mca;extend;2024-02-29;2026-11-30;yes;O'Brien Cloud;pt-BR
                """, """
                [{"customerId": "c-1", "language": "pt-BR", "subscriptions": [{"subscriptionId": "s-1",
                 "billingAccount": "mca", "endOfTermAction": "extend", "purchasedOn": "2024-02-29",
                 "paidThrough": "2026-11-30", "promotion": true, "sourcePartner": "O'Brien Cloud"}]}]
                """, """
                {"customerId": "c-1", "language": "pt_br", "subscriptions": [{"subscriptionId": "s-1", \
                "billingAccount": "MCA", "endOfTermAction": "Extend", "purchasedOn": "2024-02-29T10:00:00Z", \
                "paidThrough": "2026-11-30", "promotion": "yes", "sourcePartner": "O'Brien Cloud"}]}
                """})
    void every_format_carries_them(String list) {
        CustomerList read = Lists.readText(list);

        assertThat(read.rejected()).isEmpty();
        assertThat(Lists.warnings(read)).isEmpty();
        assertThat(read.customers()).containsExactly(CUSTOMER);
    }

    @ParameterizedTest
    @CsvSource({"de, de", "DE-at, de-AT", "zh_cn, zh-CN", "zh-hans-CN, zh-Hans-CN", "es-419, es-419"})
    void a_language_is_written_as_its_tag(String cell, String language) {
        CustomerList read = Lists.readText("customer_id,subscription_id,language\nc-1,s-1," + cell + "\n");

        assertThat(read.customers()).extracting(Customer::language).containsExactly(language);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void what_is_no_such_value_is_unknown_and_warned_of() {
        CustomerList read = Lists.readText("""
                customer_id,subscription_id,billing_account,end_of_term_action,promotion,language
                c-1,s-1,mosp,stop,perhaps,German
                """);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.customers())
                .containsExactly(Customer.builder("c-1")
                        .subscriptions(Subscription.builder("s-1").build())
                        .build());
        assertThat(read.warnings())
                .extracting(warning ->
                        warning.problem().column() + ": " + warning.problem().reason())
                .containsExactly(
                        "language: found 'German', expected a language such as de or pt-BR",
                        "billing_account: found 'mosp', expected one of mosa, mca, unknown",
                        "end_of_term_action: found 'stop', expected one of renew, extend, cancel, unknown",
                        "promotion: found 'perhaps', expected one of yes, no, unknown");
    }

    @Test
    void a_day_that_is_none_rejects_its_row() {
        CustomerList read = Lists.readText("""
                customer_id,subscription_id,purchased_on,paid_through
                c-1,s-1,2026-02-30,end of month
                """);

        assertThat(read.rejected())
                .flatExtracting(RejectedRow::problems)
                .extracting(RowProblem::column, RowProblem::reason)
                .containsExactly(
                        tuple("purchased_on", "found '2026-02-30', expected a date such as 2026-11-20"),
                        tuple("paid_through", "found 'end of month', expected a date such as 2026-11-20"));
    }

    @Test
    void files_complete_each_other_and_what_contradicts_is_unknown() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), """
                customer_id,subscription_id,billing_account,purchased_on,paid_through,language
                c-1,s-1,mca,2024-02-29,2026-11-30,pt-BR
                """);
        Path other = Files.writeString(folder.resolve("other.csv"), """
                customer_id,subscription_id,billing_account,end_of_term_action,paid_through,promotion,source_partner,language
                c-1,s-1,MCA,extend,2026-12-31,yes,O'Brien Cloud,de
                """);

        for (List<Path> files : List.of(List.of(one, other), List.of(other, one))) {
            CustomerList read =
                    CustomerLists.read(files.stream().map(Source::of).toList());

            assertThat(read.customers()).singleElement().satisfies(customer -> {
                assertThat(customer.language()).isNull();
                assertThat(customer.subscriptions()).singleElement().satisfies(subscription -> {
                    assertThat(subscription.billingAccount()).isEqualTo(BillingAccount.MCA);
                    assertThat(subscription.endOfTermAction()).isEqualTo(EndOfTermAction.EXTEND);
                    assertThat(subscription.purchasedOn()).isEqualTo("2024-02-29");
                    assertThat(subscription.paidThrough()).isNull();
                    assertThat(subscription.promotion()).isEqualTo(Answer.YES);
                    assertThat(subscription.sourcePartner()).isEqualTo("O'Brien Cloud");
                });
            });
            assertThat(read.warnings())
                    .extracting(warning -> warning.problem().column())
                    .contains("language", "paid_through");
        }
    }

    @Test
    void partner_center_tells_what_is_scheduled_for_the_end_of_the_term_and_a_promotion() {
        String subscription = """
                {"id": "5b000000-0000-4000-8000-00000000000%d", "offerId": "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
                 "commitmentEndDate": "2027-01-13T00:00:00Z", "creationDate": "2024-02-29T16:57:15.0966728Z",
                 "promotionId": "%s", "scheduledActions": [%s]}
                """;
        String termEnd = "{\"scheduleType\": \"TermEnd\", \"actionType\": \"%s\"}";
        String customDate = "{\"scheduleType\": \"CustomDate\", \"actionType\": \"Cancel\"}";

        CustomerList read = Lists.readText(
                Lists.tenant("c-1"),
                "["
                        + String.join(
                                ", ",
                                subscription.formatted(1, "39NFJQT1Q5KN:0001", termEnd.formatted("RenewToNewTerm")),
                                subscription.formatted(2, "", termEnd.formatted("RenewToExtendedServiceTerm")),
                                subscription.formatted(3, "", customDate + ", " + termEnd.formatted("Cancel")),
                                subscription.formatted(
                                        4,
                                        "",
                                        termEnd.formatted("Cancel") + ", " + termEnd.formatted("RenewToNewTerm")),
                                subscription.formatted(5, "", termEnd.formatted("Transition")),
                                subscription.formatted(6, "", customDate))
                        + "]");

        assertThat(read.customers().get(0).subscriptions())
                .extracting(Subscription::endOfTermAction)
                .containsExactly(
                        EndOfTermAction.RENEW,
                        EndOfTermAction.EXTEND,
                        EndOfTermAction.CANCEL,
                        EndOfTermAction.UNKNOWN,
                        EndOfTermAction.UNKNOWN,
                        EndOfTermAction.UNKNOWN);
        assertThat(read.customers().get(0).subscriptions())
                .extracting(Subscription::promotion)
                .startsWith(Answer.YES, Answer.UNKNOWN);
        assertThat(read.customers().get(0).subscriptions())
                .extracting(Subscription::purchasedOn)
                .containsOnly(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "SubscriptionPromotionsPresent, YES",
        "SubscriptionStatusNotActive;SubscriptionPromotionsPresent, YES",
        "SubscriptionStatusNotActive, UNKNOWN",
        ", UNKNOWN"
    })
    void the_migration_tool_names_a_promotion_as_a_reason(String reason, Answer promotion) {
        CustomerList read = Lists.readText("""
                CustomerTenantId,LegacySubscriptionId,LegacyProductName,MigrationIneligibilityReason
                7a1f0a4e-0001-4c11-9d00-0000000000a1,5b000000-0000-4000-8000-000000000001,Visio,%s
                """.formatted(reason == null ? "" : reason));

        assertThat(read.customers().get(0).subscriptions())
                .extracting(Subscription::promotion)
                .containsExactly(promotion);
    }

    @ParameterizedTest
    @CsvSource({"3, YES", "5, UNKNOWN"})
    void a_migration_that_a_promotion_forbids_tells_of_it(int code, Answer promotion) {
        CustomerList read = Lists.readText(Lists.tenant("c-1"), """
                {"currentSubscriptionId": "5b000000-0000-4000-8000-000000000001", "isEligible": false,
                 "errors": [{"code": %d, "description": "it cannot"}]}
                """.formatted(code));

        assertThat(read.customers().get(0).subscriptions())
                .extracting(Subscription::promotion)
                .containsExactly(promotion);
    }

    @Test
    void what_is_missing_is_counted_where_it_matters() {
        CustomerList read = Lists.readText("""
                customer_id,subscription_id,program
                c-1,s-1,web-direct
                c-1,s-2,other-csp
                c-1,s-3,csp-legacy
                c-1,s-4,ea
                """);

        assertThat(MissingFacts.of(read.customers(), FactTable.STANDARD))
                .filteredOn(fact -> Stream.of(
                                "language",
                                "billing_account",
                                "end_of_term_action",
                                "purchased_on",
                                "paid_through",
                                "promotion",
                                "source_partner")
                        .anyMatch(fact.column()::equals))
                .extracting(MissingFacts::column, MissingFacts::missing)
                .containsExactly(
                        tuple("language", 1L),
                        tuple("billing_account", 1L),
                        tuple("end_of_term_action", 2L),
                        tuple("purchased_on", 1L),
                        tuple("promotion", 1L),
                        tuple("source_partner", 1L));
    }
}
