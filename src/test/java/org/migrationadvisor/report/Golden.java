package org.migrationadvisor.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a report must match to the byte, in files beside the tests. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/org/migrationadvisor/report");

    private Golden() {}

    static void assertEqual(String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual, UTF_8);
        }
        assertThat(actual)
                .as(
                        "%s%nMaybe the new text is right: run the test with -Dgolden.update=true and read what changed.",
                        golden)
                .isEqualTo(Files.readString(golden, UTF_8));
    }
}
