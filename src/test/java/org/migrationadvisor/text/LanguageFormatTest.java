package org.migrationadvisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables a low line stands for a no-break space. */
class LanguageFormatTest {

    private static LanguageFormat format(String language) {
        return LanguageFormat.of(language).orElseThrow();
    }

    private static String whole(String language, long number) {
        return format(language).whole(number, new StringBuilder()).toString();
    }

    private static String money(String language, String amount) {
        return format(language)
                .money(new BigDecimal(amount), "EUR", new StringBuilder())
                .toString();
    }

    private static String date(String language, LocalDate day) {
        return format(language).date(day, new StringBuilder()).toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            en         | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | Dec 20, 2026
            en-GB      | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | 20 Dec 2026
            en-IN      | 1,234 | 12,345 | 12,34,567   | EUR_1,282.08  | 20 Dec 2026
            de         | 1.234 | 12.345 | 1.234.567   | 1.282,08_EUR  | 20.12.2026
            de-AT      | 1_234 | 12_345 | 1_234_567   | EUR_1.282,08  | 20.12.2026
            de-CH      | 1’234 | 12’345 | 1’234’567   | EUR_1’282.08  | 20.12.2026
            es         | 1234  | 12.345 | 1.234.567   | 1282,08_EUR   | 20 dic 2026
            es-MX      | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | 20 dic 2026
            fr         | 1_234 | 12_345 | 1_234_567   | 1_282,08_EUR  | 20 déc. 2026
            pt-BR      | 1.234 | 12.345 | 1.234.567   | EUR_1.282,08  | 20 de dez. de 2026
            pt-PT      | 1234  | 12_345 | 1_234_567   | 1282,08_EUR   | 20/12/2026
            ru         | 1_234 | 12_345 | 1_234_567   | 1_282,08_EUR  | 20 дек. 2026_г.
            pl         | 1234  | 12_345 | 1_234_567   | 1282,08_EUR   | 20 gru 2026
            cs         | 1_234 | 12_345 | 1_234_567   | 1_282,08_EUR  | 20. 12. 2026
            zh-CN      | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | 2026年12月20日
            zh-Hant-TW | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | 2026年12月20日
            ja         | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | 2026/12/20
            hi         | 1,234 | 12,345 | 12,34,567   | EUR_1,282.08  | 20 दिस॰ 2026
            fa         | ۱٬۲۳۴ | ۱۲٬۳۴۵ | ۱٬۲۳۴٬۵۶۷   | \u200eEUR_۱٬۲۸۲٫۰۸ | ۲۰ دسامبر ۲۰۲۶
            ar-EG      | ١٬٢٣٤ | ١٢٬٣٤٥ | ١٬٢٣٤٬٥٦٧   | \u200f١٬٢٨٢٫٠٨_EUR | ٢٠\u200f/١٢\u200f/٢٠٢٦
            ar         | 1,234 | 12,345 | 1,234,567   | \u200f1,282.08_EUR | 20\u200f/12\u200f/2026
            nah        | 1,234 | 12,345 | 1,234,567   | EUR_1,282.08  | 2026-12-20
            """)
    void numbersMoneyAndDatesAreWrittenAsTheLanguageWritesThem(
            String language, String four, String five, String seven, String money, String date) {
        assertThat(whole(language, 1_234)).isEqualTo(four.replace('_', '\u00a0'));
        assertThat(whole(language, 12_345)).isEqualTo(five.replace('_', '\u00a0'));
        assertThat(whole(language, 1_234_567)).isEqualTo(seven.replace('_', '\u00a0'));
        assertThat(money(language, "1282.08")).isEqualTo(money.replace('_', '\u00a0'));
        assertThat(date(language, LocalDate.of(2026, 12, 20))).isEqualTo(date.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "999, 999", "1000, '1,000'", "-5, -5", "-1000, '-1,000'"})
    void wholeNumbersAreGroupedFromAThousandOn(long number, String text) {
        assertThat(whole("en", number)).isEqualTo(text);
    }

    @Test
    void theLowestNumberIsWrittenAndTheMinusIsTheLanguagesOwn() {
        assertThat(whole("sv", Long.MIN_VALUE)).isEqualTo("−9 223 372 036 854 775 808".replace(' ', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({"1234.5, '1.234,5'", "0.125, '0,125'", "1E+3, 1.000", "12.00, '12,00'"})
    void decimalsKeepTheDigitsThatTheyHave(BigDecimal number, String text) {
        assertThat(format("de").decimal(number, new StringBuilder()).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"22, 22.00", "5.5, 5.50", "5.500, 5.50", "0.0125, 0.0125", "0, 0.00", "1E+3, '1,000.00'", "-1.5, -1.50"
    })
    void moneyHasTwoDecimalsOrAsManyAsItNeeds(String amount, String text) {
        assertThat(money("en", amount)).isEqualTo("EUR\u00a0" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Feb 3, 2027'",
        "de, 03.02.2027",
        "ru, 3 февр. 2027_г.",
        "pt-PT, 03/02/2027",
        "lv, 2027. gada 3. febr."
    })
    void daysAndMonthsHaveLeadingZerosOnlyWhereTheLanguageHas(String language, String date) {
        assertThat(date(language, LocalDate.of(2027, 2, 3))).isEqualTo(date.replace('_', '\u00a0'));
    }

    @Test
    void everyDateOfTheCalendarIsWritten() {
        assertThat(date("en", LocalDate.MAX)).isEqualTo("Dec 31, 999999999");
        assertThat(date("en", LocalDate.of(800, 1, 1))).isEqualTo("Jan 1, 800");
        assertThat(date("ja", LocalDate.MIN)).isEqualTo("1000000000/01/01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "xx", "pt_BR", "english", "", "zh-CN-"})
    void aLanguageWithoutFormatsHasNone(String language) {
        assertThat(LanguageFormat.of(language)).isEmpty();
    }

    @Test
    void theDefaultLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(whole("en", 1_234)).isEqualTo("1,234");
            assertThat(date("DE-at", LocalDate.of(2026, 1, 2))).isEqualTo("02.01.2026");
        } finally {
            Locale.setDefault(before);
        }
    }
}
