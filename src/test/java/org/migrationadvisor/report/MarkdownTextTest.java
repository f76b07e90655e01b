package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            value = {
                "a|b ¦ a\\|b",
                "a\\|b ¦ a\\\\\\|b",
                "*b* _i_ ~~s~~ ¦ \\*b\\* \\_i\\_ \\~\\~s\\~\\~",
                "<b>&amp; ¦ \\<b\\>\\&amp;",
                "`x` ¦ \\`x\\`",
                "[x](http://y) ¦ \\[x\\](http://y)",
                "C# # ¦ C\\# \\#",
                "$x$ ¦ \\$x\\$",
                "- item ¦ \\- item",
                "12. item ¦ 12\\. item",
                "12) item ¦ 12\\) item",
                "=== ¦ \\===",
                "a-b.c (d) ¦ a-b.c (d)",
                "\"a\nb\" ¦ a b"
            })
    void text_is_shown_as_it_is(String text, String markdown) {
        assertThat(MarkdownText.of(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "TIM-010 ¦ `TIM-010`",
                "*a* ¦ `*a*`",
                "a`b ¦ <code>a\\`b</code>",
                "a|b ¦ <code>a\\|b</code>",
                "<x>| ¦ <code>\\<x\\>\\|</code>"
            })
    void an_identifier_is_shown_in_code_type(String text, String markdown) {
        assertThat(MarkdownText.code(text)).isEqualTo(markdown);
    }
}
