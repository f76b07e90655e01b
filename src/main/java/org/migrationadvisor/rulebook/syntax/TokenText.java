package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes tokens of a rule file one behind the other, with blanks as the house style has them. */
final class TokenText {
    private static final Set<String> WORDS = Set.of("in", "not", "contains");

    private final SourceFile file;
    private final List<Token> tokens;

    TokenText(SourceFile file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /** The tokens of a part of the file, on one line. */
    String of(Span span) {
        return text(within(span));
    }

    List<Token> within(Span span) {
        int from = firstFrom(span.start());
        int to = from;
        while (to < tokens.size() - 1 && tokens.get(to).span().end() <= span.end()) {
            to++;
        }
        return tokens.subList(from, to);
    }

    /** The index of the first token that starts at an offset or behind it. */
    private int firstFrom(int offset) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The tokens of a part of the file, parted before each operator that stands in no parentheses. */
    List<String> brokenBefore(Span span, String operator) {
        List<String> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : within(span)) {
            if (depth == 0 && token.isSymbol(operator)) {
                parts.add(text(part));
                part = new ArrayList<>();
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            part.add(token);
        }
        parts.add(text(part));
        return parts;
    }

    private String text(List<Token> part) {
        StringBuilder text = new StringBuilder();
        boolean prefix = false;
        for (int i = 0; i < part.size(); i++) {
            Token token = part.get(i);
            if (i > 0 && !prefix && isApart(part.get(i - 1), token)) {
                text.append(' ');
            }
            prefix = token.isSymbol("!") || (token.isSymbol("-") && (i == 0 || !isOperand(part.get(i - 1))));
            text.append(token.kind() == Token.Kind.TEXT ? quoted(token) : token.text());
        }
        return text.toString();
    }

    private static boolean isApart(Token before, Token token) {
        if (token.isSymbol(",") || token.isSymbol(";") || token.isSymbol(".") || before.isSymbol(".")) {
            return false;
        }
        if (token.isSymbol("(")) {
            boolean call = before.kind() == Token.Kind.NAME && !WORDS.contains(before.text());
            return !call;
        }
        return !(before.isSymbol("(") && token.isSymbol(")"));
    }

    private static boolean isOperand(Token token) {
        return token.kind() != Token.Kind.SYMBOL || token.isSymbol(")");
    }

    /** A text as written, in double quotes where that needs no escape. */
    private String quoted(Token token) {
        String written = file.text(token.span());
        String inner = written.substring(1, written.length() - 1);
        boolean single = written.charAt(0) == '\'' && inner.indexOf('"') < 0 && inner.indexOf('\\') < 0;
        return single ? '"' + inner + '"' : written;
    }
}
