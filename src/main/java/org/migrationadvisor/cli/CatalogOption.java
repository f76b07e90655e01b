package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.CatalogException;
import org.migrationadvisor.catalog.CatalogFile;
import org.migrationadvisor.catalog.LicensingList;
import org.migrationadvisor.input.source.TextFile;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;
import picocli.CommandLine.Option;

/** Which products are known besides those of the rules. */
final class CatalogOption {
    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    private static final int PROBLEMS_SHOWN = 5;

    @Option(
            names = "--catalog",
            paramLabel = "CSV",
            description =
                    "Microsoft's list \"Product names and service plan identifiers for licensing\": its products and"
                            + " service plans are added to those of the rules.")
    private @Nullable Path file;

    private @Nullable LicensingList read;

    boolean isGiven() {
        return file != null;
    }

    /** Adds the list to what is read, if one is given. */
    FilesInUse addTo(FilesInUse files) {
        return files.reading("the catalog that is read", file);
    }

    /** The rules with the products of the list, if one is given. */
    Rulebook addTo(Rulebook rulebook, PrintStream err) {
        LicensingList list = read(err);
        return list == null ? rulebook : rulebook.withProducts(list);
    }

    /** The catalog with the products of the list, if one is given. */
    Catalog addTo(Catalog catalog, PrintStream err) {
        LicensingList list = read(err);
        return list == null ? catalog : catalog.with(list);
    }

    private @Nullable LicensingList read(PrintStream err) {
        if (file == null || read != null) {
            return read;
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    SafeText.name(file) + ": found " + (Files.exists(file) ? "no file" : "no such file")
                            + ", expected Microsoft's list of product names and service plan identifiers as CSV");
        }
        try {
            LicensingList list =
                    LicensingList.read(new CatalogFile(SafeText.name(file), TextFile.read(file, LARGEST_FILE)));
            tell(list, err);
            read = list;
            return list;
        } catch (CatalogException noList) {
            throw new UsageException(String.join("\n", messages(noList.problems())));
        } catch (IOException unreadable) {
            throw new UsageException(SafeText.name(file) + ": the list cannot be read: " + unreadable.getMessage());
        }
    }

    private static void tell(LicensingList list, PrintStream err) {
        List<CatalogException.Problem> problems = list.problems();
        messages(problems).stream().limit(PROBLEMS_SHOWN).forEach(err::println);
        if (!problems.isEmpty()) {
            err.println(Counted.of(problems.size(), "row") + " of " + Counted.number(list.rows())
                    + " of the catalog left out");
        }
    }

    private static List<String> messages(List<CatalogException.Problem> problems) {
        return problems.stream().map(CatalogException.Problem::message).toList();
    }
}
