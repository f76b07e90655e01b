package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.BillingCycle;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;
import org.migrationadvisor.input.source.ListException;

class PartnerCenterTest {

    private static final String CONTOSO = "7a1f0a4e-0001-4c11-9d00-0000000000a1";

    @Test
    void a_customer_has_its_tenant_country_and_accepted_relationship() {
        assertThat(Lists.read("pc-customer.json").customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .name("Contoso GmbH")
                        .domain("contoso.onmicrosoft.com")
                        .country("DE")
                        .relationship(Relationship.ACCEPTED)
                        .build());
    }

    @Test
    void a_collection_may_have_keys_in_pascal_case_and_a_count_as_text_and_a_placeholder_is_rejected() {
        CustomerList list = Lists.read("pc-customers.json");

        assertThat(list.customers())
                .extracting(Customer::name, Customer::relationship)
                .containsExactly(tuple("Contoso GmbH", Relationship.ACCEPTED), tuple("Fabrikam", Relationship.UNKNOWN));
        assertThat(Lists.rejections(list))
                .containsExactly(
                        "pc-customers.json:7: companyProfile.tenantId: found the placeholder '<guid>', expected"
                                + " the id of the customer");
        assertThat(Lists.warnings(list))
                .containsExactly("pc-customers.json:11: relationshipToPartner: found 'advisor', expected one of none,"
                        + " invited, accepted, unknown");
    }

