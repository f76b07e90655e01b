package org.migrationadvisor.rulebook.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParenthesesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "::", quoteCharacter = '`', textBlock = """
                    ( a || b ) && c      :: a || b ) && c       :: ( a || b ) && c
                    a && ( b || c )      :: a && ( b || c       :: a && ( b || c )
                    !( x in ( 1, 2 ) )   :: !( x in ( 1, 2 )    :: !( x in ( 1, 2 ) )
                    ( a || b )           :: a || b              :: a || b
                    (( a ) && b ) || c   :: a ) && b ) || c     :: (( a ) && b ) || c
                    x == ")" && ( y )    :: x == ")" && ( y     :: x == ")" && ( y )
                    """)
    void aPartGetsTheParenthesesThatBelongToIt(String text, String part, String balanced) {
        SourceFile file = new SourceFile("some.drl", text);
        int start = text.indexOf(part);

        Span span = Parentheses.balanced(file, new Span(start, start + part.length()));

        assertThat(file.text(span)).isEqualTo(balanced);
    }
}
