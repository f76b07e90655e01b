package org.migrationadvisor.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.report.ProductReport;
import org.migrationadvisor.report.ReportOptions;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.text.SafeText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Looks products up and compares them. */
@Command(
        name = "catalog",
        description = {
            "Looks a product up by id, part number or words of its name, or compares two.",
            "",
            "A licensing GUID, a part number (String_Id), a legacy offer GUID, a new-commerce product:sku or a name"
                    + " finds one product; other words find all products whose names hold them, the closest first."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor catalog SPE_E3",
            "  advisor catalog business premium",
            "  advisor catalog --compare O365_BUSINESS_PREMIUM SPB"
        })
final class CatalogCommand implements Callable<Integer> {

    @ParentCommand
    private Advisor advisor;

    @ArgGroup(multiplicity = "1")
    private Wanted wanted;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final CatalogOption list = new CatalogOption();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json; default: table.")
    private TableOrJson format;

    /** What is asked for: products by words, or a comparison. */
    private static final class Wanted {

        @Parameters(arity = "1..*", paramLabel = "WORDS", description = "An id, a part number, a name or words of it.")
        private @Nullable List<String> words;

        @Option(
                names = "--compare",
                arity = "2",
                paramLabel = "OFFER",
                description = "Show what users lose, keep and gain who change from the first offer to the second.")
        private @Nullable List<String> compare;
    }

    @Override
    public Integer call() throws IOException {
        Catalog catalog = list.addTo(Rulebook.catalog(rules.read(advisor)), advisor.err());
        ProductReport report = report(catalog);
        if (wanted.compare != null) {
            if (wanted.compare.size() != 2) {
                throw new UsageException(
                        "--compare: found " + wanted.compare.size() + " offers, expected two, and the option once");
            }
            Product from = one(catalog, wanted.compare.get(0));
            Product to = one(catalog, wanted.compare.get(1));
            report.comparison(catalog.compare(from, to, asOf.day()));
        } else if (wanted.words != null) {
            report.products(found(catalog, String.join(" ", wanted.words)));
        }
        return ExitStatus.DONE;
    }

    private ProductReport report(Catalog catalog) {
        Terminal terminal = advisor.terminal();
        ReportOptions options =
                ReportOptions.defaults().withWidth(terminal.width()).withColour(terminal.colour());
        return format == TableOrJson.JSON
                ? ProductReport.json(advisor.out(), catalog)
                : ProductReport.table(advisor.out(), options, catalog);
    }

    private List<Product> found(Catalog catalog, String text) {
        List<Product> found = named(catalog, text);
        if (found.isEmpty()) {
            found = catalog.search(text);
        }
        if (found.isEmpty()) {
            throw notFound(catalog, text);
        }
        return found;
    }

    /** The products that the text is the id or the whole name of. */
    private static List<Product> named(Catalog catalog, String text) {
        for (Resolution resolution : List.of(catalog.resolve(text, null), catalog.resolve(null, text))) {
            if (resolution instanceof Resolution.Resolved resolved) {
                return List.of(resolved.product());
            }
            if (resolution instanceof Resolution.Ambiguous ambiguous) {
                return ambiguous.candidates();
            }
        }
        return List.of();
    }

    private Product one(Catalog catalog, String text) {
        List<Product> found = found(catalog, text);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UsageException(SafeText.quoted(text) + ": found " + found.size() + " products, expected one\n"
                + "Maybe " + shown(found.subList(0, Math.min(found.size(), 8)), "\n      "));
    }

    private UsageException notFound(Catalog catalog, String text) {
        List<Product> nearest = catalog.nearest(text);
        String maybe = list.isGiven() ? "" : "\nMaybe Microsoft's list has it: give it with --catalog";
        return new UsageException(SafeText.quoted(text) + ": found no such product among "
                + catalog.products().size() + ", expected an id, a part number or words of a name"
                + (nearest.isEmpty() ? maybe : "\nMaybe " + shown(nearest, "\n      ")));
    }

    private static String shown(List<Product> products, String separator) {
        return products.stream()
                .map(product ->
                        SafeText.of(product.name()) + " (" + product.partNumber() + ", " + product.skuId() + ")")
                .collect(Collectors.joining(separator));
    }
}
