package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactField.Owner;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldEntry;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RowProblem;

/** Columns that a rules folder declares, in every kind of list. */
class OwnColumnsTest {
    private static final FactTable FIELDS = FactTable.STANDARD.with(List.of(
            entry(Owner.SUBSCRIPTION, "accountManager", "account_manager", FieldType.TEXT),
            entry(Owner.SUBSCRIPTION, "migrationWave", "Migration Wave", FieldType.CHOICE)
                    .choices("first", List.of("first", "second-half", "unknown")),
            entry(Owner.SUBSCRIPTION, "signedOn", "signed_on", FieldType.DATE),
            entry(Owner.SUBSCRIPTION, "devices", "devices", FieldType.WHOLE),
            entry(Owner.SUBSCRIPTION, "discount", "discount", FieldType.DECIMAL),
            entry(Owner.CUSTOMER, "vip", "vip", FieldType.YES_NO)));

    private static FieldEntry entry(Owner owner, String name, String column, FieldType type) {
        return new FieldEntry(owner, name, column, type, "An own column.").key(name);
    }

    private static CustomerList read(String text) {
        return Lists.readText(ReadOptions.defaults(FIELDS), text);
    }

    private static void assertRead(CustomerList list) {
        Subscription subscription = Lists.subscription(list, "s1");
        assertThat(subscription.fact("accountManager")).isEqualTo("Kim");
        assertThat(subscription.fact("migrationWave")).isEqualTo("second-half");
        assertThat(subscription.fact("signedOn")).isEqualTo(LocalDate.of(2025, 11, 20));
        assertThat(subscription.fact("devices")).isEqualTo(12);
        assertThat(subscription.fact("discount")).isEqualTo(new BigDecimal("0.5"));
        assertThat(list.customers().get(0).fact("vip")).isEqualTo("yes");
        assertThat(list.warnings()).isEmpty();
        assertThat(list.rejected()).isEmpty();
    }

    @Test
    void aCsvListCarriesThemInAnyOrderAndLetterCase() {
        assertRead(read("""
                VIP;customer_id;Account_Manager;migration wave;subscription_id;SIGNED_ON;devices;discount
                true;c1;Kim;Second half;s1;20.11.2025;12;0,50
                """));
    }

    @Test
    void aJsonListCarriesThemByTheirNames() {
        assertRead(read("[{\"customerId\":\"c1\",\"vip\":\"yes\",\"subscriptions\":[{\"subscriptionId\":\"s1\","
                + "\"accountManager\":\"Kim\",\"migrationWave\":\"second-half\",\"signedOn\":\"2025-11-20T10:00:00Z\","
                + "\"devices\":12,\"discount\":0.5}]}]"));
    }

    @Test
    void aTableOfAnotherSystemCarriesThemBesideItsOwnColumns() {
        CustomerList list = read("SubscriptionId,CustomerTenantId,Psa,account_manager,Migration Wave,signed_on,devices,"
                + "discount,vip\ns1,c1,CFQ7TTC0LF8R:0001,Kim,second-half,2025-11-20,12,0.5,yes\n");

        assertRead(list);
        assertThat(Lists.subscription(list, "s1").offer().id()).isEqualTo("CFQ7TTC0LF8R:0001");
    }

    @Test
    void anObjectOfPartnerCenterCarriesThemByNameOrColumn() {
        CustomerList list = Lists.readText(
                new ReadOptions(null, null, null, "c1", Set.of(), FIELDS, offer -> Optional.empty()),
                "{\"id\":\"s1\",\"offerId\":\"O1\",\"friendlyName\":\"x\",\"account_manager\":\"Kim\","
                        + "\"migrationWave\":\"second-half\",\"signedOn\":\"2025-11-20\",\"devices\":12,\"discount\":0.5}");

        Subscription subscription = Lists.subscription(list, "s1");
        assertThat(subscription.fact("accountManager")).isEqualTo("Kim");
        assertThat(subscription.fact("devices")).isEqualTo(12);
    }

    @Test
    void aListWithoutThemLeavesThemUnknown() {
        CustomerList list = read("customer_id,subscription_id\nc1,s1\n");

        assertThat(Lists.subscription(list, "s1").fact("accountManager")).isNull();
        assertThat(Lists.subscription(list, "s1").fact("migrationWave")).isEqualTo("unknown");
        assertThat(list.customers().get(0).fact("vip")).isEqualTo("unknown");
        assertThat(MissingFacts.of(list.customers(), FIELDS))
                .extracting(MissingFacts::column)
                .endsWith("account_manager", "Migration Wave", "signed_on", "devices", "discount")
                .contains("vip");
    }

    @Test
    void wrongValuesAreRejectedOrWarnedOfAsThoseOfOtherColumns() {
        CustomerList list = read("""
                customer_id,subscription_id,Migration Wave,signed_on,devices,vip
                c1,s1,third,2025-11-20,1,maybe
                c1,s2,first,soon,1,yes
                c1,s3,first,2025-11-20,-1,yes
                """);

        assertThat(Lists.rejections(list))
                .containsExactly(
                        "<stdin>:3: signed_on: found 'soon', expected a date such as 2026-11-20",
                        "<stdin>:4: devices: found '-1', expected a whole number of 0 or more");
        assertThat(list.warnings().stream().map(warning -> warning.message()))
                .anyMatch(text ->
                        text.endsWith(":2: Migration Wave: found 'third', expected one of first, second-half, unknown"))
                .anyMatch(text -> text.endsWith(":2: vip: found 'maybe', expected one of yes, no, unknown"));
    }

    @Test
    void aNameThatIsNearlyThatOfAnOwnColumnIsWarnedOf() {
        CustomerList list = read("customer_id,subscription_id,acount_manager\nc1,s1,Kim\n");

        assertThat(list.warnings().stream().map(warning -> warning.message()))
                .anyMatch(text -> text.endsWith("acount_manager: found an unknown column, expected account_manager"));
    }

    @Test
    void rowsOfOneSubscriptionCompleteEachOtherOrContradict() {
        CustomerList list = read("customer_id,subscription_id,account_manager,devices\nc1,s1,Kim,1\nc1,s2,Kim,1\n");
        Customer customer = list.customers().get(0);

        assertThat(customer.subscriptions()).hasSize(2).allSatisfy(each -> assertThat(each.fact("accountManager"))
                .isEqualTo("Kim"));
    }

    @Test
    void casesNameThemAsJsonDoes() {
        List<RowProblem> problems = new ArrayList<>();
        Customer customer = NamedFacts.customer(
                        "x.cases.yaml",
                        Map.of("vip", new NamedFacts.Text("no", 1)),
                        List.of(Map.of("signedOn", new NamedFacts.Text("2026-01-01", 2))),
                        FIELDS,
                        problems)
                .orElseThrow();

        assertThat(problems).isEmpty();
        assertThat(customer.fact("vip")).isEqualTo("no");
        assertThat(customer.subscriptions().get(0).fact("signedOn")).isEqualTo(LocalDate.of(2026, 1, 1));
    }
}
