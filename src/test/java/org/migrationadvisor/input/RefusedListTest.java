package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.input.source.ListException;

class RefusedListTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty.csv  | empty.csv: found an empty file, expected a list of customers as CSV, JSON, JSON Lines or .xlsx
            blank.csv  | blank.csv: found nothing but blanks, expected a list of customers as CSV, JSON, JSON Lines or .xlsx
            logo.csv   | logo.csv: found a PNG image, expected a list of customers as CSV, JSON, JSON Lines or .xlsx
            page.csv   | page.csv: found an HTML page, expected a list of customers as CSV, JSON, JSON Lines or .xlsx
            elsewhere.csv | elsewhere.csv: found no such file, expected a list of customers as CSV, JSON, JSON Lines or .xlsx
            duplicate-column.csv | duplicate-column.csv:1: found the column 'seats' twice, expected each column once
            broken.json | broken.json:5: found '"' at column 4, expected a comma or }
            """)
    void a_file_that_is_no_list_is_refused_with_what_it_is(String file, String message) {
        assertThat(refusal(file)).isEqualTo(message);
    }

    @Test
    void a_file_name_with_a_slip_names_the_file_that_was_probably_meant() {
        assertThat(refusal("custmers.csv"))
                .isEqualTo(
                        "custmers.csv: found no such file, expected a list of customers as CSV, JSON, JSON Lines or .xlsx"
                                + "\nMaybe customers.csv");
    }

    @Test
    void a_folder_is_refused() {
        assertThat(refusal(""))
                .endsWith("input: found a directory, expected a list of customers as CSV, JSON, JSON Lines or .xlsx");
    }

    @Test
    void a_header_without_the_ids_is_refused_and_names_the_column_that_was_probably_meant() {
        assertThat(refusal("no-ids.csv"))
                .isEqualTo("no-ids.csv:1: found the columns 'Customer ID', 'Abonnement', 'seats', expected customer_id"
                        + " and subscription_id among them\nMaybe rename 'Customer ID' to customer_id");
    }

    @Test
    void a_header_that_lacks_a_column_of_a_known_table_is_told_which() {
        assertThat(textRefusal("CustomerTenantId,CustomerName,ExpirationDate,AutoRenewEnabled,CurrentTerm\n"))
                .isEqualTo("<stdin>:1: found the columns 'CustomerTenantId', 'CustomerName', 'ExpirationDate',"
                        + " 'AutoRenewEnabled', 'CurrentTerm', expected customer_id and subscription_id among them, or"
                        + " LegacySubscriptionId as in legacy subscriptions of the NCE Bulk Migration Tool");
    }

    @Test
    void a_text_without_columns_is_refused() {
        assertThat(textRefusal("Dear partner\n"))
                .isEqualTo("<stdin>:1: found one column 'Dear partner', expected several, with customer_id and"
                        + " subscription_id among them");
    }

    @Test
    void a_list_of_products_is_refused_with_the_option_that_takes_it() {
        assertThat(textRefusal("Product_Display_Name,String_Id,GUID,Service_Plan_Name\n"))
                .isEqualTo("<stdin>:1: found a list of products, expected a list of customers"
                        + "\nMaybe give it as the product list: --catalog <stdin>");
    }

    @Test
    void an_old_or_locked_workbook_is_refused() {
        assertThat(textRefusal("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", StandardCharsets.ISO_8859_1))
                .isEqualTo("<stdin>: found an old Excel workbook (.xls), or one with a password, expected a list of"
                        + " customers as CSV, JSON, JSON Lines or .xlsx");
    }

    @Test
    void an_object_that_is_no_list_is_refused() {
        assertThat(refusal("not-a-list.json"))
                .isEqualTo(
                        "not-a-list.json:1: found an object with 'customerId', 'subscriptions' at column 1, expected an array of"
                                + " customers or {\"customers\": [...]}, or an object of Partner Center or Microsoft Graph"
                                + "\nMaybe put the object between [ and ]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"customerId": "c-1"}            | <stdin>:1: found the end at column 23, expected the closing ]
            [{"customerId": "c-1"},]          | <stdin>:1: found ']' at column 24, expected a value
            [{"customerId": "c-1", }]         | <stdin>:1: found '}' at column 24, expected a key in double quotes
            [{customerId: "c-1"}]             | <stdin>:1: found 'c' at column 3, expected a key in double quotes
            [{"customerId" "c-1"}]            | <stdin>:1: found '"' at column 16, expected a colon
            [{"customerId": c-1}]             | <stdin>:1: found 'c' at column 17, expected a value
            [{"customerId": "c-1]             | <stdin>:1: found the end at column 22, expected a closing double quote
            [{"customerId": "c-1"}] []        | <stdin>:1: found an array after the list, expected the end of the file
            {"customers": {"customerId": 1}}  | <stdin>:1: found "customers" with an object, expected an array
            """)
    void broken_json_is_refused_with_line_and_column(String json, String message) {
        assertThat(textRefusal(json)).isEqualTo(message);
    }

    @Test
    @Tag("attack")
    @DisplayName("JSON: nested too deeply")
    void json_that_is_nested_too_deeply_is_refused() {
        assertThat(textRefusal("[".repeat(100_000)))
                .isEqualTo("<stdin>:1: found a nesting depth of 101 at column 102, expected at most 100");
    }

    @Test
    @Tag("attack")
    @DisplayName("JSON: a customer of too many values")
    void a_json_customer_of_too_many_values_is_refused() {
        assertThat(textRefusal("[{\"customerId\": \"c-1\",\n\"notes\": [" + "1,".repeat(500_000) + "1]}]"))
                .isEqualTo("<stdin>:2: found more than 400000 values in one customer, expected at most 400000");
    }

    @Test
    @Tag("attack")
    @DisplayName("JSON: a customer that is too long")
    void a_json_customer_that_is_too_long_is_refused() {
        String values = ("\"" + "a text that says nothing".repeat(20) + "\",").repeat(40_000);

        assertThat(textRefusal("[{\"customerId\": \"c-1\",\n\"notes\": [" + values + "1]}]"))
                .isEqualTo("<stdin>:2: found a customer of more than 16777216 characters, expected at most 16777216");
    }

    @Test
    @Tag("attack")
    @DisplayName("large lists: a header line without an end")
    void a_header_line_without_an_end_is_refused() {
        assertThat(textRefusal("customer_id,".repeat(5_000)))
                .startsWith("<stdin>:1: found a header line that cannot be read (found more than 1000 cells");
        assertThat(textRefusal("x".repeat(3_000_000)))
                .startsWith("<stdin>:1: found a header line that cannot be read (found more than 1048576 characters");
        assertThat(textRefusal("\"customer_id,subscription_id\nc-1,s-1\n"))
                .startsWith("<stdin>:1: found a header line that cannot be read (found a quotation mark out of place");
    }

    @Test
    void random_bytes_are_refused_as_a_binary_file() {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);

        assertThatExceptionOfType(ListException.class)
                .isThrownBy(() -> Lists.readBytes(bytes))
                .withMessage(
                        "<stdin>: found a binary file, expected a list of customers as CSV, JSON, JSON Lines or .xlsx");
    }

    private static String refusal(String file) {
        ListException refused = catchThrowableOfType(ListException.class, () -> Lists.read(file));
        return Lists.shortened(String.valueOf(refused.getMessage()));
    }

    private static String textRefusal(String text) {
        return textRefusal(text, StandardCharsets.UTF_8);
    }

    private static String textRefusal(String text, Charset charset) {
        ListException refused =
                catchThrowableOfType(ListException.class, () -> Lists.readBytes(text.getBytes(charset)));
        return String.valueOf(refused.getMessage());
    }
}
