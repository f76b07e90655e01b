package org.migrationadvisor.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.batch.Batch;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.MissingFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows how lists are understood, before anyone trusts the advice on them. */
@Command(
        name = "inspect",
        description = "Shows how lists are understood: format, columns, missing facts and the questions they cause,"
                + " how files are joined, and the first problems.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {"  advisor inspect customers.csv", "  advisor inspect customers.xlsx --sheet Customers --format json"
        })
final class InspectCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final ListOptions lists = new ListOptions();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json; default: table.")
    private TableOrJson format;

    @Override
    public Integer call() throws IOException {
        MigrationAdvisor loaded = MigrationAdvisor.of(catalog.addTo(policy.addTo(rules.load(advisor)), advisor.err()));
        CustomerList list = lists.readAll(advisor, loaded);
        Inspection inspection =
                new Inspection(list, MissingFacts.of(list.customers(), loaded.fields()), questions(loaded, list));
        if (format == TableOrJson.JSON) {
            InspectionJson.write(inspection, advisor.out());
        } else {
            InspectionTable.write(inspection, advisor.out());
        }
        return list.rejected().isEmpty() ? ExitStatus.DONE : ExitStatus.REJECTED;
    }

    /** What would be asked, by code: how often, over all customers. */
    private Map<String, Long> questions(MigrationAdvisor loaded, CustomerList list) throws IOException {
        LocalDate day = asOf.day();
        Map<String, Long> questions = new TreeMap<>();
        int threads = Runtime.getRuntime().availableProcessors();
        Batch.run(
                list.customers().iterator(),
                threads,
                customers -> loaded.advise(customers.stream(), day)
                        .flatMap(advice -> advice.recommendations().stream())
                        .filter(recommendation -> recommendation.severity() == Severity.QUESTION)
                        .map(Recommendation::code)
                        .toList(),
                asked -> asked.forEach(code -> questions.merge(code, 1L, Long::sum)));
        return questions;
    }
}
