package org.migrationadvisor.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What surrounds the process.
 *
 * @param folder the folder in which it was started
 * @param variables the environment variables
 */
record Surroundings(Path folder, Map<String, String> variables) {

    Surroundings {
        Objects.requireNonNull(folder, "folder");
        variables = Map.copyOf(variables);
    }

    static Surroundings ofProcess() {
        return new Surroundings(Path.of(""), System.getenv());
    }

    /** The value of a variable; empty if it is not set. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
