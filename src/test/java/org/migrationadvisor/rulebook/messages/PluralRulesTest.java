package org.migrationadvisor.rulebook.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

class PluralRulesTest {
    private static final Path DATA = Path.of("src/main/resources/org/migrationadvisor/rulebook/messages/plurals.txt");

    private record Sample(String language, String category, String numbers) {}

    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        String[] languages = {};
        for (String line : Files.readAllLines(DATA)) {
            if (line.startsWith("  ")) {
                int integers = line.indexOf("@integer ");
                String numbers = integers < 0 ? "" : line.substring(integers + "@integer ".length());
                for (String language : languages) {
                    samples.add(new Sample(language, line.strip().replaceFirst(":.*", ""), numbers));
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                languages = line.split(" ", -1);
            }
        }
        return samples;
    }

    private static IntStream numbers(String samples) {
        return Arrays.stream(samples.split(", ", -1))
                .filter(sample -> !sample.isEmpty() && !sample.equals("…"))
                .flatMapToInt(sample -> {
                    String[] ends = sample.split("~", -1);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
                });
    }

    private static String category(String language, int number) {
        return PluralRules.of(language).orElseThrow().category(number);
    }

    @Test
    void everySampleOfTheDataHasItsCategory() throws IOException {
        assertThat(samples()).allSatisfy(sample -> assertThat(numbers(sample.numbers()))
                .allMatch(number -> category(sample.language(), number).equals(sample.category())));
    }

    @Test
    void theDataHasTheLanguagesOfTheWorld() throws IOException {
        List<String> languages =
                samples().stream().map(Sample::language).distinct().toList();

        assertThat(languages).hasSize(219).contains("pl", "ar", "cy", "pt-PT", "zh", "ru", "uk", "hi", "he", "id");
        assertThat(samples().stream()
                        .mapToLong(sample -> numbers(sample.numbers()).count())
                        .sum())
                .isGreaterThan(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "pl,         1, one",
        "pl,         2, few",
        "pl,         5, many",
        "pl,        12, many",
        "pl,        22, few",
        "pl,       112, many",
        "ru,        21, one",
        "ru,      1011, many",
        "ru-RU,      3, few",
        "ar-EG,      0, zero",
        "ar,         2, two",
        "cs,         0, other",
        "fr-CA,      0, one",
        "pt-BR,      0, one",
        "pt-PT,      0, other",
        "es-419,     1, one",
        "es, 1000000, many",
        "zh-CN,      1, other",
        "zh-Hant-TW, 1, other",
        "sr-Latn-RS, 2, few",
        "EN-us,      1, one",
        "en,        -1, one",
        "ru,       -22, few",
        "de, -2147483648, other"
    })
    void aTagStandsForItsLanguageAndANumberBelow0ForItsAmount(String language, int number, String category) {
        assertThat(category(language, number)).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "xx", "pt_BR", "english", "", "e", "de--AT", "..", "zh-CN-"})
    void aLanguageWithoutRulesHasNone(String language) {
        assertThat(PluralRules.of(language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tlh   | ", "pt_BR | rename the file to messages/pt-BR.yaml"})
    void aFileOfTextsInALanguageWithoutRulesIsRefusedByName(String language, @Nullable String mend) {
        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> Rulebook.load(
                        RulesFolder.bundled().with("messages/" + language + ".yaml", "messages:\n  LET_EXPIRE: x\n")))
                .satisfies(broken -> assertThat(broken.problems()).anySatisfy(problem -> {
                    assertThat(problem.headline())
                            .isEqualTo("messages/" + language + ".yaml:1:1: error: found the name of the language `"
                                    + language
                                    + "`, expected the BCP 47 tag of one for which Unicode CLDR has plural rules, such as de,"
                                    + " pt-BR or zh-CN");
                    assertThat(problem.mend()).isEqualTo(mend);
                }));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 dzień", "2, 2 dni", "5, 5 dni i więcej", "22, 22 dni"})
    void polishAdviceCountsAsPolesDo(int days, String message) {
        RulesFolder polish = RulesFolder.bundled().with("messages/pl.yaml", """
                messages:
                  LET_EXPIRE: "{daysToEnd, plural, one {# dzień} few {# dni} many {# dni i więcej} other {# dnia}}"
                """);
        LocalDate today = LocalDate.of(2026, 11, 20);
        Customer customer = Customer.builder("c1")
                .relationship(Relationship.ACCEPTED)
                .subscriptions(Subscription.builder("s1")
                        .program(Program.EA)
                        .offer(new Offer("SPE_E3", null))
                        .status(Status.ACTIVE)
                        .endDate(today.plusDays(days))
                        .build())
                .build();

        assertThat(MigrationAdvisor.load(polish)
                        .inLanguage("pl")
                        .advise(customer, today)
                        .recommendations())
                .filteredOn(found -> found.code().equals("LET_EXPIRE"))
                .extracting(Recommendation::message)
                .containsExactly(message);
    }

    @Test
    void theDefaultLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(category("IT", 1)).isEqualTo("one");
        } finally {
            Locale.setDefault(before);
        }
    }
}
