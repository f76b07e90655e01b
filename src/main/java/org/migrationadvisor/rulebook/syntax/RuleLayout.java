package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays a rule file out in the house style: one condition per line, blanks inside parentheses. Comments stay. */
public final class RuleLayout {
    private static final int WIDEST = 120;

    private final Lexed lexed;
    private final TokenText tokens;
    private final LaidOutLines lines;

    private RuleLayout(SourceFile file) {
        this.lexed = Lexer.lex(file, Parser.MOST_TOKENS, new Problems());
        this.tokens = new TokenText(file, lexed.tokens());
        this.lines = new LaidOutLines(file, lexed.comments());
    }

    /**
     * Lays a file out. The result means the same, and laid out again it stays as it is. Line breaks of Windows stay.
     *
     * @param problems takes the syntax errors
     * @return the text; null if the file has syntax errors
     */
    public static @Nullable String of(SourceFile file, Problems problems) {
        Problems own = new Problems();
        Syntax.RuleFile parsed = Parser.parse(file, own);
        problems.addAll(own);
        if (own.hasErrors()) {
            return null;
        }
        String text = new RuleLayout(file).file(parsed);
        Syntax.RuleFile again = Parser.parse(new SourceFile(file.name(), text), own);
        if (own.hasErrors() || !SyntaxShape.of(again).equals(SyntaxShape.of(parsed))) {
            throw new IllegalStateException(file.name() + " would mean something else when laid out");
        }
        return file.text().contains("\r\n") ? text.replace("\n", "\r\n") : text;
    }

    private String file(Syntax.RuleFile parsed) {
        Syntax.Name packageName = parsed.packageName();
        if (packageName != null) {
            lines.addTop("package " + packageName.text() + ";", packageSpan(packageName));
        }
        SortedMap<Integer, Runnable> parts = new TreeMap<>();
        parsed.declarations().forEach(each -> parts.put(each.span().start(), () -> declaration(each)));
        parsed.rules().forEach(each -> parts.put(each.span().start(), () -> rule(each)));
        parts.values().forEach(part -> {
            lines.blank();
            part.run();
        });
        return lines.text();
    }

    private void declaration(Syntax.Declaration declaration) {
        Span start = new Span(declaration.span().start(), declaration.span().start() + "declare".length());
        lines.addTop(
                "declare " + declaration.name().text(),
                start.to(declaration.name().span()));
        if (declaration.about() != null) {
            lines.add(1, about(declaration.about()), declaration.about().span());
        }
        for (Syntax.DeclaredField field : declaration.fields()) {
            String key = field.isKey() ? " @key" : "";
            String about = field.about() == null ? "" : " " + about(field.about());
            lines.add(1, field.name().text() + " : " + field.type().text() + key + about, field.span());
        }
        int end = declaration.span().end();
        lines.add(0, "end", new Span(end - "end".length(), end));
    }

    private Span packageSpan(Syntax.Name name) {
        List<Token> before = tokens.within(new Span(0, name.span().end()));
        Token word = before.stream()
                .filter(token -> token.isName("package"))
                .reduce((first, second) -> second)
                .orElseThrow();
        return word.span().to(name.span());
    }

    private void rule(Syntax.Rule rule) {
        Span start = new Span(rule.span().start(), rule.span().start() + "rule".length());
        lines.addTop(
                "rule " + tokens.of(rule.name().span()), start.to(rule.name().span()));
        int behind = rule.name().span().end();
        for (Syntax.Annotation annotation : rule.annotations()) {
            Span span = annotation.name().span().to(annotation.value().span());
            lines.add(
                    1,
                    "@" + annotation.name().text() + "( "
                            + tokens.of(annotation.value().span()) + " )",
                    span);
            behind = span.end();
        }
        Span when = word("when", behind, rule);
        if (when != null) {
            lines.add(0, "when", when);
            behind = when.end();
        }
        for (Syntax.Condition condition : rule.conditions()) {
            condition(condition);
            behind = condition.span().end();
        }
        lines.add(0, "then", Objects.requireNonNull(word("then", behind, rule), "then"));
        consequence(rule.consequence());
        int end = rule.span().end();
        lines.add(0, "end", new Span(end - "end".length(), end));
    }

    private String about(Syntax.Name about) {
        return "@about( " + tokens.of(about.span()) + " )";
    }

    private @Nullable Span word(String word, int from, Syntax.Rule rule) {
        return tokens.within(new Span(from, rule.span().end())).stream()
                .filter(token -> token.isName(word))
                .map(Token::span)
                .findFirst()
                .orElse(null);
    }

    private void condition(Syntax.Condition condition) {
        if (condition instanceof Syntax.Pattern pattern) {
            pattern(1, "", pattern, "");
        } else if (condition instanceof Syntax.Group group) {
            group(group);
        } else {
            accumulate((Syntax.Accumulate) condition);
        }
    }

