package org.migrationadvisor.workbench.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** Puts contradictions that the advice once had back into the bundled rules, as an analyst could, and searches. */
class PlantedContradictionsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    /** What is found in a file of the rules and put in its place, and the contradictions that come of it. */
    private record Plant(String file, String found, String put, List<String> contradictions) {}

    private static final List<Plant> PLANTS = List.of(
            new Plant(
                    "licenses/licenses.drl",
                    "daysToEnd >= $lead || endDate != null && customer.relationship == \"accepted\"",
                    "endDate != null && $lead >= 0",
                    List.of("SERVICE_GAP_RISK and NO_LICENSE_REASSIGNMENT/LIC-010")),
            new Plant(
                    "timing/expiry.drl",
                    "&& ( daysToEnd >= $lead || customer.relationship in ( \"accepted\", \"unknown\" ) )",
                    "&& daysToEnd >= 0 && $lead >= 0",
                    List.of("LET_EXPIRE/TIM-020 and SERVICE_GAP_RISK")),
            new Plant(
                    "program/program.drl",
                    "moving,\n        running,",
                    "moving,",
                    List.of("SERVICE_GAP_RISK/CON-020 and MOVE_MANUALLY/PRG-010")),
            new Plant(
                    "licenses/licenses.drl",
                    "targetOffer == \"same\"",
                    "targetOffer in ( \"same\", \"unclear\" )",
                    List.of("CLARIFY_OFFER and NO_LICENSE_REASSIGNMENT")),
            new Plant(
                    "provisioning/provisioning.drl",
                    "targetOffer != \"unclear\",",
                    "movingOrUnknown,",
                    List.of("CLARIFY_OFFER and PROVISION_SUBSCRIPTION")),
            new Plant(
                    "timing/expiry.drl",
                    "status != \"suspended\"",
                    "movingOrUnknown",
                    List.of("SOURCE_SUSPENDED and WAIT_FOR_EXPIRY", "SOURCE_SUSPENDED and LET_EXPIRE")),
            new Plant(
                    "continuity/continuity.drl",
                    "daysToEnd >= 0 && status != \"expired\"",
                    "daysToEnd >= 0",
                    List.of("CLARIFY_STATUS/SRC-030 and SERVICE_GAP_RISK")),
            new Plant(
                    "messages/en.yaml",
                    "Provision {targetOfferName}, {seatsToOrder,",
                    "Provision {targetOfferName}, {targetSeats,",
                    List.of(
                            "PROVISION_SUBSCRIPTION{targetSeats} and SEATS_BELOW_ASSIGNED",
                            "PROVISION_SUBSCRIPTION{targetSeats} and SEATS_ABOVE_CAP",
                            "PROVISION_SUBSCRIPTION{targetSeats} and SEATS_BELOW_MINIMUM")));

    @TestFactory
    Stream<DynamicTest> eachContradictionThatIsPutBackIsFound() {
        RulesFolder folder = RulesFolder.bundled();
        for (Plant plant : PLANTS) {
            String text = Objects.requireNonNull(folder.file(plant.file())).text();
            assertThat(text).contains(plant.found());
            folder = folder.with(plant.file(), text.replace(plant.found(), plant.put()));
        }
        List<String> found = GapSearch.search(folder, AS_OF).gaps().stream()
                .filter(gap -> gap.kind() == Gap.Kind.CONTRADICTION)
                .map(Gap::message)
                .toList();
        return PLANTS.stream()
                .flatMap(plant -> plant.contradictions().stream())
                .map(contradiction -> DynamicTest.dynamicTest(
                        contradiction, () -> assertThat(found).anySatisfy(message -> assertThat(message)
                                .startsWith("found " + contradiction + " together, by "))));
    }

    @Test
    void theNumberOfPairsIsStatedWhereAnalystsLook() throws IOException {
        int pairs = Rulebook.load(RulesFolder.bundled()).contradictions().pairs();

        assertThat(Files.readString(Path.of("docs/analysts.md")))
                .contains("declares " + pairs + " pairs of advice that exclude each other");
    }
}
