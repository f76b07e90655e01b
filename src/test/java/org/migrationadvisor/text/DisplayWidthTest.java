package org.migrationadvisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest(name = "{0} fills {1}")
    @CsvSource({
        "abc, 3",
        "é, 1",
        "e\u0301, 1",
        "Ж, 1",
        "中文, 4",
        "テイル, 6",
        "ﾃｲﾙ, 3",
        "한국, 4",
        "\u1112\u1161\u11AB, 2",
        "ＡＢ, 4",
        "（）, 4",
        "\uD83D\uDE00, 2",
        "\uD840\uDC00, 2",
        "a\u200Bb, 2",
        "·─…, 3",
        "\uFFFD, 1"
    })
    void a_text_fills_as_many_columns_as_a_terminal_gives_it(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }
}
