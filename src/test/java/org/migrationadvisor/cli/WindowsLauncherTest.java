package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows cannot be run on the machines that build: its text is compared with that of the other one. */
class WindowsLauncherTest {
    private static final Path FOLDER = Path.of("src/main/launcher");
    private static final Pattern JVM_OPTION = Pattern.compile("-X[A-Za-z0-9:+=]+");

    private static String windows() throws IOException {
        return Files.readString(FOLDER.resolve("advisor.cmd"));
    }

    private static String unix() throws IOException {
        return Files.readString(FOLDER.resolve("advisor"));
    }

    @Test
    void everyLineEndsAsWindowsExpectsAndIsAscii() throws IOException {
        assertThat(windows().replace("\r\n", ""))
                .doesNotContain("\r")
                .doesNotContain("\n")
                .matches("\\p{ASCII}*");
        assertThat(windows()).endsWith("\r\n");
    }

    @Test
    void theJvmOptionsAreThoseOfTheOtherLauncher() throws IOException {
        Set<String> options = options(windows());

        // this one lets the JVM make the archive, as there is no way to make it in the background
        assertThat(options.remove("-XX:ArchiveClassesAtExit=")).isTrue();
        assertThat(options)
                .containsExactlyElementsOf(options(unix().substring(unix().indexOf("# A collector that the user"))));
    }

    private static Set<String> options(String script) {
        String commands = script.replaceAll("(?m)^(rem|#).*$", "");
        Set<String> options = new TreeSet<>();
        JVM_OPTION.matcher(commands).results().forEach(option -> options.add(option.group()));
        return options;
    }

    @Test
    void theSameRunsCountAsSmall() throws IOException {
        assertThat(words(windows(), "for %%V in \\(([^)]*)\\)", " "))
                .isEqualTo(words(unix(), "(?m)^ +(advise [^)]*) \\| -\\*\\)", " \\| "));
        assertThat(windows()).contains("GTR 524288 ");
        assertThat(unix()).contains("-size +512k");
        for (String argument : List.of("\"-\"", "\"--watch\"")) {
            assertThat(windows()).contains("if \"%~1\"==" + argument + " set \"small=\"");
        }
    }

    private static List<String> words(String script, String pattern, String separator) {
        Matcher found = Pattern.compile(pattern).matcher(script);
        assertThat(found.find()).describedAs(pattern).isTrue();
        return Arrays.asList(found.group(1).split(separator));
    }

    @Test
    void pathsWithSpacesAreKeptTogether() throws IOException {
        String commands = windows().replaceAll("(?m)^rem.*$", "");

        assertThat(commands.lines())
                .contains("\"%java%\" %shared% -Xlog:disable -Xlog:all=error:stderr %options% -jar \"%jar%\" %*");
        for (String path : List.of("%java%", "%jar%", "%archive%", "%folder%", "%~1")) {
            assertThat(Pattern.compile("\"[^\"\r\n]*\"").matcher(commands).replaceAll("quoted"))
                    .describedAs("quotes around " + path)
                    .doesNotContain(path);
        }
    }

    @Test
    void itSaysTheSameAsTheOtherLauncher() throws IOException {
        for (String message : List.of(
                "advisor: found no java, expected Java 17 or later on the PATH or in JAVA_HOME",
                ", expected it beside this file; mvn package makes both")) {
            assertThat(windows()).contains(message);
            assertThat(unix()).contains(message);
        }
    }

    @Test
    void itsExitStatusIsThatOfTheProgram() throws IOException {
        assertThat(windows()).endsWith("%*\r\nexit /b %ERRORLEVEL%\r\n");
    }
}
