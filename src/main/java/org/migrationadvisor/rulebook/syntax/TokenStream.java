package org.migrationadvisor.rulebook.syntax;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;

/** The tokens of a rule file, read one after the other, with a word for what is wrong at the place reached. */
final class TokenStream {
    private final SourceFile file;
    private final Problems problems;
    private final List<Token> tokens;
    private final TreeSet<Integer> broken = new TreeSet<>();
    private int at;
    private int ruleStart;
    private int ruleFirst;

    TokenStream(SourceFile file, Lexed lexed, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.tokens = lexed.tokens();
        lexed.broken().forEach(span -> broken.add(span.start()));
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token behind the next one. */
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END_OF_FILE) {
            at++;
        }
        return token;
    }

    boolean isAtEnd() {
        return peek().kind() == Token.Kind.END_OF_FILE;
    }

    boolean takeSymbol(String symbol) {
        if (peek().isSymbol(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeName(String name) {
        if (peek().isName(name)) {
            at++;
            return true;
        }
        return false;
    }

    Token expectName(String what) throws BrokenRuleException {
        Token token = peek();
        if (token.kind() != Token.Kind.NAME) {
            throw expected(what, null);
        }
        return next();
    }

    Token expectSymbol(String symbol, String where) throws BrokenRuleException {
        if (!peek().isSymbol(symbol)) {
            throw expected("`" + symbol + "` " + where, null);
        }
        return next();
    }

    /** {@code found the next token, expected what}. */
    BrokenRuleException expected(String what, @Nullable String mend) {
        return broken(ProblemKind.SYNTAX, peek(), "found " + peek().shown() + ", expected " + what, mend);
    }

    /** A part of DRL that a rule may not use. */
    BrokenRuleException refused(Token token, String what, @Nullable String mend) {
        return broken(ProblemKind.NOT_ALLOWED, token, "found " + token.shown() + ", " + what, mend);
    }

    BrokenRuleException broken(ProblemKind kind, Token token, String what, @Nullable String mend) {
        if (!isBrokenUpTo(token.span().end())) {
            problems.error(kind, file, token.span(), what, mend);
        }
        return new BrokenRuleException();
    }

    /** Notes that a rule starts here: what cannot be read before it does not concern it. */
    void startRule() {
        ruleStart = peek().span().start();
        ruleFirst = at;
    }

    /** How many tokens of the rule have been read. */
    int readOfRule() {
        return at - ruleFirst;
    }

    /** Whether all characters from the start of the rule up to the place reached could be read. */
    boolean isRuleReadable() {
        int end = at == 0 ? 0 : tokens.get(at - 1).span().end();
        return !isBrokenUpTo(end);
    }

    /** Whether something of the rule could not be read; what follows from it need not be told. */
    private boolean isBrokenUpTo(int end) {
        Integer first = broken.ceiling(ruleStart);
        return first != null && first <= end;
    }

    /** Whether nothing but blanks stands before the next token on its line. */
    boolean isFirstOfLine() {
        int start = peek().span().start();
        int lineStart = file.lineStart(file.line(start));
        while (start > lineStart && Character.isWhitespace(file.text().charAt(start - 1))) {
            start--;
        }
        return start == lineStart;
    }

    /** Goes on at the first token behind a line. */
    void skipLine(int line) {
        while (!isAtEnd() && file.line(peek().span().start()) == line) {
            next();
        }
    }

    /** The next token with those that a hyphen ties to it, such as {@code no-loop}. */
    String hyphenated() {
        int last = at;
        while (last + 2 < tokens.size()
                && tokens.get(last + 1).isSymbol("-")
                && tokens.get(last).span().end() == tokens.get(last + 1).span().start()
                && tokens.get(last + 1).span().end()
                        == tokens.get(last + 2).span().start()) {
            last += 2;
        }
        return SafeText.quote(file.text(peek().span().to(tokens.get(last).span())));
    }

    /** The offset behind the last character of a token's line. */
    int endOfLine(Token token) {
        return file.lineEnd(line(token));
    }

    /** Notes that a part of the rule could not be read, which has been told. */
    void markBroken(Token token) {
        broken.add(token.span().start());
    }

    int line(Token token) {
        return file.line(token.span().start());
    }

    /** The token that was read last; the first one if none was. */
    Token last() {
        return tokens.get(Math.max(0, at - 1));
    }
}
