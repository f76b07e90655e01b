package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of files and values of options are text: on no stream of no verb do they become anything else. */
@Tag("attack")
class HostileNamesTest {
    private static final String PLANTED = "PLANTED";
    private static final List<String> NAMES = List.of(
            "\u001b[31ma\u001b]0;b\u0007\n" + PLANTED + "\n::error::" + PLANTED + "\r" + PLANTED
                    + "\u202Evsc.exe\u2066\u200F\u061C\u0085<script>alert(1)##vso[task.complete]",
            "::error::" + PLANTED,
            "-l" + "o".repeat(200) + "ng");

    private static final String BOOK = "src/test/resources/org/migrationadvisor/workbench/check/book";
    private static final String HEADER = "customer_id,relationship,subscription_id,program,offer_id,seats,end_date\n";

    @TempDir
    private Path folder;

    static List<String> names() {
        return NAMES;
    }

    /** Runs of all verbs that name what they cannot use: X is the name. */
    static Stream<List<String>> refusals() {
        String list = "samples/customers.csv";
        String customer = "75050c1b-1871-40e2-b5f9-30857b9a8c33";
        return Stream.of(
                List.of("X"),
                List.of("--X"),
                List.of("help", "X"),
                List.of("advise", "X"),
                List.of("advise", list, "--X"),
                List.of("advise", list, "--X=1"),
                List.of("advise", list, "--rules", "X"),
                List.of("advise", list, "--output", "X/x"),
                List.of("advise", list, "--rejects", "X/x"),
                List.of("advise", list, "--catalog", "X"),
                List.of("advise", list, "--rules", BOOK, "--customer", "X"),
                List.of("advise", list, "--as-of", "X"),
                List.of("advise", list, "--rules", BOOK, "--lang", "X"),
                List.of("advise", list, "--format", "X"),
                List.of("advise", list, "--threads", "X"),
                List.of("advise", list, "--color", "X"),
                List.of("advise", list, "--input-format", "X"),
                List.of("advise", list, "--date-order", "X"),
                List.of("advise", list, "--resume", "X"),
                List.of("advise", list, "--rules", BOOK, "--policy", "X"),
                List.of("advise", list, "--rules", BOOK, "--policy", "X=1"),
                List.of("advise", list, "--rules", BOOK, "--policy", "nearExpiryDays=X"),
                List.of("advise", "samples/customers.xlsx", "--sheet", "X"),
                List.of("inspect", "X"),
                List.of("inspect", "X", "--format", "json"),
                List.of("explain", "X", "--customer", "c1"),
                List.of("explain", list, "--rules", BOOK, "--customer", "X"),
                List.of("explain", list, "--rules", BOOK, "--customer", customer, "--subscription", "X"),
                List.of("explain", list, "--rules", BOOK, "--customer", customer, "--code", "X"),
                List.of("check", "X"),
                List.of("check", "--explain", "X"),
                List.of("check", "--fail-level", "X"),
                List.of("check", "X", "Y"),
                List.of("test", "X"),
                List.of("test", BOOK, "--filter", "X"),
                List.of("test", "--threshold", "X"),
                List.of("mutate", "X"),
                List.of("gaps", "X"),
                List.of("gaps", "--write-case", "X"),
                List.of("fmt", "X"),
                List.of("new", "X"),
                List.of("new", "rule", "X", "--rules", BOOK),
                List.of("new", "rule", "TIM-060", "--rules", "X"),
                List.of("new", "rule", "TIM-060", "--rules", BOOK, "--code", "X"),
                List.of("new", "rule", "TIM-060", "--rules", BOOK, "--topic", "X"),
                List.of("diff", "X", "--against", BOOK),
                List.of("diff", list, "--rules", "X"),
                List.of("diff", list, "--rules", BOOK, "--against", "X"),
                List.of("diff", list, "--against-as-of", "X"),
                List.of("diff", list, "--against-policy", "X"),
                List.of("rules", "X"),
                List.of("facts", "X"),
                List.of("catalog", "X"),
                List.of("catalog", "--compare", "X", "SPB"),
                List.of("verify", "X"),
                List.of("verify", "--threshold", "X"),
                List.of("completion", "X"),
                List.of("man", "X"));
    }

    @ParameterizedTest(name = "names: advisor with {0}")
    @MethodSource("refusals")
    void whatCannotBeUsedIsNamedAsText(List<String> run) {
        for (String name : NAMES) {
            String[] args = run.stream().map(each -> each.replace("X", name)).toArray(String[]::new);

            Cli.Outcome outcome = Cli.run(args);

            assertHarmless(outcome, args);
            assertThat(outcome.status()).describedAs(Arrays.toString(args)).isIn(0, 1, 2);
        }
    }

