package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.json.Json;

class JsonListTest {

    @Test
    void every_broken_subscription_is_rejected_with_the_line_of_the_value() {
        CustomerList list = Lists.read("broken-rows.json");

        assertThat(Lists.rejections(list))
                .containsExactly(
                        "broken-rows.json:8: seats: found an object, expected a single value; broken-rows.json:9:"
                                + " endDate: found '20261120', expected a date such as 2026-11-20",
                        "broken-rows.json:10: seats: found the key twice, expected it once; broken-rows.json:10:"
                                + " subscriptionId: found nothing, expected the id of the subscription",
                        "broken-rows.json:11: subscriptions: found a text, expected an object for each subscription;"
                                + " broken-rows.json:11: subscriptionId: found nothing, expected the id of the"
                                + " subscription",
                        "broken-rows.json:14: subscriptions: found an object, expected an array",
                        "broken-rows.json:16: customerId: found nothing, expected the id of the customer",
                        "broken-rows.json:17: row: found a number, expected a customer as an object");
        assertThat(Lists.warnings(list))
                .containsExactly(
                        "broken-rows.json:15: subscriptionId: found an unknown key, expected it inside"
                                + " \"subscriptions\"",
                        "broken-rows.json:15: tenant: found an unknown key, expected a known key such as customerId",
                        "broken-rows.json:16: seat: found an unknown key, expected seats",
                        "broken-rows.json:16: colour: found an unknown key, expected a known key such as"
                                + " subscriptionId");
        assertThat(list.customers()).extracting(Customer::id).containsExactly("c-1", "c-3");
        assertThat(list.rows()).isEqualTo(8);
    }

    @Test
    void a_broken_line_of_json_lines_is_one_rejected_row() {
        CustomerList list = Lists.read("broken-rows.jsonl");

        assertThat(Lists.rejections(list))
                .containsExactly(
                        "broken-rows.jsonl:1: endDate: found '2026-13-01', expected a date such as 2026-11-20",
                        "broken-rows.jsonl:2: row: found '}' at column 66, expected a comma or ]",
                        "broken-rows.jsonl:3: row: found an object after the customer, expected the end of the line",
                        "broken-rows.jsonl:4: row: found an array, expected a customer as an object",
                        "broken-rows.jsonl:5: row: found the end at column 22, expected the closing }");
        assertThat(list.customers()).extracting(Customer::id).containsExactly("c-1", "c-7");
    }

    @Test
    void numbers_and_booleans_may_be_written_as_such_or_as_texts() {
        CustomerList list = Lists.readText("""
                [{"customerId": 17, "agreementAccepted": "TRUE", "subscriptions": [
                  {"subscriptionId": "s-1", "seats": "5", "assignedSeats": 4.0, "targetSeats": 1e1,
                   "unitPrice": "12.50", "autoRenew": 0, "status": null, "term": ""},
                  {"subscriptionId": "s-2", "unitPrice": 1.25e1, "autoRenew": true}
                ]}]""");

        assertThat(list.rejected()).isEmpty();
        assertThat(list.warnings()).isEmpty();
        assertThat(list.customers())
                .containsExactly(Customer.builder("17")
                        .agreementAccepted(Answer.YES)
                        .subscriptions(
                                Subscription.builder("s-1")
                                        .seats(5)
                                        .assignedSeats(4)
                                        .targetSeats(10)
                                        .unitPrice(new BigDecimal("12.5"))
                                        .autoRenew(Answer.NO)
                                        .build(),
                                Subscription.builder("s-2")
                                        .unitPrice(new BigDecimal("12.5"))
                                        .autoRenew(Answer.YES)
                                        .build())
                        .build());
    }

    @Test
    void a_number_that_would_fill_the_memory_when_written_out_rejects_its_row() {
        CustomerList list = Lists.readText(
                "{\"customerId\": \"c-1\", \"subscriptions\": [{\"subscriptionId\": \"s-1\", \"seats\": 1e999999999}]}");

        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:1: seats: found '1e999999999', expected a whole number of 0 or more");
    }

    @Test
    void lines_that_are_too_deep_or_too_long_are_rejected_and_the_others_are_read() {
        CustomerList list = Lists.readText("{\"customerId\": \"c-1\"}\n"
                + "{\"customerId\": " + "[".repeat(100_000) + "\n"
                + "{\"customerId\": \"" + "x".repeat(2_000_000) + "\"}\n"
                + "{\"customerId\": \"" + "x".repeat(Json.MAX_CUSTOMER) + "\"}\n"
                + "{\"customerId\": \"c-2\"}\n");

        assertThat(list.rejected()).hasSize(3);
        assertThat(list.rejected().get(0).message())
                .isEqualTo("<stdin>:2: row: found a nesting depth of 101 at column 116, expected at most 100");
        assertThat(list.rejected().get(1).message())
                .matches("<stdin>:3: row: found a text length of \\d+ at column \\d+, expected at most 1048576");
        assertThat(list.rejected().get(2).message())
                .isEqualTo("<stdin>:4: row: found more than 16777216 characters, expected at most 16777216");
        assertThat(list.customers()).extracting(Customer::id).containsExactly("c-1", "c-2");
    }

    @Test
    void keys_beside_the_list_are_warned_of_once() {
        CustomerList list = Lists.readText("{\"made\": {\"by\": [1]},\n\"customers\": [],\n\"count\": 0}");

        assertThat(Lists.warnings(list))
                .containsExactly(
                        "<stdin>:1: made: found an unknown key, expected only \"customers\"",
                        "<stdin>:3: count: found an unknown key, expected only \"customers\"");
    }
}
