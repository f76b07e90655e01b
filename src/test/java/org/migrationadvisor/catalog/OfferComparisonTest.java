package org.migrationadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferComparisonTest {
    private static final Catalog CATALOG = Catalogs.ofTheRules();

    private static OfferComparison compare(String from, String to) {
        return compare(from, to, Catalogs.AS_OF);
    }

    private static OfferComparison compare(String from, String to, LocalDate asOf) {
        return CATALOG.compare(Catalogs.product(CATALOG, from), Catalogs.product(CATALOG, to), asOf);
    }

    private static List<String> texts(OfferComparison comparison, Verdict verdict) {
        return comparison.changes(verdict, true).stream()
                .map(OfferComparison.Change::text)
                .toList();
    }

    private static List<OfferComparison.Change> doubtful(OfferComparison comparison) {
        return Stream.of(Verdict.values())
                .flatMap(verdict -> comparison.changes(verdict, false).stream())
                .toList();
    }

    @Test
    void fromE3ToBusinessPremiumSomeIsLostSomeIsLessAndSomeIsNew() {
        OfferComparison comparison = compare("SPE_E3", "SPB");

        assertThat(texts(comparison, Verdict.LOST))
                .containsExactly(
                        "Windows Autopatch",
                        "Information protection (standard)",
                        "Content Explorer (standard)",
                        "Graph connectors");
        assertThat(texts(comparison, Verdict.DOWNGRADED))
                .startsWith(
                        "Mailbox (Exchange Online Plan 2 → Exchange Online Plan 1)",
                        "SharePoint and OneDrive (SharePoint Plan 2 → SharePoint Plan 1)",
                        "Office apps (desktop apps for enterprise → desktop apps for business)",
                        "Windows (Windows Enterprise E3 → Windows Business)")
                .hasSize(7);
        assertThat(texts(comparison, Verdict.UPGRADED)).contains("Defender for Endpoint (Plan 1 → for Business)");
        assertThat(texts(comparison, Verdict.GAINED))
                .contains("Defender for Office 365 (Plan 1)", "Data loss prevention");
        assertThat(texts(comparison, Verdict.KEPT))
                .contains("Teams", "Entra ID (P1)", "Device management (Intune Plan 1)");
        assertThat(doubtful(comparison)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISEPACK,        SPE_E3, 'Windows (Windows Enterprise E3)'",
        "O365_BUSINESS_PREMIUM, SPB,    'Defender for Office 365 (Plan 1)'",
        "ENTERPRISEPREMIUM,     SPE_E5, 'Entra ID (P2)'",
        "SPE_F1,                SPE_E3, 'Information protection (standard)'"
    })
    void theOtherMovesUpwardsTakeNothingAway(String from, String to, String gained) {
        OfferComparison comparison = compare(from, to);

        assertThat(texts(comparison, Verdict.LOST)).isEmpty();
        assertThat(texts(comparison, Verdict.DOWNGRADED)).isEmpty();
        assertThat(texts(comparison, Verdict.GAINED)).contains(gained);
        assertThat(doubtful(comparison)).isEmpty();
    }

    @Test
    void fromE1ToBusinessBasicAllLossesAreUncertainBecauseTheListIsTooShort() {
        OfferComparison comparison = compare("STANDARDPACK", "O365_BUSINESS_ESSENTIALS");

        assertThat(texts(comparison, Verdict.LOST)).isEmpty();
        assertThat(texts(comparison, Verdict.DOWNGRADED)).isEmpty();
        assertThat(texts(comparison, Verdict.GAINED)).isEmpty();
        assertThat(comparison.changes(Verdict.LOST, false)).hasSize(17);
        assertThat(comparison.changes(Verdict.GAINED, false)).isEmpty();
        assertThat(comparison.shortLists()).singleElement().satisfies(list -> {
            assertThat(list.product().plans()).hasSize(13);
            assertThat(list.fuller().partNumber()).isEqualTo("Microsoft_365_Business_Basic_(no Teams)");
            assertThat(list.fuller().plans()).hasSize(34);
        });
    }

    @Test
    void fromAListThatIsTooShortMoreMayBeLostAndWhatIsNewMayBeThereAlready() {
        OfferComparison comparison = compare("O365_BUSINESS_ESSENTIALS", "EXCHANGESTANDARD");

        assertThat(texts(comparison, Verdict.LOST)).contains("Teams");
        assertThat(comparison.changes(Verdict.LOST, false))
                .extracting(OfferComparison.Change::family)
                .contains("Bookings");
        assertThat(compare("O365_BUSINESS_ESSENTIALS", "STANDARDPACK").changes(Verdict.GAINED, false))
                .extracting(OfferComparison.Change::family)
                .contains("Bookings");
    }

    @ParameterizedTest
    @CsvSource({
        "SPE_E3,                Microsoft_365_E3_(no_Teams)",
        "SPE_E3,                O365_w/o Teams Bundle_M3",
        "SPE_F1,                Microsoft_365_F3_EEA_(no_Teams)",
        "SPB,                   'Microsoft_365_ Business_ Premium_(no Teams)'",
        "O365_BUSINESS_PREMIUM, MICROSOFT_365_BUSINESS_STANDARD_NO_TEAMS",
        "STANDARDPACK,          Office_365_w/o_Teams_Bundle_E1",
        "ENTERPRISEPREMIUM,     Office_365_w/o_Teams_Bundle_E5"
    })
    void withoutTeamsTeamsIsLost(String from, String to) {
        assertThat(texts(compare(from, to), Verdict.LOST)).contains("Teams");
    }

    @Test
    void theHubVariantLosesWhatItsNameDoesNotSay() {
        assertThat(texts(compare("SPE_E3", "Microsoft_365_E3"), Verdict.LOST))
                .containsExactly("Viva Engage", "Graph connectors");
    }

    @Test
    void whatAPlanOfAnotherFamilyIncludesIsNotLost() {
        assertThat(texts(compare("SPB", "SPE_E3"), Verdict.LOST))
                .contains("Defender for Office 365 (Plan 1)")
                .doesNotContain("Mailbox archive", "Shared computer activation", "Data loss prevention");
    }

    @Test
    void whatIsGoneForEverybodyIsALossUpToTheDayBefore() {
        assertThat(compare("SPE_E3", "SPB", LocalDate.of(2025, 11, 30)).losses())
                .startsWith("Immersive spaces in Teams");
        assertThat(compare("SPE_E3", "SPB", LocalDate.of(2025, 12, 1)).losses())
                .doesNotContain("Immersive spaces in Teams");
    }

    @Test
    void whatUsersDoNotNoticeIsNamedWithTheReasonButNotAsALoss() {
        OfferComparison comparison = compare("SPB", "O365_BUSINESS_PREMIUM");

        assertThat(comparison.unnoticed())
                .extracting(change -> change.text() + ": "
                        + Objects.requireNonNull(change.unnoticed()).code())
                .containsExactly(
                        "Windows update deployment: admin-only",
                        "Purview discovery: technical",
                        "Copilot Studio (Plan 3 → Plan 2): minor-tier",
                        "Dataverse (Plan 3 → Plan 2): minor-tier",
                        "Dataverse for Teams (Plan 3 → Plan 2): minor-tier",
                        "Project for the web (Plan 3 → Plan 2): minor-tier",
                        "Stream (E1 → small business): minor-tier",
                        "Lighthouse for partners: admin-only");
        assertThat(comparison.losses()).contains("Entra ID (P1)", "Conditional Access");
        assertThat(compare("SPE_E3", "SPE_E5").unnoticed()).isEmpty();
    }

    @Test
    void whoGetsAnOfferThatIncludesTheirsLosesNothingWhateverTheListSays() {
        OfferComparison comparison = compare("STANDARDPACK", "ENTERPRISEPREMIUM");

        assertThat(texts(comparison, Verdict.LOST)).isEmpty();
        assertThat(texts(comparison, Verdict.KEPT)).contains("Avatars in Teams", "Copilot chat with data protection");
    }

    @Test
    void withoutServicePlansThereIsNothingToCompare() {
        OfferComparison comparison = compare("SPE_E5", "Microsoft_365_E5_(no_Teams)");

        assertThat(comparison.known()).isFalse();
        assertThat(comparison.changes()).isEmpty();
    }
}
