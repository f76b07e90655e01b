package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.text.LanguageFormat;

/** How values stand in messages. In the tables a low line stands for a no-break space. */
class WrittenValuesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Path PLURALS =
            Path.of("src/main/resources/org/migrationadvisor/rulebook/messages/plurals.txt");

    private static RulesFolder texts(String language, String template) {
        return RulesFolder.bundled().with("messages/" + language + ".yaml", """
                messages:
                  WAIT_FOR_EXPIRY: "%s"
                """.formatted(template));
    }

    private static String message(String language, String template, @Nullable String currency) {
        Customer customer = Customer.builder("c1")
                .relationship(Relationship.ACCEPTED)
                .subscriptions(Subscription.builder("s1")
                        .program(Program.EA)
                        .offer(new Offer("SPE_E3", null))
                        .status(Status.ACTIVE)
                        .seats(12_000)
                        .unitPrice(new BigDecimal("1234.5"))
                        .currency(currency)
                        .endDate(AS_OF.plusDays(1_096))
                        .build())
                .build();
        return MigrationAdvisor.load(texts(language, template))
                .inLanguage(language)
                .advise(customer, AS_OF)
                .recommendations()
                .stream()
                .filter(found -> found.code().equals("WAIT_FOR_EXPIRY"))
                .map(Recommendation::message)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | 1,096 | 12,000 | EUR_1,234.50 | 1,234.5 | 20 Nov 2029",
                "de    | 1.096 | 12.000 | 1.234,50_EUR | 1.234,5 | 20.11.2029",
                "de-AT | 1_096 | 12_000 | EUR_1.234,50 | 1_234,5 | 20.11.2029",
                "es    | 1096  | 12.000 | 1234,50_EUR  | 1234,5  | 20 nov 2029",
                "zh-CN | 1,096 | 12,000 | EUR_1,234.50 | 1,234.5 | 2029年11月20日"
            })
    void messagesWriteValuesAsTheirLanguageDoes(
            String language, String days, String seats, String money, String price, String date) {
        String template =
                "{daysToEnd, plural, other {#}} | {seats} | {unitPrice, money, currency} | {unitPrice} | {endDate}";

        assertThat(message(language, template, "EUR"))
                .isEqualTo(String.join(" | ", days, seats, money, price, date).replace('_', '\u00a0'));
    }

    @Test
    void anAmountInAnUnknownCurrencyStandsAlone() {
        assertThat(message("de", "{unitPrice, money, currency}", null)).isEqualTo("1.234,5");
    }

    @Test
    void anUnknownAmountAndAnUnknownCountAreUnknown() {
        assertThat(message(
                        "de", "{committedValue, money, currency}, {assignedSeats, plural, unknown {#} other {}}", null))
                .isEqualTo("unknown, unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{unitPrice, money}           | found `{unitPrice, money` without its currency",
                "{unitPrice, money, }         | found `{`, expected the name of a value",
                "{unitPrice, money, currency  | found `{` without `}`",
                "{unitPrice, number}          | found `number` in `{unitPrice`, expected plural, select or money"
            })
    void aBrokenPlaceForMoneyIsRefused(String template, String problem) {
        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> Rulebook.load(texts("de", template)))
                .satisfies(broken -> assertThat(broken.problems()).anySatisfy(found -> assertThat(found.headline())
                        .isEqualTo("messages/de.yaml:2:20: error: " + problem + " in the text of WAIT_FOR_EXPIRY")));
    }

    @Test
    void aCurrencyThatNoValueFillsIsRefusedAtItsPlace() {
        assertThatExceptionOfType(RulebookException.class)
                .isThrownBy(() -> Rulebook.load(texts("de", "{unitPrice, money, curency}")))
                .satisfies(broken -> assertThat(broken.problems()).anySatisfy(found -> {
                    assertThat(found.what()).contains("found {curency} in the text of WAIT_FOR_EXPIRY");
                    assertThat(found.mend()).isEqualTo("did you mean `{currency}`?");
                }));
    }

    @Test
    void everyLanguageWithPluralRulesHasFormats() throws IOException {
        List<String> languages = Files.readAllLines(PLURALS).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .toList();

        assertThat(languages).hasSizeGreaterThan(200).allSatisfy(language -> assertThat(LanguageFormat.of(language))
                .isPresent());
    }
}
