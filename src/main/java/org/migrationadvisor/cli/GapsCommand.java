package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.workbench.gaps.CaseWriter;
import org.migrationadvisor.workbench.gaps.Gap;
import org.migrationadvisor.workbench.gaps.GapJson;
import org.migrationadvisor.workbench.gaps.GapReport;
import org.migrationadvisor.workbench.gaps.GapSearch;
import org.migrationadvisor.workbench.gaps.GapText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Searches the rules for holes, contradictions and rules without effect. */
@Command(
        name = "gaps",
        description = {
            "Searches for customers who get no advice where some is due, or advice that contradicts itself, as"
                    + " contradictions.yaml declares, and for rules that never fire or change nothing.",
            "Each is shown with the plainest customer for whom it was found, with days around that of --as-of."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor gaps my-rules", "  advisor gaps my-rules --as-of 2026-11-20 --write-case 1,2"})
final class GapsCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final RulesDir rules = new RulesDir();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: text.")
    private @Nullable Format format;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(
            names = "--write-case",
            paramLabel = "N",
            split = ",",
            description =
                    "Make the customer of gap N a case beside the rules, which fails as long as the gap is there.")
    private List<Integer> writeCases = List.of();

    /** How the search is written. */
    private enum Format implements Coded {
        TEXT("text"),
        JSON("json");

        private final String code;

        Format(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    @Override
    public Integer call() throws IOException {
        Format wanted = output.format(advisor, format, Format.TEXT);
        output.requireApart(new FilesInUse().rules(rules.path(advisor)));
        Path folder = rules.path(advisor);
        if (folder == null && !writeCases.isEmpty()) {
            throw new UsageException("--write-case: found no folder to write to, expected the rules folder as in"
                    + " `advisor gaps rules --write-case " + writeCases.get(0) + "`");
        }
        LocalDate day = asOf.day();
        GapReport report = GapSearch.search(rules.read(advisor), day);
        writeCases.forEach(number -> gap(report, number));
        output.write(advisor, wanted == Format.JSON ? GapJson.of(report) : text(report));
        if (folder != null) {
            writeCases(report, folder);
        }
        return report.gaps().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private String text(GapReport report) {
        TerminalText text = output.text(advisor);
        new GapText(text).write(report);
        return text.toString();
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
            String place = CaseWriter.append(into, ChosenRules.read(into), gap(report, number));
            advisor.err().println("gap " + number + " is a case now: " + place);
        }
    }
}
