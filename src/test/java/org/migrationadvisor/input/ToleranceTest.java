package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.DateOrder;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;

class ToleranceTest {

    private static final String DATES = "customer_id;subscription_id;end_date\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13.02.2026                     | 2026-02-13
            2/13/2026                      | 2026-02-13
            2/2/2026 0:00                  | 2026-02-02
            13-2-2026 23:59                | 2026-02-13
            02/13/2026 11:59:59 PM         | 2026-02-13
            2026/2/13                      | 2026-02-13
            2026-2-1                       | 2026-02-01
            02/01/2026 00:00:00            | 2026-02-01
            13 Feb 2026                    | 2026-02-13
            February 1, 2026               | 2026-02-01
            1-Feb-2026                     | 2026-02-01
            46066                          | 2026-02-13
            46066.75                       | 2026-02-13
            2026-02-13T06: 41: 12Z         | 2026-02-13
            2026-02-13T16:57:15.0966728Z   | 2026-02-13
            """)
    void the_common_forms_of_dates_are_read(String text, String day) {
        assertThat(endDates(Lists.readText(DATES + "c;s;" + text + "\n"))).containsExactly(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "12/31/9999 23:59:59", "0001-01-01T00:00:00"})
    void a_day_at_the_end_of_time_is_no_end(String text) {
        CustomerList list = Lists.readText(DATES + "c;s;" + text + "\n");

        assertThat(endDates(list)).containsExactly("null");
        assertThat(Lists.warnings(list))
                .containsExactly("<stdin>:2: end_date: found '" + text + "', expected the day of an end, where there is"
                        + " one (taken as unknown)");
    }

    @Test
    void a_date_that_may_be_read_two_ways_rejects_its_row() {
        assertThat(Lists.rejections(Lists.readText(DATES + "c;s;02/01/2026\n")))
                .containsExactly(
                        "<stdin>:2: end_date: found '02/01/2026', expected a date in which day and month can be"
                                + " told apart such as 2026-11-20, or --date-order dmy or mdy");
    }

    @Test
    void a_clear_date_decides_its_column_even_if_it_comes_last() {
        CustomerList list = Lists.readText(DATES + "c;s-1;02/01/2026\nc;s-2;03/01/26\nc;s-3;31/01/2026\n");

        assertThat(list.rejected()).isEmpty();
        assertThat(endDates(list)).containsExactly("2026-01-02", "2026-01-03", "2026-01-31");
    }

    @Test
    void a_column_with_both_orders_decides_nothing() {
        CustomerList list = Lists.readText(DATES + "c;s-1;02/01/2026\nc;s-2;01/31/2026\nc;s-3;31/01/2026\n");

        assertThat(list.rejected()).hasSize(1);
        assertThat(endDates(list)).containsExactly("2026-01-31", "2026-01-31");
    }

    @ParameterizedTest
    @CsvSource({
        "DMY, 02/01/2026, 2026-01-02",
        "MDY, 02/01/2026, 2026-02-01",
        "MDY, 02/01/26, 2026-02-01",
        "YMD, 26.02.01, 2026-02-01"
    })
    void the_date_order_decides_where_the_column_does_not(DateOrder order, String text, String day) {
        ReadOptions options = Lists.dateOrder(order);
        CustomerList list = CustomerLists.read(
                List.of(Source.of(
                        Source.STANDARD_INPUT,
                        new ByteArrayInputStream((DATES + "c;s;" + text).getBytes(StandardCharsets.UTF_8)))),
                options);

        assertThat(endDates(list)).containsExactly(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            12.0 | 12
            '12  | 12
            ="12" | 12
            1.2E1 | 12
            12,0 | 12
            0E-20 | 0
            """)
    void seats_may_be_written_as_spreadsheets_do(String text, int seats) {
        assertThat(Lists.readText("customer_id;subscription_id;seats\nc;s;" + csvCell(text) + "\n")
                        .customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::seats)
                .containsExactly(seats);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,50     | 12.5
            1.234,56  | 1234.56
            1,234.56  | 1234.56
            0,125     | 0.125
            0E-20     | 0
            '12.5     | 12.5
            """, quoteCharacter = '~')
    void prices_may_have_a_decimal_comma(String text, String price) {
        assertThat(Lists.readText("customer_id;subscription_id;unit_price\nc;s;" + text + "\n")
                        .customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(subscription -> String.valueOf(subscription.unitPrice()))
                .containsExactly(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,200", "12,500", "1.2.3", "-1", "NaN", "1e999"})
    void a_price_that_may_be_read_two_ways_or_is_none_rejects_its_row(String text) {
        assertThat(Lists.readText("customer_id;subscription_id;unit_price\nc;s;" + text + "\n")
                        .rejected())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "True", "true", "Y", "yes", "1", "'TRUE"})
    void yes_has_many_names(String text) {
        assertThat(Lists.readText("customer_id,subscription_id,auto_renew\nc,s," + text + "\n")
                        .customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::autoRenew)
                .containsExactly(Answer.YES);
    }

    @Test
    void a_guid_is_the_same_in_upper_and_lower_case() {
        CustomerList list = Lists.readText("""
                customer_id,subscription_id,customer_name
                7A1F0A4E-0001-4C11-9D00-0000000000A1,s-1,'s Hertogenbosch BV
                {7a1f0a4e-0001-4c11-9d00-0000000000a1},s-2,'s Hertogenbosch BV
                """);

        assertThat(list.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.id()).isEqualTo("7a1f0a4e-0001-4c11-9d00-0000000000a1");
            assertThat(customer.name()).isEqualTo("'s Hertogenbosch BV");
            assertThat(customer.subscriptions()).hasSize(2);
        });
    }

    @Test
    void a_first_line_may_tell_the_delimiter() {
        CustomerList list = Lists.readText("sep=|\ncustomer_id|subscription_id|seats\nc|s|many\n");

        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:3: seats: found 'many', expected a whole number of 0 or more");
        assertThat(list.files().get(0).delimiter()).isEqualTo('|');
    }

    @Test
    void empty_lines_may_follow_the_line_that_tells_the_delimiter() {
        CustomerList list = Lists.readText("\nsep=|\r\r \r\ncustomer_id|subscription_id|seats\nc|s|many\n");

        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:6: seats: found 'many', expected a whole number of 0 or more");
        assertThatThrownBy(() -> Lists.readText("sep=|\r\r"))
                .hasMessage("<stdin>:3: found the end, expected column names such as customer_id");
    }

    @Test
    void utf_16_is_read_with_and_without_a_mark() {
        String csv = "customer_id,subscription_id,customer_name\nc,s,Zürich\n";

        for (byte[] bytes : List.of(
                csv.getBytes(StandardCharsets.UTF_16),
                csv.getBytes(StandardCharsets.UTF_16LE),
                csv.getBytes(StandardCharsets.UTF_16BE))) {
            CustomerList list = Lists.readBytes(bytes);
            assertThat(list.customers()).extracting(Customer::name).containsExactly("Zürich");
            assertThat(list.files().get(0).encoding()).isEqualTo("UTF-16");
        }
    }

    @Test
    void gzip_is_unpacked_and_broken_or_endless_gzip_is_refused() throws IOException {
        byte[] packed = gzip("customer_id,subscription_id\nc,s\n");
        assertThat(Lists.readBytes(packed).customers()).hasSize(1);
        assertThat(Lists.readBytes(packed).files().get(0).packed()).isTrue();

        assertThat(refusal(Arrays.copyOf(packed, packed.length - 12)))
                .startsWith("<stdin>: found a gzip archive that is broken (");
        assertThat(refusal(Arrays.copyOf(packed, 3))).startsWith("<stdin>: found a gzip archive that is broken (");
        assertThat(refusal(gzip("customer_id,subscription_id\n" + "\n".repeat(60_000_000))))
                .isEqualTo(
                        "<stdin>: found a gzip archive that unpacks to more than 200 times its size, expected a list,"
                                + " which never does");
    }

    @Test
    void a_list_keeps_no_more_warnings_than_people_read() {
        StringBuilder csv = new StringBuilder("customer_id,subscription_id,status\n");
        for (int i = 0; i < 3000; i++) {
            csv.append("c,s-" + i + ",state-" + i + "\n");
        }

        List<String> warnings = Lists.warnings(Lists.readText(csv.toString()));

        assertThat(warnings).hasSize(1001);
        assertThat(warnings.get(1000))
                .isEqualTo(
                        "<stdin>:1002: others: found other things (2000 times), expected what the warnings before say"
                                + " (too many to tell apart)");
    }

    private static List<String> endDates(CustomerList list) {
        return list.customers().stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .map(subscription -> String.valueOf(subscription.endDate()))
                .toList();
    }

    private static String csvCell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String refusal(byte[] bytes) {
        return String.valueOf(catchThrowableOfType(ListException.class, () -> Lists.readBytes(bytes))
                .getMessage());
    }
}
