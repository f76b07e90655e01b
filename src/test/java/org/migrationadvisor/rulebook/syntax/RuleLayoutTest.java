package org.migrationadvisor.rulebook.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleLayoutTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/migrationadvisor/rulebook/syntax");

    private static String layout(String text) {
        Problems problems = new Problems();
        String laidOut = RuleLayout.of(new SourceFile("test.drl", text), problems);
        assertThat(problems.sorted()).isEmpty();
        return Objects.requireNonNull(laidOut);
    }

    private static List<String> shape(String text) {
        return SyntaxShape.of(Parser.parse(new SourceFile("test.drl", text), new Problems()));
    }

    private static List<String> comments(String text) {
        SourceFile file = new SourceFile("test.drl", text);
        return Lexer.lex(file, Parser.MOST_TOKENS, new Problems()).comments().stream()
                .map(span -> file.text(span).replaceAll("[ \t]+(?=\n|$)", ""))
                .toList();
    }

    private static void assertKept(String text) {
        String laidOut = layout(text);
        assertThat(shape(laidOut)).isEqualTo(shape(text));
        assertThat(comments(laidOut)).isEqualTo(comments(text));
        assertThat(layout(laidOut)).isEqualTo(laidOut);
        assertThat(laidOut.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void anUntidyFileIsLaidOutInTheHouseStyle() throws IOException {
        Path expected = FOLDER.resolve("untidy.laid-out.drl");
        String found = layout(Files.readString(FOLDER.resolve("untidy.drl"), UTF_8));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found, UTF_8);
        }

        assertThat(found).isEqualTo(Files.readString(expected, UTF_8));
    }

    @Test
    void theBundledRulesAreInTheHouseStyle() throws IOException {
        for (Path file : ruleFiles(Path.of("rules"))) {
            String text = Files.readString(file, UTF_8);
            assertThat(layout(text)).as(file.toString()).isEqualTo(text);
        }
    }

    @Test
    void everyRuleFileAroundKeepsItsMeaningAndItsComments() throws IOException {
        int kept = 0;
        for (Path file : ruleFiles(Path.of("src/test/resources"))) {
            String text = Files.readString(file, UTF_8);
            Problems problems = new Problems();
            Parser.parse(new SourceFile("test.drl", text), problems);
            if (!problems.hasErrors()) {
                assertKept(text);
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(50);
    }

    @Test
    void generatedFilesKeepTheirMeaningAndTheirComments() {
        for (long seed = 0; seed < 2_000; seed++) {
            assertKept(new GeneratedRules(new Random(seed)).file());
        }
    }

    @Test
    void aFileWithASyntaxErrorIsLeftAlone() {
        Problems problems = new Problems();

        assertThat(RuleLayout.of(new SourceFile("test.drl", "package test;\nrule x"), problems))
                .isNull();
        assertThat(problems.sorted())
                .extracting(Problem::headline)
                .containsExactly("test.drl:2:6: error: found `x`, expected the rule's name in double quotes");
    }

    @Test
    void aCarriageReturnAloneEndsALine() throws IOException {
        String text = Files.readString(FOLDER.resolve("untidy.drl"), UTF_8);

        assertThat(layout(text.replace("\n", "\r"))).isEqualTo(layout(text));
        assertThat(layout("// one\r// two\rpackage a;\n")).isEqualTo("// one\n// two\npackage a;\n");
    }

    @Test
    void aProblemAfterACarriageReturnHasItsLine() {
        Problems problems = new Problems();
        Parser.parse(new SourceFile("test.drl", "package a;\r// two\rrule \"A\r"), problems);

        assertThat(problems.sorted().get(0).pretty()).isEqualTo("""
                test.drl:3:6: error: found a text that does not end on its line, expected a closing "
                 3 | rule "A
                   |      ^
                   = put a " after the last character of the text""");
    }

    @Test
    void theLineBreaksOfWindowsStay() throws IOException {
        String text = Files.readString(FOLDER.resolve("untidy.drl"), UTF_8);

        assertThat(layout(text.replace("\n", "\r\n"))).isEqualTo(layout(text).replace("\n", "\r\n"));
    }

    private static List<Path> ruleFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    /** Rule files as nobody would write them: any tokens that make sense, with any blanks and comments between. */
    private static final class GeneratedRules {
        private final Random random;
        private final StringBuilder text = new StringBuilder();

        GeneratedRules(Random random) {
            this.random = random;
        }

        String file() {
            add("package", "generated");
            optional(";");
            IntStream.range(0, 1 + random.nextInt(3)).forEach(this::rule);
            gap();
            return text.toString();
        }

        private void rule(int number) {
            add("rule", "\"GEN-0" + number + "0 Some rule\"", "@", "source", "(", "\"Test // 2026\"", ")", "when");
            for (int i = random.nextInt(4); i >= 0; i--) {
                condition();
                optional(random.nextBoolean() ? ";" : "and");
            }
            add("then", "recommend", "(", "SOME_CODE", ",", "$fact", ")");
            for (int i = random.nextInt(3); i > 0; i--) {
                add(".", "actBy", "(", "latest", "(", "$a", ",", "$end", ".", "minusDays", "(", "7", ")", ")", ")");
            }
            add(";", "end");
        }

        private void condition() {
            switch (random.nextInt(5)) {
                case 0 -> {
                    add(random.nextBoolean() ? "not" : "exists");
                    pattern();
                }
                case 1 -> {
                    add(random.nextBoolean() ? "not" : "exists", "(");
                    pattern();
                    for (int i = random.nextInt(2); i > 0; i--) {
                        add(random.nextBoolean() ? "and" : "&&");
                        pattern();
                    }
                    add(")");
                }
                case 2 -> {
                    add(random.nextBoolean() ? "accumulate" : "acc", "(");
                    pattern();
                    add(random.nextBoolean() ? ";" : ",", "$n", ":", "sum", "(");
                    value(1);
                    add(")");
                    if (random.nextBoolean()) {
                        add(";");
                        expression(2);
                    }
                    add(")");
                }
                default -> pattern();
            }
        }

        private void pattern() {
            if (random.nextBoolean()) {
                add("$fact", ":");
            }
            add(random.nextInt(4) == 0 ? "Policy" : "Subscription", "(");
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                if (random.nextInt(4) == 0) {
                    add("$value", ":", "endDate");
                } else {
                    expression(0);
                }
                if (i < count - 1 || random.nextInt(5) == 0) {
                    add(",");
                }
            }
            add(")");
        }

        private void expression(int depth) {
            int kind = depth > 3 ? 0 : random.nextInt(6);
            switch (kind) {
                case 1 -> {
                    expression(depth + 1);
                    add(random.nextBoolean() ? "||" : "&&");
                    expression(depth + 1);
                }
                case 2 -> {
                    add("!", "(");
                    expression(depth + 1);
                    add(")");
                }
                case 3 -> {
                    add("(");
                    expression(depth + 1);
                    add(")");
                }
                case 4 -> {
                    value(depth);
                    optional("not");
                    add("in", "(", "\"a\"", ",", "'b'", ",", "-", "3", ")");
                }
                default -> {
                    value(depth);
                    add(List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6)));
                    value(depth);
                }
            }
        }

        private void value(int depth) {
            switch (random.nextInt(depth > 3 ? 5 : 7)) {
                case 0 -> add("customer", ".", "country");
                case 1 -> add("$some");
                case 2 -> add("\"a text, with ( signs || \\\" \"");
                case 3 -> add("-", "5");
                case 4 -> add("1.50");
                case 5 -> {
                    value(depth + 1);
                    add(List.of("+", "-", "*").get(random.nextInt(3)));
                    value(depth + 1);
                }
                default -> {
                    add("(");
                    value(depth + 1);
                    add(")");
                }
            }
        }

        private void optional(String token) {
            if (random.nextBoolean()) {
                add(token);
            }
        }

        private void add(String... tokens) {
            for (String token : tokens) {
                gap();
                text.append(token);
            }
        }

        private void gap() {
            switch (random.nextInt(12)) {
                case 0 -> text.append(" // remark ").append(random.nextInt(100)).append('\n');
                case 1 -> text.append(" /* remark ").append(random.nextInt(100)).append(" */ ");
                case 2 -> text.append("\n\n\n");
                case 3 -> text.append(" /* on\n   two lines */\n");
                case 4, 5 -> text.append("\n\t");
                default -> text.append(' ');
            }
        }
    }
}
