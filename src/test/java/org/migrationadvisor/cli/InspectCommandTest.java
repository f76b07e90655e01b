package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final String CUSTOMER = """
            { "id": "7a1f0a4e-0001-4c11-9d00-0000000000a1",
              "companyProfile": { "companyName": "Contoso GmbH" },
              "relationshipToPartner": "reseller" }
            """;

    private static final String SUBSCRIPTIONS = """
            { "value": [
              { "commerceSubscriptionId": "s-1", "skuId": "05e9a617-0261-4cee-bb44-138d3ef5d965", "totalLicenses": 25,
                "status": "Enabled" } ] }
            """;

    private static final String LIST = """
            customer_id;subscription_id;end_date;notes
            7A1F0A4E-0001-4C11-9D00-0000000000A1;s-1;30.11.2026;x
            7A1F0A4E-0001-4C11-9D00-0000000000A1;s-2;soon;x
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void tells_a_person_how_files_were_understood_and_joined_and_what_will_be_asked() throws IOException {
        Cli.Outcome outcome = Cli.run(
                "inspect",
                file("customer.json", CUSTOMER),
                file("graph.json", SUBSCRIPTIONS),
                file("list.csv", LIST),
                "--as-of",
                "2026-11-20");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(outcome.out().replace(folder + "/", "")).isEqualTo("""
                customer.json
                  format                  Partner Center REST: customer (partner-center)
                  written in              UTF-8
                  rows                    1
                  holding                 1 customer, 0 subscriptions
                  columns                 id -> customer_id
                                          companyProfile.companyName -> customer_name
                                          relationshipToPartner -> relationship

                graph.json
                  format                  Microsoft Graph: directory subscription (graph)
                  written in              UTF-8
                  rows                    1
                  holding                 0 customers, 1 subscription
                  columns                 commerceSubscriptionId -> subscription_id
                                          skuId -> offer_id
                                          totalLicenses -> seats
                                          status -> status

                list.csv
                  format                  canonical table (csv)
                  written in              UTF-8, cells separated by semicolons
                  rows                    2, 1 of them rejected
                  holding                 1 customer, 1 subscription
                  columns                 customer_id, subscription_id, end_date
                  ignored                 notes

                All files together
                  customers               1
                  subscriptions           1

                Facts that are missing
                  domain                  1 of 1 customer
                  country                 1 of 1 customer
                  segment                 1 of 1 customer
                  agreement_accepted      1 of 1 customer
                  language                1 of 1 customer
                  program                 1 of 1 subscription
                  offer_name              1 of 1 subscription
                  assigned_seats          1 of 1 subscription
                  start_date              1 of 1 subscription
                  term                    1 of 1 subscription
                  billing_cycle           1 of 1 subscription
                  auto_renew              1 of 1 subscription
                  unit_price              1 of 1 subscription

                Questions that the advice will ask
                  CLARIFY_PROGRAM         1

                Warnings
                  list.csv:1: notes: found an unknown column, expected a known column such as customer_id
                  list.csv:2: subscription_id: found a subscription that graph.json has too, expected the same one \
                (joined by subscription id)

                Rejected rows
                  list.csv:3: end_date: found 'soon', expected a date such as 2026-11-20
                """);
    }

    @Test
    void tells_programs_the_same_as_json() throws IOException {
        Cli.Outcome outcome = Cli.run("inspect", file("list.csv", LIST), "--format", "json", "--as-of", "2026-11-20");

        assertThat(outcome.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(outcome.out().replace(folder + "/", ""))
                .startsWith(
                        "{\"files\":[{\"name\":\"list.csv\",\"formats\":[{\"format\":\"csv\",\"title\":\"canonical table\"}],\"encoding\":\"UTF-8\",\"delimiter\":\";\",\"sheet\":null,\"gzip\":false,\"rows\":2,"
                                + "\"rejected\":1,\"skipped\":0,\"customers\":1,\"subscriptions\":1,\"bridges\":0,\"columns\":["
                                + "{\"name\":\"customer_id\",\"fields\":[\"customer_id\"]},")
                .contains("{\"name\":\"notes\",\"fields\":[]}]}],\"customers\":1,\"subscriptions\":1,\"rows\":2,"
                        + "\"rejected\":1,\"missing\":[")
                .contains("\"questions\":{\"CLARIFY_OFFER\":1,\"CLARIFY_PROGRAM\":1,")
                .endsWith(
                        "\"problems\":[\"list.csv:3: end_date: found 'soon', expected a date such as 2026-11-20\"]}\n");
    }

    @Test
    void a_file_that_is_no_list_and_an_unknown_format_are_wrong_usage() throws IOException {
        Cli.Outcome page = Cli.run("inspect", file("page.csv", "<html></html>"));
        Cli.Outcome format = Cli.run("inspect", file("list.csv", LIST), "--format", "xml");
        Cli.Outcome input = Cli.run("inspect", file("list.csv", LIST), "--input-format", "xml");

        assertThat(page.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(page.err().replace(folder + "/", ""))
                .isEqualTo(
                        "page.csv: found an HTML page, expected a list of customers as CSV, JSON, JSON Lines or .xlsx\n");
        assertThat(format.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(format.err())
                .isEqualTo("--format: found 'xml', expected one of table, json\n`advisor inspect --help` says more.\n");
        assertThat(input.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(input.err()).startsWith("--input-format: found 'xml', expected one of csv, json, jsonl,");
    }

    @Test
    void a_list_that_names_no_customer_is_told_all_the_same_with_what_it_lacks() throws IOException {
        String graph = file("graph.json", SUBSCRIPTIONS);
        Cli.Outcome inspected = Cli.run("inspect", graph, "--as-of", "2026-11-20");
        Cli.Outcome advised = Cli.run("advise", graph, "--as-of", "2026-11-20");

        assertThat(inspected.status()).isEqualTo(ExitStatus.DONE);
        assertThat(inspected.out().replace(folder + "/", ""))
                .contains("  format                  Microsoft Graph: directory subscription (graph)\n")
                .contains("  customer_id             1 of 1 customer\n")
                .contains("  graph.json:2: customer_id: found no customer, expected the customer in the file, from"
                        + " --tenant ID, or from another file of the run with exactly one customer\n");
        assertThat(advised.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(advised.err().replace(folder + "/", ""))
                .isEqualTo("graph.json:2: found a subscription without its customer, expected the customer in the file,"
                        + " from --tenant ID, or from another file of the run with exactly one customer\n");
    }

    @Test
    void a_column_may_tell_several_facts() throws IOException {
        String offer = """
                { "id": "s-1", "offerId": "0CCA44D6-68E9-4762-94EE-31ECE98783B9", "commitmentEndDate": "2026-11-30",
                  "isTrial": false, "links": { "self": { "uri": "/customers/c-1/subscriptions/s-1" } } }
                """;

        assertThat(Cli.run("inspect", file("subscription.json", offer)).out())
                .contains("offerId -> program, offer_id\n", "isTrial -> status\n");
    }

    @Test
    void a_list_in_order_is_exit_status_0() throws IOException {
        assertThat(Cli.run("inspect", file("customer.json", CUSTOMER)).status()).isEqualTo(ExitStatus.DONE);
    }
}
