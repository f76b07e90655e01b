package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of docs/security.md are held by tests that are there. */
class SecurityPageTest {
    private static final Path PAGE = Path.of("docs/security.md");
    private static final Pattern PROMISE = Pattern.compile("(?m)^- .*(\n {2}.*)*");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Test)(?:\\.([A-Za-z0-9_]+))?`");

    private static Map<String, String> tests() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path folder : List.of(Path.of("src/test/java"), Path.of("integration/checks/src/test/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = String.valueOf(file.getFileName());
                    sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return sources;
    }

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<MatchResult> named = TEST.matcher(Files.readString(PAGE)).results().toList();

        assertThat(named).hasSizeGreaterThan(30).allSatisfy(name -> {
            assertThat(tests).containsKey(name.group(1));
            if (name.group(2) != null) {
                assertThat(tests.get(name.group(1))).containsPattern("[ >]" + name.group(2) + "\\(");
            }
        });
    }

    @Test
    void everyPromiseNamesATest() throws IOException {
        String page = Files.readString(PAGE);
        String promises = page.substring(0, page.indexOf("## What is not promised"));

        assertThat(PROMISE.matcher(promises).results().map(MatchResult::group))
                .hasSizeGreaterThan(20)
                .allSatisfy(promise -> assertThat(promise).containsPattern(TEST));
    }
}
