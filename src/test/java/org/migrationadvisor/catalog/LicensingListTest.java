package org.migrationadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LicensingListTest {
    private static final String HEADER =
            "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names\n";
    private static final String CLOCK =
            "Contoso Clock,CONTOSO_CLOCK,11111111-2222-3333-4444-555555555501,CLOCK_P1,aaaaaaaa-0000-0000-0000-000000000001,Clock\n";

    private static LicensingList read(String text) {
        return LicensingList.read(new CatalogFile("list.csv", text));
    }

    private static Product resolved(Catalog catalog, String id) {
        return Catalogs.product(catalog, id);
    }

    @Test
    void aProductHasEachOfItsPlansOnceByName() {
        LicensingList list = read(HEADER + CLOCK
                + "Contoso Clock,CONTOSO_CLOCK,11111111-2222-3333-4444-555555555501,A_PLAN,aaaaaaaa-0000-0000-0000-000000000002,A\n"
                + CLOCK);

        assertThat(list.rows()).isEqualTo(3);
        assertThat(list.problems()).isEmpty();
        assertThat(list.products()).singleElement().satisfies(product -> {
            assertThat(product.skuId()).isEqualTo("11111111-2222-3333-4444-555555555501");
            assertThat(product.partNumber()).isEqualTo("CONTOSO_CLOCK");
            assertThat(product.plans()).containsExactly("A_PLAN", "CLOCK_P1");
        });
    }

    @Test
    void aPlanIsTheSameByItsGuidHoweverItIsSpelled() {
        LicensingList list = read(HEADER
                + CLOCK
                + CLOCK.replace("CLOCK_P1", "Clock_P1)").replace("501", "502")
                + CLOCK.replace("501", "503"));

        assertThat(list.products()).extracting(Product::plans).containsOnly(List.of("CLOCK_P1"));
    }

    @Test
    void itsProductsAreAddedToTheTables() {
        Catalog catalog = Catalogs.ofTheRules();
        Catalog merged = catalog.with(read(HEADER + CLOCK));

        assertThat(merged.products()).hasSize(catalog.products().size() + 1);
        assertThat(resolved(merged, "contoso_clock").name()).isEqualTo("Contoso Clock");
        assertThat(merged.resolve(null, "Contoso Clock")).isInstanceOf(Resolution.Resolved.class);
    }

    @Test
    void aProductOfTheTablesGetsItsPlansAndKeepsWhatAnalystsSay() {
        Catalog merged = Catalogs.ofTheRules()
                .with(
                        read(
                                HEADER
                                        + "Business Basic 2027,O365_BUSINESS_ESSENTIALS,3B555118-DA6A-4418-894F-7DF1E2096870,TEAMS1,57ff2da0-773e-42df-b2af-ffb7a2317929,Teams\n"));

        Product product = resolved(merged, "CFQ7TTC0LH18:0001");
        assertThat(product.plans()).containsExactly("TEAMS1");
        assertThat(product.name()).isEqualTo("Microsoft 365 Business Basic");
        assertThat(product.seatCap()).isEqualTo(300);
        assertThat(merged.resolve(null, "Business Basic 2027")).isEqualTo(new Resolution.Resolved(product));
        assertThat(merged.resolve(null, "Office 365 Business Essentials")).isEqualTo(new Resolution.Resolved(product));
    }

    @Test
    void onePartNumberOfTwoGuidsIsAmbiguous() {
        Catalog merged = Catalogs.ofTheRules().with(read(HEADER + CLOCK + CLOCK.replace("501", "502")));

        assertThat(merged.resolve("CONTOSO_CLOCK", null))
                .isInstanceOfSatisfying(Resolution.Ambiguous.class, found -> assertThat(found.candidates())
                        .extracting(Product::skuId)
                        .containsExactly(
                                "11111111-2222-3333-4444-555555555501", "11111111-2222-3333-4444-555555555502"));
    }

    @Test
    void aPlanOfNoFamilyIsAFamilyOfItsOwnUnderItsTitle() {
        Catalog merged = Catalogs.ofTheRules().with(read(HEADER + CLOCK));

        OfferComparison comparison =
                merged.compare(resolved(merged, "CONTOSO_CLOCK"), resolved(merged, "SPE_E3"), Catalogs.AS_OF);
        assertThat(comparison.changes(Verdict.LOST, true))
                .extracting(OfferComparison.Change::text)
                .containsExactly("Clock");
    }

    @Test
    void columnsAreFoundByTheHeadersOfOlderEditions() {
        LicensingList list = read(String.join(
                "\r\n",
                "Product name;String_ Id;GUID;Service plans included",
                "Contoso\u00A0Clock ;CONTOSO_CLOCK;{11111111-2222-3333-4444-555555555501};CLOCK_P1"));

        assertThat(list.products()).singleElement().satisfies(product -> {
            assertThat(product.name()).isEqualTo("Contoso Clock");
            assertThat(product.plans()).containsExactly("CLOCK_P1");
        });
    }

    @Test
    void rowsThatCannotBeUsedAreToldAndLeftOut() {
        LicensingList list = read(HEADER + CLOCK
                + "Contoso Clock,CONTOSO_CLOCK,no-guid,CLOCK_P1,,\n"
                + "\n"
                + ",CONTOSO_X,11111111-2222-3333-4444-555555555509,CLOCK_P1,,\n"
                + "Contoso Short,CONTOSO_SHORT\n");

        assertThat(list.products()).hasSize(1);
        assertThat(list.problems())
                .extracting(CatalogException.Problem::message)
                .containsExactly(
                        "list.csv:3: guid: found 'no-guid', expected a GUID; the row is left out",
                        "list.csv:5: product_display_name: found nothing, expected a text; the row is left out",
                        "list.csv:6: guid: found '', expected a GUID; the row is left out");
    }

    @Test
    void anotherListIsRefusedWithTheColumnsItLacks() {
        assertThatThrownBy(() -> read("customer_id,guid\nc-1,s-1\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessage(
                        "list.csv:1: product_display_name, string_id, service_plan_name: found no such column, expected"
                                + " Microsoft's list of product names and service plan identifiers with Product_Display_Name,"
                                + " String_Id, GUID, Service_Plan_Name, Service_Plan_Id");
        assertThatThrownBy(() -> read("")).isInstanceOf(CatalogException.class);
        assertThatThrownBy(() -> read(HEADER))
                .isInstanceOf(CatalogException.class)
                .hasMessage("list.csv:1: row: found no row with a product, expected some");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotSwallowTheRestOfTheList() {
        assertThatThrownBy(() -> read(HEADER + CLOCK + "\"Contoso" + CLOCK))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("list.csv:1: row: found CSV that cannot be read: ");
    }

    @Test
    void theContentDoesNotDependOnTheOrderOfRows() {
        String other = CLOCK.replace("501", "502");

        assertThat(read(HEADER + CLOCK + other).content())
                .isEqualTo(read(HEADER + other + CLOCK).content());
        assertThat(read(HEADER + CLOCK).content())
                .isNotEqualTo(read(HEADER + other).content());
    }
}
