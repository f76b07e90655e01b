package org.migrationadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {
    private static final Catalog CATALOG = Catalogs.ofTheRules();

    private static List<String> partNumbers(List<Product> products) {
        return products.stream().map(Product::partNumber).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05e9a617-0261-4cee-bb44-138d3ef5d965",
                "05E9A617-0261-4CEE-BB44-138D3EF5D965",
                "{05e9a617-0261-4cee-bb44-138d3ef5d965}",
                " 05e9a617-0261-4cee-bb44-138d3ef5d965\u00A0",
                "SPE_E3",
                "spe_e3"
            })
    void aSkuIsFoundByItsGuidAndItsPartNumberInAnyCase(String id) {
        assertThat(CATALOG.resolve(id, "a name that says something else"))
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        found -> assertThat(found.product().name()).isEqualTo("Microsoft 365 E3"));
    }

    @ParameterizedTest
    @CsvSource({
        "031C9E47-4802-4248-838E-778FB1D2CC05,        O365_BUSINESS_PREMIUM",
        "CFQ7TTC0LH18:0001,                           O365_BUSINESS_ESSENTIALS",
        "cfq7ttc0lh18/0001,                           O365_BUSINESS_ESSENTIALS",
        "CFQ7TTC0LH18:0001:CFQ7TTC0K971,              O365_BUSINESS_ESSENTIALS",
        "Microsoft_365_ Business_ Premium_(no Teams), 'Microsoft_365_ Business_ Premium_(no Teams)'"
    })
    void anOfferIsFoundByItsLegacyGuidAndItsNewCommerceIdWhateverTheAvailability(String id, String partNumber) {
        assertThat(Catalogs.product(CATALOG, id).partNumber()).isEqualTo(partNumber);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft 365 E3", "microsoft 365 e3", "Microsoft\u00A0365  E3 "})
    void aNameOfOneProductIsEnough(String name) {
        assertThat(CATALOG.resolve(null, name)).isEqualTo(new Resolution.Resolved(Catalogs.product(CATALOG, "SPE_E3")));
    }

    @Test
    void aFormerNameIsFound() {
        assertThat(CATALOG.resolve(null, "Azure Active Directory Premium P1"))
                .isEqualTo(new Resolution.Resolved(Catalogs.product(CATALOG, "AAD_PREMIUM")));
    }

    @Test
    void aNameOfTwoProductsIsNoneOfThem() {
        assertThat(CATALOG.resolve(null, "Microsoft 365 F1"))
                .isInstanceOfSatisfying(Resolution.Ambiguous.class, found -> assertThat(partNumbers(found.candidates()))
                        .containsExactly("M365_F1", "M365_F1_COMM"));
    }

    @Test
    void forANameOfNoProductTheNearestAreNamedButNotTaken() {
        assertThat(CATALOG.resolve(null, "M365 E3"))
                .isInstanceOfSatisfying(Resolution.Unresolved.class, found -> assertThat(partNumbers(found.nearest()))
                        .startsWith("SPE_E3"));
        assertThat(CATALOG.resolve(null, "Contoso Time Clock")).isEqualTo(new Resolution.Unresolved(List.of()));
    }

    @Test
    void anUnknownIdIsNotGuessedFromTheName() {
        assertThat(CATALOG.resolve("CONTOSO-CLOCK-1", "Microsoft 365 E3"))
                .isInstanceOfSatisfying(Resolution.Unresolved.class, found -> assertThat(partNumbers(found.nearest()))
                        .containsExactly("SPE_E3"));
        assertThat(CATALOG.resolve("CONTOSO-CLOCK-1", "Microsoft 365 F1"))
                .isInstanceOfSatisfying(Resolution.Unresolved.class, found -> assertThat(partNumbers(found.nearest()))
                        .containsExactly("M365_F1", "M365_F1_COMM"));
        assertThat(CATALOG.resolve("CONTOSO-CLOCK-1", null)).isEqualTo(new Resolution.Unresolved(List.of()));
    }

    @Test
    void aNameOfAMillionLettersIsNotFoundEither() {
        assertThat(CATALOG.resolve(null, "x".repeat(1_000_000))).isEqualTo(new Resolution.Unresolved(List.of()));
    }

    @Test
    void wordsFindTheProductsWhoseNamesHoldThemTheShortestFirst() {
        assertThat(partNumbers(CATALOG.search("m365 e3")))
                .startsWith("SPE_E3", "Microsoft_365_E3_(no_Teams)")
                .contains("Microsoft_365_E3")
                .doesNotContain("ENTERPRISEPACK");
        assertThat(CATALOG.search("contoso")).isEmpty();
    }
}