    private void group(Syntax.Group group) {
        String word = group.negated() ? "not" : "exists";
        Syntax.Pattern first = group.patterns().get(0);
        String only = group.patterns().size() == 1 ? oneLine(first) : null;
        String line = word + "( " + only + " )";
        if (only != null && fits(1, line) && !hasComment(group.span())) {
            lines.add(1, line, group.span());
            return;
        }
        lines.add(1, word + "(", new Span(group.span().start(), group.span().start() + word.length()));
        for (Syntax.Pattern pattern : group.patterns()) {
            pattern(2, pattern.equals(first) ? "" : "and ", pattern, "");
        }
        closing(1, group.span());
    }

    private void accumulate(Syntax.Accumulate accumulate) {
        Span span = accumulate.span();
        lines.add(1, "accumulate(", tokens.within(span).get(0).span());
        pattern(2, "", accumulate.pattern(), ";");
        String argument = accumulate.argument() == null
                ? "()"
                : "( " + tokens.of(accumulate.argument().span()) + " )";
        Span function = accumulate.argument() == null
                ? accumulate.function().span()
                : accumulate.argument().span();
        boolean more = !accumulate.constraints().isEmpty();
        lines.add(
                2,
                accumulate.result().text() + " : " + accumulate.function().text() + argument + (more ? ";" : ""),
                accumulate.result().span().to(function));
        constraints(2, accumulate.constraints());
        closing(1, span);
    }

    private void closing(int depth, Span span) {
        lines.addClosing(depth, ")", new Span(span.end() - 1, span.end()));
    }

    /** A pattern on one line; null if the house style gives it several. */
    private @Nullable String oneLine(Syntax.Pattern pattern) {
        boolean isShort =
                pattern.constraints().size() <= 1 || pattern.factType().text().equals("Policy");
        if (!isShort
                || hasComment(
                        new Span(pattern.factType().span().end(), pattern.span().end()))) {
            return null;
        }
        List<String> constraints = pattern.constraints().stream()
                .map(constraint -> tokens.of(constraint.span()))
                .toList();
        return head(pattern) + (constraints.isEmpty() ? "()" : "( " + String.join(", ", constraints) + " )");
    }

    private void pattern(int depth, String before, Syntax.Pattern pattern, String behind) {
        String line = oneLine(pattern);
        if (line != null
                && (fits(depth, before + line + behind) || pattern.constraints().isEmpty())) {
            lines.add(depth, before + line + behind, pattern.span());
            return;
        }
        Span head = new Span(pattern.span().start(), pattern.factType().span().end());
        lines.add(depth, before + head(pattern) + "(", head);
        constraints(depth + 1, pattern.constraints());
        Span span = pattern.span();
        lines.addClosing(depth, ")" + behind, new Span(span.end() - 1, span.end()));
    }

    private static String head(Syntax.Pattern pattern) {
        String binding = pattern.binding() == null ? "" : pattern.binding().text() + " : ";
        return binding + pattern.factType().text();
    }

    private void constraints(int depth, List<Syntax.Constraint> constraints) {
        for (int i = 0; i < constraints.size(); i++) {
            String behind = i < constraints.size() - 1 ? "," : "";
            Syntax.Constraint constraint = constraints.get(i);
            lines.add(depth, broken(depth, constraint, behind), constraint.span());
        }
    }

    /** A constraint, on several lines if it is too long: parted at {@code ||}, or else at {@code &&}. */
    private String broken(int depth, Syntax.Constraint constraint, String behind) {
        String line = tokens.of(constraint.span()) + behind;
        for (String operator : List.of("||", "&&")) {
            List<String> parts = tokens.brokenBefore(constraint.span(), operator);
            if (!fits(depth, line) && parts.size() > 1) {
                return String.join("\n" + LaidOutLines.indent(depth + 1), parts) + behind;
            }
        }
        return line;
    }

    private void consequence(Syntax.Expression consequence) {
        List<Syntax.Call> calls = new ArrayList<>();
        Syntax.Expression expression = consequence;
        while (expression instanceof Syntax.Call call) {
            calls.add(0, call);
            expression = call.on();
        }
        for (int i = 0; i < calls.size(); i++) {
            Syntax.Call call = calls.get(i);
            Span span = call.name().span().to(call.span());
            String behind = i == calls.size() - 1 ? ";" : "";
            lines.add(i == 0 ? 1 : 2, (i == 0 ? "" : ".") + tokens.of(span) + behind, span);
        }
    }

    private static boolean fits(int depth, String line) {
        return LaidOutLines.indent(depth).length() + line.length() <= WIDEST;
    }

    private boolean hasComment(Span span) {
        return lexed.comments().stream()
                .anyMatch(comment -> comment.start() >= span.start() && comment.start() < span.end());
    }
}
