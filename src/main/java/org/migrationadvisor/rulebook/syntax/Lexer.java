package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import org.migrationadvisor.text.SafeText;

/** Cuts a rule file into tokens and comments. */
final class Lexer {
    private static final List<String> TWO_CHARACTER_SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String ONE_CHARACTER_SYMBOLS = "(){}[],;:.<>=!+-*/%@?&|^~";
    private static final String[] SYMBOLS = ONE_CHARACTER_SYMBOLS.split("");
    private static final int MOST_BROKEN = 1_000;
    private static final String CURVED_QUOTES = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB\u2033";

    private final SourceFile file;
    private final String text;
    private final Problems problems;
    private final int mostTokens;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Span> comments = new ArrayList<>();
    private final List<Span> broken = new ArrayList<>();
    private int at;

    private Lexer(SourceFile file, int mostTokens, Problems problems) {
        this.file = file;
        this.text = file.text();
        this.mostTokens = mostTokens;
        this.problems = problems;
    }

    /**
     * Cuts a file into tokens. One with more of them than it may have, or with a thousand places that cannot be read, is
     * told and has none.
     */
    static Lexed lex(SourceFile file, int mostTokens, Problems problems) {
        return new Lexer(file, mostTokens, problems).run();
    }

    private Lexed run() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
        }
        hiddenCharacters(at);
        while (at < text.length() && tokens.size() <= mostTokens && broken.size() < MOST_BROKEN) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                comment(endOfLine(at));
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (c == '"' || c == '\'') {
                textLiteral(c);
            } else if (CURVED_QUOTES.indexOf(c) >= 0) {
                curvedText();
            } else if (isDigit(c)) {
                number();
            } else if (Character.isJavaIdentifierStart(c)) {
                name();
            } else {
                symbol(c);
            }
        }
        boolean tooLarge = tokens.size() > mostTokens;
        if (tooLarge) {
            tooMany();
        }
        if (tooLarge || at < text.length()) {
            tokens.clear();
            at = text.length();
        }
        add(Token.Kind.END_OF_FILE, "", text.length());
        return new Lexed(List.copyOf(tokens), List.copyOf(comments), List.copyOf(broken), tooLarge);
    }

    private void tooMany() {
        problems.error(
                ProblemKind.TOO_LARGE,
                file,
                tokens.get(mostTokens).span(),
                "found more than " + Parser.MOST_TOKENS
                        + " words and signs in the rule files up to here, expected a folder of rules that people can read",
                "put numbers that differ into facts or into policy.yaml, not into a rule each");
    }

    /** Tells of characters that hide what a file says, wherever they are; once for each line. */
    private void hiddenCharacters(int from) {
        int endOfTold = 0;
        for (int i = from; i < text.length() && broken.size() < MOST_BROKEN; i++) {
            char c = text.charAt(i);
            if (i >= endOfTold && SafeText.isHidden(c) && c != '\t' && c != '\n' && c != '\r') {
                wrong(
                        ProblemKind.HIDDEN_CHARACTER,
                        new Span(i, i + 1),
                        String.format("found the hidden character U+%04X, expected only what can be seen", (int) c),
                        "remove it: it makes the line read differently from what it says");
                endOfTold = endOfLine(i);
            }
        }
    }

    private void wrong(ProblemKind kind, Span span, String what, String mend) {
        problems.error(kind, file, span, what, mend);
        broken.add(span);
    }

    private void comment(int end) {
        comments.add(new Span(at, end));
        at = end;
    }

    private void add(Token.Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, new Span(start, at)));
    }

    private int endOfLine(int offset) {
        return file.lineEnd(file.line(offset));
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            wrong(
                    ProblemKind.SYNTAX,
                    new Span(at, at + 2),
                    "found a comment that never ends, expected `*/`",
                    "close the comment with `*/`");
            at = text.length();
        } else {
            comment(end + 2);
        }
    }

    private void textLiteral(char quote) {
        int start = at++;
        int end = endOfLine(start);
        StringBuilder value = new StringBuilder();
        while (at < end && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                escape(value, end);
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at < end) {
            at++;
        } else {
            wrong(
                    ProblemKind.SYNTAX,
                    new Span(start, start + 1),
                    "found a text that does not end on its line, expected a closing " + quote,
                    "put a " + quote + " after the last character of the text");
        }
        add(Token.Kind.TEXT, value.toString(), start);
    }

    /** Reads a text in the quotes of a word processor, so that it is told once and not for each word in it. */
    private void curvedText() {
        int start = at++;
        int end = endOfLine(start);
        while (at < end && (CURVED_QUOTES + "\"").indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String value = text.substring(start + 1, at);
        if (at < end) {
            at++;
        }
        wrong(
                ProblemKind.SYNTAX,
                new Span(start, at),
                "found the quote `" + text.charAt(start) + "`, expected a straight quote",
                "write \"" + SafeText.quote(value) + "\"; word processors bend quotes, editors for code do not");
        add(Token.Kind.TEXT, value, start);
    }

    private void escape(StringBuilder value, int end) {
        int start = at++;
        if (at == end) {
            return;
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case '"', '\'', '\\' -> value.append(c);
            default ->
                wrong(
                        ProblemKind.SYNTAX,
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
        int one = ONE_CHARACTER_SYMBOLS.indexOf(c);
        for (String two : TWO_CHARACTER_SYMBOLS) {
            if (text.startsWith(two, at)) {
                at += 2;
                add(Token.Kind.SYMBOL, two, start);
                return;
            }
        }
        if (one >= 0) {
            at++;
            add(Token.Kind.SYMBOL, SYMBOLS[one], start);
        } else {
            at += Character.charCount(text.codePointAt(at));
            boolean hash = c == '#';
            wrong(
                    ProblemKind.SYNTAX,
                    new Span(start, at),
                    "found the character `" + text.substring(start, at) + "`, which has no meaning in a rule",
                    hash
                            ? "a comment starts with //"
                            : "remove it, or put it between double quotes if it belongs to a text");
            if (hash) {
                at = endOfLine(at);
            }
        }
    }
}
