package org.migrationadvisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void line_breaks_tabs_and_runs_of_blanks_become_one_blank() {
        assertThat(SafeText.of("  a\r\nb\t\u2028c\u0085d   e ")).isEqualTo("a b c d e");
    }

    @Test
    void control_characters_become_visible() {
        assertThat(SafeText.of("a\u001B[2Jb\u009Bc\u0007d\u0000e\u007Ff"))
                .isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void text_cannot_reorder_what_follows_it() {
        assertThat(SafeText.of("a\u202Eb\u2066c")).isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void a_surrogate_without_its_partner_becomes_visible() {
        assertThat(SafeText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void other_scripts_marks_and_joined_emoji_stay() {
        String text = "Ünïcode e\u0301 العربية テイル \uD83D\uDC68\u200D\uD83D\uDCBB";
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void nothing_is_empty() {
        assertThat(SafeText.of(null)).isEmpty();
        assertThat(SafeText.of(" \n ")).isEmpty();
    }
}
