package org.migrationadvisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreakerTest {

    @Test
    void lines_break_at_blanks() {
        assertThat(LineBreaker.lines("one two three four", 9)).containsExactly("one two", "three", "four");
    }

    @Test
    void a_text_that_just_fits_is_one_line() {
        assertThat(LineBreaker.lines("one two", 7)).containsExactly("one two");
    }

    @Test
    void a_word_that_ends_at_the_edge_stays_on_its_line() {
        assertThat(LineBreaker.lines("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void a_word_wider_than_a_line_is_split() {
        assertThat(LineBreaker.lines("a abcdefghij b", 4)).containsExactly("a", "abcd", "efgh", "ij b");
    }

    @Test
    void wide_characters_break_anywhere_but_not_before_closing_punctuation() {
        assertThat(LineBreaker.lines("请先邀请客户，然后下单。", 12)).containsExactly("请先邀请客", "户，然后下", "单。");
    }

    @Test
    void an_opening_bracket_does_not_end_a_line() {
        assertThat(LineBreaker.lines("一二三（四五）六", 8)).containsExactly("一二三", "（四五）", "六");
    }

    @Test
    void a_combining_mark_stays_with_its_letter() {
        assertThat(LineBreaker.lines("e\u0301e\u0301e\u0301", 2)).containsExactly("e\u0301e\u0301", "e\u0301");
    }

    @Test
    void a_no_break_space_holds_a_line_together() {
        assertThat(LineBreaker.lines("about USD\u00A0301", 9)).containsExactly("about", "USD\u00A0301");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 20, 60})
    void nothing_but_blanks_is_lost_and_no_line_is_too_wide(int width) {
        String text = "Order 250 seats of テイルウィンド商事株式会社, e\u0301tc. \uD83D\uDE00\uD83D\uDE00 by 2026-12-13（日本語）。";
        var lines = LineBreaker.lines(text, width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= width);
    }
}
