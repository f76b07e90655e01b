package org.migrationadvisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationadvisor.text.TerminalText.Cell;

class TerminalTextTest {

    @Test
    void aParagraphKeepsItsIndent() {
        TerminalText text = new TerminalText(24, false).line(4, "one two three four five six", Ink.STRONG);

        assertThat(text).hasToString("""
                    one two three four
                    five six
                """);
    }

    @Test
    void cellsAreBrokenWithinTheirColumns() {
        TerminalText text = new TerminalText(40, false)
                .row(
                        2,
                        new Cell("✓", Ink.GREEN, 2),
                        new Cell("short", Ink.PLAIN, 12),
                        new Cell("a longer text that needs two lines", Ink.DIM, 0));

        assertThat(text).hasToString("""
                  ✓ short       a longer text that needs
                                two lines
                """);
    }

    @Test
    void colourIsWrittenOnlyWhereItIsShown() {
        assertThat(new TerminalText(40, true).line(0, "good", Ink.GREEN)).hasToString("\u001B[32mgood\u001B[0m\n");
        assertThat(new TerminalText(40, false).line(0, "good", Ink.GREEN)).hasToString("good\n");
    }

    @Test
    void controlCharactersOfAListDoNotReachTheTerminal() {
        assertThat(new TerminalText(40, false).line(0, "a\u001B[31mb\nc", Ink.PLAIN))
                .hasToString("a\uFFFD[31mb c\n");
    }
}
