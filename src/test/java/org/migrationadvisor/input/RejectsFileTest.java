package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.RejectedRow;

class RejectsFileTest {

    private static final String LIST = """
            subscription_id;customer_id;customer_name;seats
            s-1;c-1;"Contoso; "Ltd";5
            s-2;c-1;"Contoso
            Ltd";-5
            s-3;c-1;Contoso
            s-4;c-1;Contoso;4
            """;

    @Test
    void a_row_of_csv_stands_below_its_header_as_it_was_written_behind_its_reason() throws IOException {
        assertThat(rejects(LIST)).isEqualTo("""
                reject_reason;subscription_id;customer_id;customer_name;seats
                "<stdin>:2: customer_name: found a quotation mark out of place, expected it around a whole cell and \
                doubled inside";s-1;c-1;"Contoso; "Ltd";5
                "<stdin>:3: seats: found '-5', expected a whole number of 0 or more";s-2;c-1;"Contoso
                Ltd";-5
                "<stdin>:5: row: found 3 cells, expected 4";s-3;c-1;Contoso
                """);
    }

    @Test
    void mended_csv_rows_are_read_from_the_rejects_file_as_it_is() throws IOException {
        String mended = rejects(LIST)
                .replace("\"Contoso; \"Ltd\";5", "\"Contoso; \"\"Ltd\"\"\";5")
                .replace(";-5", ";6")
                .replace("s-3;c-1;Contoso", "s-3;c-1;Contoso;7");

        CustomerList list = Lists.readText(mended);

        assertThat(list.rejected()).isEmpty();
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::id, Subscription::seats)
                .containsExactly(tuple("s-1", 5), tuple("s-2", 6), tuple("s-3", 7));
    }

    @Test
    void rows_that_are_rejected_again_keep_one_reason_only() throws IOException {
        String once = rejects(LIST);
        String twice = rejects(once);

        assertThat(twice.lines()
                        .map(line -> line.replaceFirst("^\"<stdin>:.*?\";", ""))
                        .toList())
                .isEqualTo(once.lines()
                        .map(line -> line.replaceFirst("^\"<stdin>:.*?\";", ""))
                        .toList());
    }

    @Test
    void a_rejects_file_of_several_lists_with_other_headers_is_read_as_it_is() throws IOException {
        CustomerList list = Lists.read("broken-rows.csv");
        StringBuilder rejects = new StringBuilder();
        write(list.rejected(), rejects);
        rejects.append(rejects(LIST));

        List<RejectedRow> again = Lists.readText(rejects.toString()).rejected();

        assertThat(again)
                .extracting(RejectedRow::header)
                .containsOnly(
                        "reject_reason,customer_id,customer_name,subscription_id,seats,end_date,unit_price,currency,country",
                        "reject_reason;subscription_id;customer_id;customer_name;seats");
        assertThat(again.get(again.size() - 1).original()).isEqualTo("s-3;c-1;Contoso");
    }

    @Test
    void a_row_of_json_is_one_line_with_its_customer() throws IOException {
        StringBuilder rejects = new StringBuilder();
        write(Lists.read("broken-rows.json").rejected(), rejects);

        assertThat(Lists.shortened(rejects.toString()).lines().toList())
                .hasSize(6)
                .startsWith("{\"reject_reason\":\"broken-rows.json:8: seats: found an object, expected a single value;"
                        + " broken-rows.json:9: endDate: found '20261120', expected a date such as"
                        + " 2026-11-20\",\"original\":{\"customerId\": \"c-1\", \"relationship\":"
                        + " \"accepted\", \"subscriptions\": [{\"subscriptionId\": \"s-2\", \"seats\":"
                        + " {\"bought\": 5}, \"endDate\": 20261120}]}}")
                .endsWith("{\"reject_reason\":\"broken-rows.json:17: row: found a number, expected a customer as an"
                        + " object\",\"original\":17}");
    }

    @Test
    void a_broken_line_of_json_lines_is_kept_as_a_text() throws IOException {
        String rejects = rejects("{\"customerId\": \"c-1\"}\n{\"customerId\": \"c-2\"\n");

        assertThat(rejects)
                .isEqualTo("{\"reject_reason\":\"<stdin>:2: row: found the end at column 21, expected the closing }\","
                        + "\"original\":\"{\\\"customerId\\\": \\\"c-2\\\"\"}\n");
        assertThat(Lists.rejections(Lists.readText(rejects)))
                .first()
                .asString()
                .startsWith("<stdin>:1: original: found a text, expected the mended customer as an object");
    }

    @Test
    void a_mended_json_row_is_read_from_the_rejects_file_with_the_facts_of_its_customer() throws IOException {
        StringBuilder rejects = new StringBuilder();
        write(Lists.read("broken-rows.json").rejected().subList(0, 1), rejects);
        String mended = rejects.toString()
                .replace("{\"bought\": 5}", "5")
                .replace("\"endDate\": 20261120", "\"endDate\": \"2026-11-20\"");

        CustomerList list = Lists.readText(mended);

        assertThat(list.rejected()).isEmpty();
        assertThat(list.warnings()).isEmpty();
        assertThat(list.customers().toString())
                .contains("id=c-1", "relationship=accepted", "id=s-2", "seats=5", "endDate=2026-11-20");
    }

    private static String rejects(String text) throws IOException {
        StringBuilder rejects = new StringBuilder();
        write(Lists.readText(text).rejected(), rejects);
        return rejects.toString();
    }

    private static void write(List<RejectedRow> rows, Appendable out) throws IOException {
        RejectsFile file = new RejectsFile(out);
        for (RejectedRow row : rows) {
            file.write(row);
        }
    }
}
