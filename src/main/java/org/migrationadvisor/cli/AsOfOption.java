package org.migrationadvisor.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day for which advice is to hold. */
final class AsOfOption {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day for which the advice is to hold, such as 2026-11-20; default: today (UTC).")
    private @Nullable LocalDate asOf;

    /** The day that was named, else today in UTC. */
    LocalDate day() {
        return asOf == null ? LocalDate.now(Clock.system(ZoneOffset.UTC)) : asOf;
    }
}
