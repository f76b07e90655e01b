package org.migrationadvisor.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.CustomerStream;
import org.migrationadvisor.input.row.DateOrder;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.Source;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which lists to read, and what they do not say themselves. */
final class ListOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "LIST",
            description = "A list in any format that is known (CSV, JSON, JSON Lines, Partner Center, Microsoft Graph,"
                    + " .xlsx, gzip of these); - reads standard input. Several are merged per customer.")
    private List<String> lists;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "The format of the lists, instead of telling it from their content: csv, json, jsonl,"
                    + " partner-center, graph, bam-customers, bam-subscriptions, bam-ncesubscriptions, insights,"
                    + " reconciliation-legacy, reconciliation-nce, portal-customers, portal-subscriptions or"
                    + " admin-center-licenses.")
    private @Nullable ListFormat inputFormat;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "The sheet of a workbook to read; default: the first with a header that is known.")
    private @Nullable String sheet;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            description = "dmy, mdy or ymd: how dates such as 02/01/2026 are written where their column does not"
                    + " decide it; default: such rows are rejected.")
    private @Nullable DateOrder dateOrder;

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            description = "The customer of lists that name none, such as the subscriptions of one tenant.")
    private @Nullable String tenant;

    @Option(
            names = "--partner-tenant",
            paramLabel = "ID",
            split = ",",
            description = "Your own partner tenants, and your provider's: other partners' subscriptions are told"
                    + " apart by them.")
    private List<String> partnerTenants = List.of();

    /** Reads the lists into memory; offers are compared as the rules know them. */
    CustomerList read(Advisor advisor, MigrationAdvisor rules) {
        return read(advisor, rules, rules.fields());
    }

    /** As {@link #read(Advisor, MigrationAdvisor)}, with other own columns than those of the rules. */
    CustomerList read(Advisor advisor, MigrationAdvisor rules, FactTable fields) {
        return CustomerLists.read(sources(advisor), options(rules, tenant, fields));
    }

    /** As {@link #read}, but rows whose customer nobody tells are those of one that is unknown. */
    CustomerList readAll(Advisor advisor, MigrationAdvisor rules) {
        String customer = Objects.requireNonNullElse(tenant, ReadOptions.UNKNOWN_TENANT);
        return CustomerLists.read(sources(advisor), options(rules, customer, rules.fields()));
    }

    /** Reads the lists, however long they are. */
    CustomerStream stream(Advisor advisor, MigrationAdvisor rules, CustomerStream.ReadingListener listener) {
        return CustomerStream.open(sources(advisor), options(rules, tenant, rules.fields()), listener);
    }

    /** Adds the lists to what is read. */
    FilesInUse addTo(FilesInUse files) {
        return files.readingLists(lists);
    }

    /** What is told of the lists besides what they say themselves. */
    String told() {
        return Stream.of(code(inputFormat), sheet, code(dateOrder), tenant, String.join(",", partnerTenants))
                .map(option -> option == null || option.isEmpty() ? "-" : option)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    private ReadOptions options(MigrationAdvisor rules, @Nullable String customer, FactTable fields) {
        return new ReadOptions(
                inputFormat,
                sheet,
                dateOrder,
                customer,
                partnerTenants.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                fields,
                rules::licensingSku);
    }

    private List<Source> sources(Advisor advisor) {
        return lists.stream().map(list -> Source.of(list, advisor.in())).toList();
    }

    /** Says on standard error what was not understood of the lists; the result is the exit status for it. */
    static int tell(CustomerList list, Advisor advisor) {
        advisor.out().flush();
        list.warnings().forEach(warning -> advisor.err().println(warning.message()));
        list.rejected().forEach(row -> advisor.err().println(row.message()));
        return list.rejected().isEmpty() ? ExitStatus.DONE : ExitStatus.REJECTED;
    }
}
