package org.migrationadvisor.cli;

import java.nio.file.Path;
import java.time.Duration;

/** The program with minutes to end in order once it is asked to, where people wait for less than a second. */
final class PatientMain {
    static final int MINUTES = 10;

    private PatientMain() {}

    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(Path.of(""), System.getenv(), Duration.ofMinutes(MINUTES));
        Terminal terminal = Terminal.ofProcess(surroundings);
        System.exit(new Advisor(System.in, System.out, System.err, terminal, surroundings).run(args));
    }
}
