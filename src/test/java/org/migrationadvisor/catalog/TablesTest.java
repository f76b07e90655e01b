package org.migrationadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final String OFFERS = """
            sku_id,part_number,name,variant_of
            11111111-2222-3333-4444-555555555501,CLOCK,Contoso Clock,
            11111111-2222-3333-4444-555555555502,CLOCK_EEA,Contoso Clock EEA,CLOCK
            """;

    private static void read(String offers, @Nullable String plans, @Nullable String families) {
        Catalog.read(
                new CatalogFile("offers.csv", offers),
                plans == null ? null : new CatalogFile("service-plans.csv", plans),
                families == null ? null : new CatalogFile("workload-families.csv", families),
                Catalogs.SHORT_LIST_PERCENT);
    }

    @Test
    void everyMistakeInTheOffersTableIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                sku_id,part_number,name,segment,seat_cap,minimum_seats,status,equivalents,variant_of,new_commerce_ids
                no-guid,A,Contoso A,business,many,0,gone,X,A,CFQ7
                11111111-2222-3333-4444-555555555501,B,,,,,,,C,
                11111111-2222-3333-4444-555555555502,C,Contoso C,,,,,,D,
                11111111-2222-3333-4444-555555555502,D,Contoso D,,,,,,,
                11111111-2222-3333-4444-555555555503,E
                """, null, null))
                .isInstanceOf(CatalogException.class)
                .hasMessage("""
                        offers.csv:6: row: found 2 cells, expected 10
                        offers.csv:2: sku_id: found 'no-guid', expected a GUID
                        offers.csv:2: segment: found 'business', expected commercial, education, government or nonprofit
                        offers.csv:2: new_commerce_ids: found 'CFQ7', expected product:sku such as CFQ7TTC0LH18:0001
                        offers.csv:2: seat_cap: found 'many', expected a whole number or nothing
                        offers.csv:2: minimum_seats: found '0', expected a whole number or nothing
                        offers.csv:2: status: found 'gone', expected current, end-of-sale or retired
                        offers.csv:3: name: found nothing, expected the display name
                        offers.csv:5: sku_id: found '11111111-2222-3333-4444-555555555502' again, expected each id once; it \
                        stands first in line 4
                        offers.csv:2: equivalents: found 'X', expected the part number of a product of this table
                        offers.csv:2: variant_of: found 'A', which is a variant of A itself, expected A
                        offers.csv:3: variant_of: found 'C', which is a variant of D itself, expected D""");
    }

    @Test
    void theServicePlansMustBeThoseOfProductsOfTheOffersTable() {
        assertThatThrownBy(() -> read(OFFERS, """
                part_number,plans
                CLOCK,A|B
                CLOKC,A
                CLOCK,B
                CLOCK_EEA,
                """, null))
                .isInstanceOf(CatalogException.class)
                .hasMessage("""
                        service-plans.csv:3: part_number: found 'CLOKC', expected the part number of a product in offers.csv
                        service-plans.csv:4: part_number: found 'CLOCK' again, expected each product once
                        service-plans.csv:5: plans: found nothing, expected the names of service plans, separated by |""");
    }

    @Test
    void everyMistakeInTheFamiliesIsToldWithItsPlace() {
        assertThatThrownBy(() -> read(OFFERS, null, """
                family,weight,tier,plan
                Clock,main,0,CLOCK_P1
                Clock,minor,1,CLOCK_P2
                Clock,main,high,CLOCK_P3
                Mail,heavy,0,Clock_p1
                """))
                .isInstanceOf(CatalogException.class)
                .hasMessage("""
                        workload-families.csv:3: weight: found 'minor', expected main as before
                        workload-families.csv:4: tier: found 'high', expected a whole number, the lowest tier 0
                        workload-families.csv:5: weight: found 'heavy', expected main or minor
                        workload-families.csv:5: plan: found 'Clock_p1' again, expected each plan once""");
    }

    @Test
    void whyAPlanIsNoLossMustBeSaidInKnownWordsWithADayAndASource() {
        assertThatThrownBy(() -> read(OFFERS, null, """
                family,weight,tier,plan,no_loss,no_loss_from,source
                Clock,main,0,CLOCK_P1,retired,2025-12-01,Contoso (2025)
                Clock,main,1,CLOCK_P2,gone,,Contoso (2025)
                Clock,main,2,CLOCK_P3,retired,2025-02-30,Contoso (2025)
                Clock,main,3,CLOCK_P4,admin-only,,
                Clock,main,4,CLOCK_P5,,2025-12-01,Contoso (2025)
                Clock,main,5,CLOCK_P6,minor-tier,,Contoso (2025)
                """))
                .isInstanceOf(CatalogException.class)
                .hasMessage("""
                        workload-families.csv:3: no_loss: found 'gone', expected retired, admin-only, technical or nothing
                        workload-families.csv:4: no_loss_from: found '2025-02-30', expected a day such as 2025-12-01, or nothing
                        workload-families.csv:5: source: found nothing, expected the page and year that say why it is no loss
                        workload-families.csv:6: no_loss_from: found a day, expected no_loss beside it to say why it is no loss
                        workload-families.csv:7: no_loss: found 'minor-tier', expected retired, admin-only, technical or \
                        nothing""");
    }

    @Test
    void whatAProductIncludesMustBeThereAndMustNotIncludeItInTurn() {
        assertThatThrownBy(() -> read("""
                sku_id,part_number,name,includes
                11111111-2222-3333-4444-555555555501,A,Contoso A,B|X
                11111111-2222-3333-4444-555555555502,B,Contoso B,C
                11111111-2222-3333-4444-555555555503,C,Contoso C,A|D
                11111111-2222-3333-4444-555555555504,D,Contoso D,
                """, null, null))
                .isInstanceOf(CatalogException.class)
                .hasMessage("""
                        offers.csv:2: includes: found 'B', which includes A itself, expected a product that gives less
                        offers.csv:2: includes: found 'X', expected the part number of a product of this table
                        offers.csv:3: includes: found 'C', which includes B itself, expected a product that gives less
                        offers.csv:4: includes: found 'A', which includes C itself, expected a product that gives less""");
    }

    @Test
    void aTableWithoutItsColumnsIsRefused() {
        assertThatThrownBy(() -> read("sku_id,part_number,sku\n", null, null))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith(
                        "offers.csv:1: sku: found an unknown column, expected some of sku_id, part_number,")
                .hasMessageEndingWith("offers.csv:1: name: found no such column, expected it");
        assertThatThrownBy(() -> read("", null, null))
                .isInstanceOf(CatalogException.class)
                .hasMessage("offers.csv:1: row: found an empty table, expected a header and rows");
    }
}
