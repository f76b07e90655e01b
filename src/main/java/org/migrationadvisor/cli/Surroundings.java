package org.migrationadvisor.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What surrounds the process.
 *
 * @param folder the folder in which it was started
 * @param variables the environment variables
 * @param patience how long whoever asks the process to end waits for it
 */
record Surroundings(Path folder, Map<String, String> variables, Duration patience) {
    private static final Duration OF_A_PERSON = Duration.ofMillis(800);

    Surroundings {
        Objects.requireNonNull(folder, "folder");
        variables = Map.copyOf(variables);
        Objects.requireNonNull(patience, "patience");
    }

    Surroundings(Path folder, Map<String, String> variables) {
        this(folder, variables, OF_A_PERSON);
    }

    static Surroundings ofProcess() {
        return new Surroundings(Path.of(""), System.getenv());
    }

    /** The value of a variable; empty if it is not set. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
