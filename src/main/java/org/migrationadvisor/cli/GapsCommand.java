package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.RulesFolder;
import org.migrationadvisor.workbench.gaps.CaseWriter;
import org.migrationadvisor.workbench.gaps.Gap;
import org.migrationadvisor.workbench.gaps.GapJson;
import org.migrationadvisor.workbench.gaps.GapReport;
import org.migrationadvisor.workbench.gaps.GapSearch;
import org.migrationadvisor.workbench.gaps.GapText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Searches the rules for holes, contradictions and rules without effect. */
@Command(
        name = "gaps",
        description = {
            "Searches for customers who get no advice where some is due, or advice that contradicts itself, as"
                    + " contradictions.yaml declares, and for rules that never fire or change nothing.",
            "Each is shown with the plainest customer for whom it was found."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GapsCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Advisor advisor;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Rules folder to search instead of the bundled rules.")
    private @Nullable Path folder;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the advice, to which all days of the search are relative; default: today (UTC).")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable Path output;

    @Option(
            names = "--write-case",
            paramLabel = "N",
            split = ",",
            description =
                    "Make the customer of gap N a case beside the rules, which fails as long as the gap is there.")
    private List<Integer> writeCases = List.of();

    @Override
    public Integer call() throws IOException {
        if (!List.of("text", "json").contains(format)) {
            throw new UsageException("--format: found '" + format + "', expected text or json");
        }
        if (folder == null && !writeCases.isEmpty()) {
            throw new UsageException("--write-case: found no folder to write to, expected the rules folder as in"
                    + " `advisor gaps rules --write-case " + writeCases.get(0) + "`");
        }
        RulesFolder rules = RulesOption.read(folder);
        LocalDate day = asOf == null ? LocalDate.now(Clock.system(ZoneOffset.UTC)) : asOf;
        GapReport report = GapSearch.search(rules, day);
        writeCases.forEach(number -> gap(report, number));
        try (OutputFile file = OutputFile.open(output, advisor.out())) {
            if (format.equals("json")) {
                GapJson.write(report, file.stream());
            } else {
                file.stream().write(GapText.of(report).getBytes(StandardCharsets.UTF_8));
            }
            file.complete();
        }
        if (folder != null) {
            writeCases(report, folder);
        }
        return report.gaps().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private static Gap gap(GapReport report, int number) {
        int gaps = report.gaps().size();
        if (number < 1 || number > gaps) {
            throw new UsageException("--write-case: found " + number + ", expected the number of a gap"
                    + (gaps == 0 ? ", but there is none" : ", from 1 to " + gaps));
        }
        Gap gap = report.gaps().get(number - 1);
        if (gap.witness() == null) {
            throw new UsageException("--write-case: found " + number
                    + ", a gap without a customer to show it, expected one with a witness");
        }
        return gap;
    }

    private void writeCases(GapReport report, Path into) throws IOException {
        for (int number : writeCases) {
            String place = CaseWriter.append(into, RulesOption.read(into), gap(report, number));
            advisor.err().println("gap " + number + " is a case now: " + place);
        }
    }
}