    @Test
    void subscriptions_are_read_with_their_program_by_offer_id_and_without_those_billed_by_usage() {
        CustomerList list = Lists.read("pc-subscriptions.json");

        assertThat(list.rejected()).isEmpty();
        assertThat(list.customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .subscriptions(
                                Subscription.builder("5b000000-0000-4000-8000-000000000001")
                                        .program(Program.CSP_LEGACY)
                                        .offer(new Offer(
                                                "031c9e47-4802-4248-838e-778fb1d2cc05", "Office 365 Business Premium"))
                                        .seats(12)
                                        .status(Status.ACTIVE)
                                        .startDate(LocalDate.of(2025, 11, 25))
                                        .endDate(LocalDate.of(2026, 11, 24))
                                        .billingCycle(BillingCycle.MONTHLY)
                                        .autoRenew(Answer.YES)
                                        .build(),
                                Subscription.builder("5b000000-0000-4000-8000-000000000002")
                                        .program(Program.CSP)
                                        .offer(new Offer(
                                                "CFQ7TTC0LH18:0001:CFQ7TTC0K971", "Microsoft 365 Business Basic"))
                                        .seats(3)
                                        .status(Status.TRIAL)
                                        .startDate(LocalDate.of(2026, 1, 14))
                                        .endDate(LocalDate.of(2027, 1, 13))
                                        .term(Term.ANNUAL)
                                        .billingCycle(BillingCycle.ONE_TIME)
                                        .autoRenew(Answer.NO)
                                        .build(),
                                Subscription.builder("5b000000-0000-4000-8000-000000000004")
                                        .program(Program.CSP_LEGACY)
                                        .offer(new Offer("0cca44d6-68e9-4762-94ee-31ece98783b9", null))
                                        .seats(1)
                                        .baseSubscriptionId("5b000000-0000-4000-8000-000000000001")
                                        .build())
                        .build());
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "pc-subscriptions.json:32: billingType: found a usage-based subscription, expected a"
                                + " license-based subscription (skipped)",
                        "pc-subscriptions.json:43: status: found 'resting', expected one of active, trial, suspended,"
                                + " expired, disabled, deleted, unknown",
                        "pc-subscriptions.json:42: commitmentEndDate: found '9999-12-31T00:00:00Z', expected the day of"
                                + " an end, where there is one (taken as unknown)",
                        "pc-subscriptions.json:50: links.next: found a link to the next page, expected the next pages"
                                + " in this run too",
                        "pc-subscriptions.json:2: totalCount: found 5 but 4 items, expected all of them; the others are"
                                + " not read");
        assertThat(list.files().get(0).skipped()).isEqualTo(1);
    }

    @Test
    void offers_and_skus_bridge_offer_ids_to_licensing_skus_whatever_the_order_of_the_files() {
        CustomerList list =
                Lists.read("pc-offer-and-sku.json", "pc-subscriptions.json", "pc-migration-eligibility.json");

        assertThat(Lists.subscription(list, "5b000000-0000-4000-8000-000000000004")
                        .offer()
                        .id())
                .isEqualTo("4b9405b0-7788-4568-add1-99614e613b69");
        assertThat(Lists.subscription(list, "5b000000-0000-4000-8000-000000000001")
                        .targetOffer())
                .isEqualTo(new Offer("05e9a617-0261-4cee-bb44-138d3ef5d965", null));
        assertThat(list.customers())
                .isEqualTo(Lists.read("pc-migration-eligibility.json", "pc-subscriptions.json", "pc-offer-and-sku.json")
                        .customers());
        assertThat(Lists.warnings(list))
                .contains(
                        "pc-offer-and-sku.json:6: dynamicAttributes.provisioningId: found nothing that tells the"
                                + " licensing SKU, expected the GUID of the licensing SKU",
                        "pc-migration-eligibility.json:5: errors: found code 5 (no equivalent offer yet), expected none"
                                + " for a migration to new commerce");
        assertThat(list.files().get(0).bridges()).isEqualTo(2);
    }

    @Test
    void eligibility_finds_its_customer_by_subscription_id_and_a_reason_may_tell_the_state() {
        CustomerList list = Lists.read("pc-transfer-eligibility.json", "pc-subscriptions.json");

        assertThat(list.customers()).extracting(Customer::id).containsExactly(CONTOSO);
        assertThat(Lists.subscription(list, "5b000000-0000-4000-8000-000000000001")
                        .status())
                .isEqualTo(Status.UNKNOWN);
        assertThat(Lists.warnings(list))
                .contains(
                        "pc-transfer-eligibility.json:2: isEligible: found 'false' for"
                                + " '5B000000-0000-4000-8000-000000000001' (is in state: Suspended),"
                                + " expected 'true' for a transfer between partners",
                        "pc-transfer-eligibility.json:2: reason: found 'suspended' for subscription"
                                + " '5b000000-0000-4000-8000-000000000001' but 'active' at pc-subscriptions.json:4,"
                                + " expected the same value in all its rows (taken as unknown)");
    }

    @Test
    void a_provisioning_status_tells_seats_and_sku_of_a_tenant() {
        CustomerList list = Lists.read(Lists.tenant(CONTOSO), "pc-provisioning-status.json");

        assertThat(list.customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .subscriptions(Subscription.builder("sku:6fd2c87f-b296-42f0-b197-1e91e994b900")
                                .offer(new Offer("6fd2c87f-b296-42f0-b197-1e91e994b900", null))
                                .seats(5)
                                .endDate(LocalDate.of(2027, 5, 10))
                                .build())
                        .build());
    }

    @Test
    void a_subscribed_sku_tells_seats_and_what_is_assigned_of_a_tenant() {
        CustomerList list = Lists.read(Lists.tenant("t-1"), "pc-subscribed-skus.json");

        assertThat(list.customers())
                .containsExactly(Customer.builder("t-1")
                        .subscriptions(Subscription.builder("sku:05e9a617-0261-4cee-bb44-138d3ef5d965")
                                .offer(new Offer("05e9a617-0261-4cee-bb44-138d3ef5d965", "Microsoft 365 E3"))
                                .seats(25)
                                .assignedSeats(22)
                                .status(Status.ACTIVE)
                                .build())
                        .build());
    }

    @Test
    void an_analytics_subscription_has_its_customer_and_no_program() {
        assertThat(Lists.read("pc-analytics.json").customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .name("CONTOSO")
                        .country("DE")
                        .subscriptions(Subscription.builder("5b000000-0000-4000-8000-000000000007")
                                .offer(new Offer(null, "OFFICE 365 BUSINESS PREMIUM"))
                                .seats(2)
                                .status(Status.ACTIVE)
                                .startDate(LocalDate.of(2026, 2, 4))
                                .endDate(LocalDate.of(2027, 2, 10))
                                .billingCycle(BillingCycle.MONTHLY)
                                .autoRenew(Answer.YES)
                                .build())
                        .build());
    }

    @Test
    void a_subscription_without_its_customer_is_refused_unless_the_run_tells_the_customer() {
        ListException refused =
                catchThrowableOfType(ListException.class, () -> Lists.read("pc-subscription-unowned.json"));
        assertThat(Lists.shortened(String.valueOf(refused.getMessage())))
                .isEqualTo("pc-subscription-unowned.json:1: found a subscription without its customer, expected the"
                        + " customer in the file, from --tenant ID, or from another file of the run with exactly one"
                        + " customer");

        assertThat(Lists.read(Lists.tenant("T-1"), "pc-subscription-unowned.json")
                        .customers())
                .extracting(Customer::id)
                .containsExactly("T-1");

        CustomerList joined = Lists.read("pc-subscription-unowned.json", "pc-customer.json");
        assertThat(joined.customers()).singleElement().satisfies(customer -> assertThat(customer.subscriptions())
                .hasSize(1));
        assertThat(Lists.warnings(joined))
                .containsExactly(
                        "pc-subscription-unowned.json:1: customer_id: found no customer, expected one (taken as"
                                + " '7a1f0a4e-0001-4c11-9d00-0000000000a1', the only customer of pc-customer.json)");
    }

    @Test
    void two_files_with_another_only_customer_each_leave_a_subscription_without_one() {
        ListException refused = catchThrowableOfType(
                ListException.class,
                () -> Lists.read("pc-subscription-unowned.json", "pc-customer.json", "contradictions.csv"));

        assertThat(Lists.shortened(String.valueOf(refused.getMessage())))
                .endsWith("with exactly one customer (several files have one: '7a1f0a4e-0001-4c11-9d00-0000000000a1' in"
                        + " pc-customer.json, 'c-1' in contradictions.csv)");
    }
}
