package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.Actor;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Customer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonReportsTest {

    @Test
    void json_and_json_lines_hold_the_same_objects() {
        String lines = write(ReportFormat.JSON_LINES, SampleAdvice.all());
        List<@Nullable Object> objects = new ArrayList<>();
        lines.lines().forEach(line -> objects.add(parse(line)));
        assertThat(parse(write(ReportFormat.JSON, SampleAdvice.all()))).isEqualTo(objects);
        assertThat(objects).hasSize(5);
    }

    @Test
    void every_key_is_there_in_order_and_null_where_unknown() {
        Advice advice = SampleAdvice.advice(
                Customer.builder("c1").build(), Readiness.DONE, SampleAdvice.saying("Nothing to do."));
        Map<String, @Nullable Object> recommendation = new LinkedHashMap<>();
        recommendation.put("code", "NOTHING_TO_MOVE");
        recommendation.put("subscriptionId", null);
        recommendation.put("severity", "info");
        recommendation.put("actor", "partner");
        recommendation.put("actFrom", null);
        recommendation.put("actBy", null);
        recommendation.put("message", "Nothing to do.");
        recommendation.put("ruleId", "SCO-010");
        recommendation.put("ruleFile", "scope/own.drl");
        recommendation.put("ruleLine", "4");
        recommendation.put("source", "Moving license-based services customers (2018)");
        recommendation.put("values", Map.of());
        Map<String, @Nullable Object> customer = new LinkedHashMap<>();
        customer.put("customerId", "c1");
        customer.put("customerName", null);
        customer.put("readiness", "done");
        customer.put("asOf", "2026-11-20");
        customer.put("rules", SampleAdvice.RULES);
        customer.put("recommendations", List.of(recommendation));
        customer.put("totals", List.of());
        Object parsed = parse(write(ReportFormat.JSON_LINES, List.of(advice)));
        assertThat(parsed).isEqualTo(customer).hasToString(customer.toString());
    }

    @Test
    void a_value_keeps_its_kind() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "unknown");
        values.put("whole", 7);
        values.put("long", 9_007_199_254_740_993L);
        values.put("big", new BigInteger("123456789012345678901234567890"));
        values.put("decimal", new BigDecimal("1E+3"));
        values.put("price", new BigDecimal("34.50"));
        values.put("tiny", new BigDecimal("1E-99999"));
        values.put("yes", true);
        values.put("date", LocalDate.of(2026, 12, 20));
        values.put("coded", Severity.BLOCKER);
        values.put("list", List.of("ea", "csp"));
        assertThat(write(ReportFormat.JSON_LINES, List.of(holding(values))))
                .contains("\"values\":{\"text\":\"unknown\",\"whole\":7,\"long\":9007199254740993,"
                        + "\"big\":123456789012345678901234567890,\"decimal\":1000,\"price\":34.50,\"tiny\":1E-99999,"
                        + "\"yes\":true,\"date\":\"2026-12-20\",\"coded\":\"blocker\",\"list\":[\"ea\",\"csp\"]}");
    }

    @Test
    void a_hostile_text_stays_inside_its_string() {
        String hostile = "\"}],\n\r\t\\\u0000\u001B</script>\u2028";
        Advice advice = SampleAdvice.advice(
                Customer.builder("c1").name(hostile).build(), Readiness.DONE, SampleAdvice.saying(hostile));
        String lines = write(ReportFormat.JSON_LINES, List.of(advice));
        assertThat(lines).endsWith("\n").containsOnlyOnce("\n");
        assertThat(parse(write(ReportFormat.JSON, List.of(advice)))).isEqualTo(Collections.singletonList(parse(lines)));
        assertThat(parse(lines)).asString().contains("customerName=" + hostile);
    }

    @Test
    void half_a_surrogate_pair_does_not_break_the_file() {
        Advice advice =
                SampleAdvice.advice(Customer.builder("c1").name("a\uD83Db").build(), Readiness.DONE);
        assertThat(parse(write(ReportFormat.JSON_LINES, List.of(advice))))
                .asString()
                .contains("customerName=a?b");
    }

    private static Advice holding(Map<String, Object> values) {
        return SampleAdvice.advice(
                Customer.builder("c1").build(),
                Readiness.DONE,
                new Recommendation(
                        "A", null, Severity.INFO, Actor.PARTNER, null, null, "m", "A-010", "a.drl", 1, "s", values));
    }

    private static String write(ReportFormat format, List<Advice> advice) {
        return SampleAdvice.write(format, ReportOptions.defaults(), advice);
    }

    /** Objects as maps, arrays as lists, numbers as the digits they were written with. */
    private static @Nullable Object parse(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            assertThat(parser.nextToken()).as("after the end").isNull();
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                assertThat(object).as("key twice").doesNotContainKey(name);
                object.put(name, value(parser));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }
}
