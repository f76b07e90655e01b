package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;

/** Cuts a rule file into tokens; comments and blanks are passed over. */
final class Lexer {
    private static final List<String> TWO_CHARACTER_SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String ONE_CHARACTER_SYMBOLS = "(){}[],;:.<>=!+-*/%@?&|^~";

    private final SourceFile file;
    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SourceFile file, Problems problems) {
        this.file = file;
        this.text = file.text();
        this.problems = problems;
    }

    static List<Token> tokens(SourceFile file, Problems problems) {
        return new Lexer(file, problems).run();
    }

    private List<Token> run() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = endOfLine();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (c == '"' || c == '\'') {
                textLiteral(c);
            } else if (isDigit(c)) {
                number();
            } else if (Character.isJavaIdentifierStart(c)) {
                name();
            } else {
                symbol(c);
            }
        }
        add(Token.Kind.END_OF_FILE, "", text.length());
        return tokens;
    }

    private void add(Token.Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, new Span(start, at)));
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problems.error(
                    "syntax",
                    file,
                    new Span(at, at + 2),
                    "found a comment that never ends, expected `*/`",
                    "close the comment with `*/`");
            at = text.length();
        } else {
            at = end + 2;
        }
    }

    private void textLiteral(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                escape(value);
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at < text.length() && text.charAt(at) == quote) {
            at++;
        } else {
            problems.error(
                    "syntax",
                    file,
                    new Span(start, start + 1),
                    "found a text that does not end on its line, expected a closing " + quote,
                    "put a " + quote + " behind the last character of the text");
        }
        add(Token.Kind.TEXT, value.toString(), start);
    }

    private void escape(StringBuilder value) {
        int start = at++;
        char c = at < text.length() ? text.charAt(at++) : ' ';
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case '"', '\'', '\\' -> value.append(c);
            default ->
                problems.error(
                        "syntax",
                        file,
                        new Span(start, at),
                        "found the escape `\\" + c + "` in a text, expected one of \\n \\t \\\" \\' \\\\",
                        "write the character itself; rule files are UTF-8");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void number() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        add(Token.Kind.NUMBER, text.substring(start, at), start);
    }

    private void name() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        add(Token.Kind.NAME, text.substring(start, at), start);
    }

    private void symbol(char c) {
        int start = at;
        String two = text.substring(at, Math.min(at + 2, text.length()));
        if (TWO_CHARACTER_SYMBOLS.contains(two)) {
            at += 2;
            add(Token.Kind.SYMBOL, two, start);
        } else if (ONE_CHARACTER_SYMBOLS.indexOf(c) >= 0) {
            at++;
            add(Token.Kind.SYMBOL, String.valueOf(c), start);
        } else {
            at += Character.charCount(text.codePointAt(at));
            problems.error(
                    "syntax",
                    file,
                    new Span(start, at),
                    "found the character `" + text.substring(start, at) + "`, which has no meaning in a rule",
                    "remove it, or put it between double quotes if it belongs to a text");
        }
    }
}
