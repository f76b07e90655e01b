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
    void nothing_reads_as_a_command_of_a_build_server_wherever_its_line_is_broken() {
        assertThat(SafeText.of("::error::a:::b")).isEqualTo(": :error: :a: : :b");
        assertThat(SafeText.of("a ##vso[task] ##[error] ###teamcity[ é"))
                .isEqualTo("a # #vso[task] # #[error] ## #teamcity[ é");
        assertThat(SafeText.of("C## and ## a [b]")).isEqualTo("C## and ## a [b]");
        assertThat(SafeText.inPlace("a ##vso[task] ## b [")).isEqualTo("a \uFFFD#vso[task] ## b [");
        assertThat(SafeText.name("##vso[task]")).isEqualTo("\\u0023#vso[task]");
        assertThat(SafeText.lines("a\n ::error::b\n##[error]c")).isEqualTo("a\n.::error::b\n\uFFFD#[error]c");
    }

    @Test
    void nothing_is_empty() {
        assertThat(SafeText.of(null)).isEmpty();
        assertThat(SafeText.of(" \n ")).isEmpty();
    }
}
