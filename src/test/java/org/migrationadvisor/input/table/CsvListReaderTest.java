package org.migrationadvisor.input.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.Lists;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.Source;

class CsvListReaderTest {

    private static final String HEADER = "customer_id,subscription_id,customer_name\n";

    @Test
    void every_broken_row_is_rejected_with_all_its_reasons_and_the_others_are_taken() {
        CustomerList list = Lists.read("broken-rows.csv");

        assertThat(Lists.rejections(list))
                .containsExactly(
                        "broken-rows.csv:2: end_date: found '2026-13-01', expected a date such as 2026-11-20",
                        "broken-rows.csv:4: seats: found '-3', expected a whole number of 0 or more",
                        "broken-rows.csv:6: country: found 'Germany', expected a country of two letters such as DE; "
                                + "broken-rows.csv:6: seats: found '12.5', expected a whole number of 0 or more; "
                                + "broken-rows.csv:6: end_date: found '31.11.2026', expected a date such as"
                                + " 2026-11-20; "
                                + "broken-rows.csv:6: unit_price: found '1,250', expected a number of 0 or more such"
                                + " as 12.50; "
                                + "broken-rows.csv:6: currency: found 'Euro', expected a currency of three letters"
                                + " such as EUR",
                        "broken-rows.csv:7: row: found 7 cells, expected 8",
                        "broken-rows.csv:8: seats: found '99999999999', expected a whole number of at most"
                                + " 2147483647",
                        "broken-rows.csv:9: customer_id: found nothing, expected the id of the customer",
                        "broken-rows.csv:10: subscription_id: found nothing, expected the id of the subscription",
                        "broken-rows.csv:11: customer_name: found a quotation mark out of place, expected it around a"
                                + " whole cell and doubled inside",
                        "broken-rows.csv:12: customer_name: found a quotation mark out of place, expected it around a"
                                + " whole cell and doubled inside",
                        "broken-rows.csv:14: subscription_id: found 's-9' again, expected each subscription of a"
                                + " customer once (first at broken-rows.csv:13)");
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::id)
                .containsExactly("s-9", "s-1");
        assertThat(list.rows()).isEqualTo(12);
    }

    @Test
    void a_list_with_a_header_only_has_no_rows() {
        CustomerList list = Lists.read("header-only.csv");

        assertThat(list.customers()).isEmpty();
        assertThat(list.rows()).isZero();
    }

    @Test
    void blank_lines_before_the_header_are_skipped_and_counted() {
        assertThat(Lists.rejections(Lists.readText("\n  \n" + HEADER + "\nc-1,,\n")))
                .containsExactly("<stdin>:5: subscription_id: found nothing, expected the id of the subscription");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_are_counted_whatever_ends_them(String end) {
        String csv = HEADER + "c-1,s-1,\"Contoso\n\nLtd\"\n\nc-1,,\n";

        CustomerList list = Lists.readText(csv.replace("\n", end));

        assertThat(list.customers()).extracting(Customer::name).containsExactly("Contoso" + end + end + "Ltd");
        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:6: subscription_id: found nothing, expected the id of the subscription");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20",
        "2024-02-29, 2024-02-29",
        "2026-11-20T23:59:59.9999999Z, 2026-11-20",
        "2026-11-20T00:00, 2026-11-20",
        "2026-11-20 08:15:30, 2026-11-20",
        "2026-11-20T23:30:00-02:00, 2026-11-21",
        "2026-11-20T00:30+0100, 2026-11-19",
        "2026-11-20t00:30:00z, 2026-11-20"
    })
    void a_date_may_have_a_time_and_is_the_day_in_utc(String text, String day) {
        CustomerList list = Lists.readText("customer_id,subscription_id,end_date\nc-1,s-1," + text + "\n");

        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(subscription -> String.valueOf(subscription.endDate()))
                .containsExactly(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "31.11.2026",
                "13/20/2026",
                "2026-1-32",
                "20.Brumaire 2026",
                "20261120",
                "2026-11-20T25:00",
                "2026-11-20x",
                "+2026-11-20",
                "tomorrow",
                "99999"
            })
    void any_other_date_rejects_its_row(String text) {
        CustomerList list = Lists.readText("customer_id,subscription_id,end_date\nc-1,s-1," + text + "\n");

        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:2: end_date: found '" + text + "', expected a date such as 2026-11-20");
    }

    @Test
    void a_missing_column_an_empty_cell_and_unknown_are_all_unknown() {
        CustomerList list = Lists.readText(
                "subscription_id;Customer_Id;seats;end_date;auto_renew;status\ns-1;c-1;; UNKNOWN ;unknown;Unknown\n");

        assertThat(list.customers())
                .containsExactly(Customer.builder("c-1")
                        .subscriptions(Subscription.builder("s-1").build())
                        .build());
        assertThat(list.warnings()).isEmpty();
    }

    @Test
    void an_unclosed_quotation_mark_costs_one_line_even_where_a_later_one_seems_to_close_it() {
        CustomerList list = Lists.readText(HEADER + "c-1,s-1,\"Contoso\nc-1,s-2,Contoso\nc-1,s-3,\"Contoso\"\n");

        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:2: customer_name: found a quotation mark out of place, expected it around a"
                        + " whole cell and doubled inside");
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::id)
                .containsExactly("s-2", "s-3");
    }

    @Test
    void a_cell_or_a_record_beyond_the_limit_costs_one_line() {
        String csv = HEADER + "c-1,s-1," + "x".repeat(3_000_000) + "\n"
                + "c-1,s-2,\"" + "y".repeat(CsvListReader.MAX_RECORD + 1) + "\"\n"
                + ",".repeat(5000) + "\n"
                + "c-1,s-4,Contoso\n";

        CustomerList list = Lists.readText(csv);

        assertThat(Lists.rejections(list))
                .containsExactly(
                        "<stdin>:2: customer_name: found more than 1048576 characters, expected at most 1048576",
                        "<stdin>:3: customer_name: found more than 1048576 characters, expected at most 1048576",
                        "<stdin>:4: row: found more than 1003 cells, expected 3");
        assertThat(list.rejected().get(0).original()).hasSize(CsvListReader.MAX_RECORD);
        assertThat(list.customers()).extracting(Customer::name).containsExactly("Contoso");
    }

    @Test
    void a_control_character_rejects_its_row() {
        CustomerList list = Lists.readText(HEADER
                + "c-1,s-1,Con\u0000toso\nc-1,\"s-\n2\",Contoso\nc-1,s-3,Contoso\nc-1,s-4,Contoso\nc-1,s-5,Contoso\n");

        assertThat(Lists.rejections(list))
                .containsExactly(
                        "<stdin>:2: customer_name: found the control character U+0000, expected a text",
                        "<stdin>:3: subscription_id: found 's-\\u000A2', expected the id of the subscription on one"
                                + " line");
    }

    @Test
    void a_hundred_thousand_rows_are_read_and_every_broken_one_is_reported(@TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("customer_id,customer_name,subscription_id,seats\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            boolean broken = i % 997 == 0;
            csv.append("c-" + i / 4 + ",\"Customer\n" + i / 4 + "\",s-" + i + "," + (broken ? "-1" : i) + "\n");
            if (broken) {
                expected.add("big.csv:" + (2 + 2 * i) + ": seats: found '-1', expected a whole number of 0 or more");
            }
        }
        Path file = Files.writeString(folder.resolve("big.csv"), csv);

        CustomerList list = CustomerLists.read(List.of(Source.of(file)));

        assertThat(list.rows()).isEqualTo(100_000);
        assertThat(list.customers()).hasSize(25_000);
        assertThat(list.customers().stream()
                        .mapToInt(customer -> customer.subscriptions().size())
                        .sum())
                .isEqualTo(100_000 - expected.size());
        assertThat(list.rejected())
                .extracting(row -> row.message().replace(folder + "/", ""))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void nothing_of_a_text_is_lost_whatever_its_quotation_marks_and_line_breaks() throws IOException {
        Random random = new Random(20261120);
        for (int run = 0; run < 2000; run++) {
            StringBuilder body = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                body.append("abc,,\"\"\"\n\r ".charAt(random.nextInt(11)));
            }
            Originals originals = new Originals();
            new CsvListReader(ReadOptions.defaults()).read("random.csv", new StringReader(HEADER + body), originals);

            assertThat(letters(originals.text.toString())).as(body.toString()).isEqualTo(letters(body.toString()));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^abc]", "");
    }

    private static final class Originals implements RowSink {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void row(RawRow row) {
            text.append(row.original().get());
        }

        @Override
        public void reject(RejectedRow row) {
            text.append(row.original());
        }

        @Override
        public void warn(Place place, String column, String found, String expected) {
            throw new AssertionError(column);
        }
    }
}
