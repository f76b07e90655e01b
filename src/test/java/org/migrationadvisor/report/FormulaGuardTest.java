package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1234",
                "-2",
                "@SUM(A1)",
                "=cmd|' /C calc'!A0",
                " =1",
                "\t=1",
                "\r=1",
                "\n\r\t +1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u3000@x",
                "\u0000=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "﹦1",
                "−1",
                "=",
            })
    void a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(String cell) {
        assertThat(FormulaGuard.guard(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "Contoso",
                "a=1",
                "1-2",
                "'=1",
                "(=1)",
                "admin@contoso.com",
                "テイル",
                "\uD83D\uDE00=1"
            })
    void any_other_cell_stays_as_it_is(String cell) {
        assertThat(FormulaGuard.guard(cell)).isEqualTo(cell);
    }
}
