package org.migrationadvisor.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.workbench.cases.CaseBook;

/** Each file of cases in {@code broken-cases} is refused with the text that stands beside it. */
class BrokenCasesTest {
    private static final String CASES = ".cases.yaml";

    static List<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(BrokenCasesTest.class.getResource("broken-cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(CASES))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void brokenCasesAreRefusedWithTheirPlaceAndAMend(Path file) throws IOException {
        RulesFolder folder = RulesFolder.bundled().with("timing/expiry.cases.yaml", Files.readString(file));

        RulebookException broken = catchThrowableOfType(RulebookException.class, () -> CaseBook.read(folder));

        String expected = Files.readString(file.resolveSibling(name(file) + ".expected.txt"));
        assertThat(broken.getMessage() + "\n").isEqualTo(expected);
    }

    private static String name(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        return name.substring(0, name.length() - CASES.length());
    }
}
