package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.ReadOptions;

class GraphTest {

    private static final String CONTOSO = "7a1f0a4e-0001-4c11-9d00-0000000000a1";
    private static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";

    @Test
    void a_sku_tells_what_can_be_used_and_what_is_assigned() {
        CustomerList list = Lists.read("graph-skus.json");

        assertThat(list.customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .name("Contoso")
                        .subscriptions(Subscription.builder("sku:" + E3)
                                .offer(new Offer(E3, "SPE_E3"))
                                .status(Status.EXPIRED)
                                .seats(25)
                                .assignedSeats(14)
                                .build())
                        .build());
        assertThat(Lists.warnings(list))
                .containsExactly("graph-skus.json:3: @odata.nextLink: found a link to the next page, expected the next"
                        + " pages in this run too");
    }

    @Test
    void subscriptions_of_every_shape_are_read_and_an_end_only_while_they_are_enabled() {
        CustomerList list = Lists.read(Lists.tenant(CONTOSO), "graph-subscriptions.json");

        assertThat(list.customers())
                .containsExactly(Customer.builder(CONTOSO)
                        .subscriptions(
                                Subscription.builder("5b000000-0000-4000-8000-00000000000a")
                                        .offer(new Offer(E3, "SPE_E3"))
                                        .seats(25)
                                        .status(Status.ACTIVE)
                                        .endDate(LocalDate.of(2026, 11, 30))
                                        .purchasedOn(LocalDate.of(2025, 12, 1))
                                        .build(),
                                Subscription.builder("5b000000-0000-4000-8000-00000000000b")
                                        .offer(new Offer("c5928f49-12ba-48f7-ada3-0d743a3601d5", "VISIOCLIENT"))
                                        .seats(2)
                                        .status(Status.TRIAL)
                                        .endDate(LocalDate.of(2026, 12, 15))
                                        .build(),
                                Subscription.builder("5b000000-0000-4000-8000-00000000000c")
                                        .offer(new Offer("f8a1db68-be16-40ed-86d5-cb42ce701560", "POWER_BI_PRO"))
                                        .seats(7)
                                        .status(Status.EXPIRED)
                                        .build())
                        .build());
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "graph-subscriptions.json:12: ownerTenantId: found the partner tenant"
                                + " '77000000-0000-4000-8000-000000000077', expected --partner-tenant ID to tell whether"
                                + " it is yours (it proves CSP, but not whose)",
                        "graph-subscriptions.json:21: ownerTenantId: found no partner tenant, expected the program from"
                                + " another file (it is none of CSP, and which other is not told)");
    }

    @Test
    void another_partners_tenant_proves_another_partners_csp() {
        assertThat(program("77000000-0000-4000-8000-000000000000")).isEqualTo(Program.OTHER_CSP);
        assertThat(program("77000000-0000-4000-8000-000000000077")).isEqualTo(Program.UNKNOWN);
    }

    private static Program program(String own) {
        ReadOptions options =
                new ReadOptions(null, null, null, CONTOSO, Set.of(own), FactTable.STANDARD, offer -> Optional.empty());
        return Lists.subscription(
                        Lists.read(options, "graph-subscriptions.json"), "5b000000-0000-4000-8000-00000000000a")
                .program();
    }

    @Test
    void skus_and_selected_keys_are_joined_with_the_only_subscription_of_their_sku_and_the_output_says_so() {
        CustomerList list = Lists.read("graph-selected.json", "graph-subscriptions.json", "graph-skus.json");

        assertThat(list.customers()).singleElement().satisfies(customer -> assertThat(customer.subscriptions())
                .hasSize(3));
        Subscription joined = Lists.subscription(list, "5b000000-0000-4000-8000-00000000000a");
        assertThat(joined.assignedSeats()).isEqualTo(14);
        assertThat(joined.seats()).isEqualTo(25);
        assertThat(Lists.warnings(list))
                .contains(
                        "graph-selected.json:1: skuPartNumber: found a SKU without the id of its subscription, expected"
                                + " the customer's only subscription of it (joined by tenant and SKU)",
                        "graph-skus.json:5: skuId: found a SKU without the id of its subscription, expected the"
                                + " customer's only subscription of it (joined by tenant and SKU)");
    }

    @Test
    void partner_center_graph_and_the_canonical_list_make_one_customer() {
        CustomerList list = Lists.read("mixed-canonical.csv", "graph-subscriptions.json", "pc-customer.json");

        assertThat(list.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.id()).isEqualTo(CONTOSO);
            assertThat(customer.name()).isEqualTo("Contoso GmbH");
            assertThat(customer.relationship()).isEqualTo(Relationship.ACCEPTED);
            assertThat(customer.subscriptions()).hasSize(3);
        });
        assertThat(Lists.subscription(list, "5b000000-0000-4000-8000-00000000000a"))
                .isEqualTo(Subscription.builder("5b000000-0000-4000-8000-00000000000a")
                        .program(Program.WEB_DIRECT)
                        .offer(new Offer(E3, "SPE_E3"))
                        .seats(25)
                        .status(Status.ACTIVE)
                        .endDate(LocalDate.of(2026, 11, 30))
                        .purchasedOn(LocalDate.of(2025, 12, 1))
                        .autoRenew(Answer.NO)
                        .targetOffer(new Offer("SPE_E5", null))
                        .build());
        assertThat(list.rejected()).isEmpty();
    }

    @Test
    void a_part_number_is_a_name_only_where_no_file_has_a_better_one() {
        CustomerList list = Lists.readText("""
                [{"accountId": "t-1", "skuId": "05e9a617-0261-4cee-bb44-138d3ef5d965", "skuPartNumber": "SPE_E3",
                  "consumedUnits": 7},
                 {"customerId": "t-1", "subscriptions": [
                   {"subscriptionId": "s-1", "offerId": "05E9A617-0261-4CEE-BB44-138D3EF5D965",
                    "offerName": "Windows and Office, as we say"}]}]""");

        assertThat(Lists.subscription(list, "s-1").offer().name()).isEqualTo("Windows and Office, as we say");
    }

    @Test
    void a_sku_of_several_subscriptions_is_not_parted() {
        CustomerList list = Lists.readText("""
                [{"accountId": "t-1", "skuId": "05e9a617-0261-4cee-bb44-138d3ef5d965", "consumedUnits": 7},
                 {"customerId": "t-1", "subscriptions": [
                   {"subscriptionId": "s-1", "offerId": "05E9A617-0261-4CEE-BB44-138D3EF5D965"},
                   {"subscriptionId": "s-2", "offerId": "05E9A617-0261-4CEE-BB44-138D3EF5D965"}]}]""");

        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::assignedSeats)
                .containsExactly(null, null);
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "<stdin>:1: skuId: found a SKU of which the customer has several subscriptions, expected"
                                + " one subscription of it (its numbers are left out, as they cannot be told apart)");
    }
}
