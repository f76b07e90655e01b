package org.migrationadvisor.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationadvisor.rulebook.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;

/**
 * A small book of rules with one broken file put into it, and beside that file what {@code advisor check} says of it.
 * The folder of the broken file says where it goes.
 */
class BrokenRulesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/migrationadvisor/workbench/check");
    private static final Map<String, String> TARGETS = Map.of(
            "rules", "probe/probe.drl",
            "timing", "timing/expiry.drl",
            "policy", "policy.yaml",
            "recommendations", "recommendations.yaml",
            "messages-en", "messages/en.yaml",
            "messages-de", "messages/de.yaml",
            "offers", "offers.csv",
            "cases", "timing/expiry.cases.yaml");

    static RulesFolder book() throws IOException {
        return RulesFolder.read(FOLDER.resolve("book"));
    }

    private static List<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("broken"))) {
            return files.filter(file -> file.toString().matches(".*\\.(drl|yaml|csv)"))
                    .sorted()
                    .toList();
        }
    }

    private static CheckResult check(Path broken) throws IOException {
        String folder = broken.getName(broken.getNameCount() - 2).toString();
        String target = Objects.requireNonNull(TARGETS.get(folder), folder);
        return RulesCheck.of(book().with(target, Files.readString(broken, UTF_8)));
    }

    @TestFactory
    Stream<DynamicTest> eachBrokenFileIsToldAsExpected() throws IOException {
        return brokenFiles().stream().map(broken -> {
            String name = FOLDER.relativize(broken).toString();
            return dynamicTest(name, () -> {
                String found = CheckFormat.PRETTY.write(check(broken), false, "test");
                Path expected = broken.resolveSibling(broken.getFileName() + ".txt");
                if (Boolean.getBoolean("golden.update")) {
                    Files.writeString(expected, found, UTF_8);
                }
                assertThat(found)
                        .as(
                                "%s%nMaybe the new text is right: run the test with -Dgolden.update=true and read it.",
                                name)
                        .isNotEmpty()
                        .isEqualTo(Files.readString(expected, UTF_8));
            });
        });
    }

    @Test
    void theBookWithoutABrokenFileIsClean() throws IOException {
        assertThat(RulesCheck.of(book()).problems()).isEmpty();
    }

    @Test
    void noMessageSpeaksOfJava() throws IOException {
        for (Path broken : brokenFiles()) {
            for (Problem problem : check(broken).problems()) {
                assertThat(problem.pretty())
                        .as(broken.toString())
                        .doesNotContain("Exception", "java.lang", "org.migrationadvisor", "org.drools", "snakeyaml");
            }
        }
    }

    @Test
    void aBrokenFileOfEachKindIsAmongThem() throws IOException {
        Set<ProblemKind> found = new TreeSet<>();
        for (Path broken : brokenFiles()) {
            found.addAll(check(broken).problems().stream().map(Problem::kind).collect(Collectors.toSet()));
        }
        Set<ProblemKind> elsewhere =
                Set.of(ProblemKind.MISSING_FILE, ProblemKind.TOO_LARGE, ProblemKind.TO_FILL_IN, ProblemKind.NO_FACT);

        assertThat(Arrays.stream(ProblemKind.values()).filter(kind -> !elsewhere.contains(kind)))
                .allMatch(found::contains);
    }
}