    @ParameterizedTest(name = "names: list {index}")
    @MethodSource("names")
    void aListIsNamedAsText(String name) throws IOException {
        String list = Files.writeString(
                        folder.resolve(name + ".csv"),
                        HEADER + "c1,accepted,s1,ea,SPE_E3,-5,2026-12-31\n" + "c2,accepted,s2,ea,SPE_E3,5,2026-12-31\n")
                .toString();
        List<List<String>> runs = new ArrayList<>();
        for (String format : List.of("table", "csv", "jsonl", "json", "md")) {
            runs.add(List.of("advise", list, "--rules", BOOK, "--format", format));
        }
        runs.add(List.of("advise", list, "--rules", BOOK, "--output", list + ".out", "--rejects", list + ".bad"));
        runs.add(List.of("advise", list, "--rules", BOOK, "--output", folder.toString()));
        runs.add(List.of("advise", list, "--rules", BOOK, list));
        runs.add(List.of("inspect", list, "--rules", BOOK));
        runs.add(List.of("inspect", list, "--rules", BOOK, "--format", "json"));
        runs.add(List.of("explain", list, "--rules", BOOK, "--customer", "c2"));
        runs.add(List.of("explain", list, "--rules", BOOK, "--customer", "c2", "--format", "json"));
        for (List<String> run : runs) {
            assertHarmless(Cli.run(run.toArray(String[]::new)), run.toArray());
        }
    }

    @ParameterizedTest(name = "names: rules folder {index}")
    @MethodSource("names")
    void aRulesFolderIsNamedAsText(String name) throws IOException {
        Path rules = RulesCopy.ofSmallBook(folder.resolve(name));
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "daysToEnd <= $near", "daysToEnd <= $near,\n  !ended");
        String list = folder + "/list.csv";
        Files.writeString(Path.of(list), HEADER + "c2,accepted,s2,ea,SPE_E3,5,2026-12-31\n");
        List<List<String>> runs = new ArrayList<>();
        for (String verb : List.of("check", "test", "gaps", "mutate", "fmt", "rules", "verify")) {
            runs.add(List.of(verb, rules.toString()));
        }
        for (String format : List.of("compact", "json", "sarif")) {
            runs.add(List.of("check", rules.toString(), "--format", format));
        }
        for (String format : List.of("text", "csv", "json", "html")) {
            runs.add(List.of("diff", list, "--rules", rules.toString(), "--format", format));
        }
        runs.add(List.of("advise", list, "--rules", rules.toString()));
        runs.add(List.of("facts", "--rules", rules.toString()));
        runs.add(List.of("new", "rule", "TIM-060", "--rules", rules.toString()));
        for (List<String> run : runs) {
            String[] args = run.toArray(String[]::new);
            assertHarmless(Cli.runIn(Cli.PROJECT, args), args);
        }
        assertThat(Cli.run("diff", list, "--rules", rules.toString(), "--format", "html")
                        .out())
                .doesNotContain("<script>");
    }

    @Test
    @DisplayName("names: customers")
    void customersAreNamedAsTextWherePeopleReadThem() throws IOException {
        String name = "::error::" + PLANTED + " ##vso[task.setvariable variable=PATH]";
        String list = Files.writeString(
                        folder.resolve("list.csv"),
                        HEADER.replace("customer_id,", "customer_id,customer_name,")
                                + "c1,%s,accepted,s1,ea,SPE_E3,5,2026-12-31\n".formatted(name)
                                + "::c2,,accepted,s2,ea,SPE_E3,5,2026-12-31\n")
                .toString();
        for (List<String> run : List.of(
                List.of("advise", list, "--rules", BOOK),
                List.of("advise", list, "--rules", BOOK, "--format", "md"),
                List.of("explain", list, "--rules", BOOK, "--customer", "c1"),
                List.of("explain", list, "--rules", BOOK, "--customer", "::c2"),
                List.of("inspect", list, "--rules", BOOK),
                List.of("diff", list, "--rules", BOOK))) {
            String[] args = run.toArray(String[]::new);

            Cli.Outcome outcome = Cli.run(args);

            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).isNotEmpty();
            assertHarmless(outcome, args);
        }
    }

    @Test
    @DisplayName("names: rule file")
    void aRuleFileWhoseNameHidesSomethingIsRefusedByName() throws IOException {
        Path rules = RulesCopy.ofSmallBook(folder.resolve("rules"));
        Files.writeString(rules.resolve("timing/a\u001b[2J\u202E.drl"), "");

        Cli.Outcome outcome = Cli.run("check", rules.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(rules + ": the rules cannot be read: timing/a\\u001B[2J\\u202E.drl: found a name with"
                        + " characters that cannot be seen, expected letters, digits and signs\n");
    }

    @Test
    @DisplayName("names: annotation for a build server")
    void anAnnotationForABuildServerHoldsTheNameAsItsFileAlone() throws IOException {
        Path rules = RulesCopy.ofSmallBook(folder.resolve("a,line=1::\n::error::" + PLANTED));
        RulesCopy.replace(rules.resolve("timing/expiry.drl"), "daysToEnd <= $near", "daysToEnds <= $near");

        String out = Cli.run("check", rules.toString(), "--format", "github").out();

        assertThat(out.lines())
                .singleElement()
                .asString()
                .startsWith("::error file=")
                .contains("a%2Cline=1%3A%3A\\u000A%3A%3Aerror%3A%3A" + PLANTED + "/timing/expiry.drl,line=");
    }

    private static void assertHarmless(Cli.Outcome outcome, Object[] args) {
        for (String stream : List.of(outcome.out(), outcome.err())) {
            assertThat(stream)
                    .describedAs(Arrays.toString(args))
                    .doesNotContainPattern("[\\p{Cc}&&[^\\n]]")
                    .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]")
                    .doesNotContainPattern("(?m)^\\s*::")
                    .doesNotContainPattern("##\\w*\\[")
                    .doesNotContainPattern("(?m)^\\s*" + PLANTED);
            assertThat(stream.lines().mapToInt(String::length).max().orElse(0)).isLessThan(5000);
        }
    }
}
