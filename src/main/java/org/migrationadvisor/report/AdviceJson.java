package org.migrationadvisor.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.CurrencyTotal;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Coded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** The advice for a customer as a JSON object in which every key is present, and null where unknown. */
final class AdviceJson {

    /** Beyond this a plain decimal would be all zeros, so it is written with an exponent. */
    private static final int MAX_PLAIN_SCALE = 100;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    AdviceJson(Writer out, ObjectWriteContext context) {
        json = FACTORY.createGenerator(context, out);
    }

    /** What writes JSON; its errors are those of Jackson. */
    @FunctionalInterface
    interface Step {
        void write(JsonGenerator json);
    }

    /** Does a step, with a failure of the stream as what it is. */
    void run(Step step) throws IOException {
        try {
            step.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    static void write(JsonGenerator json, Advice advice) {
        json.writeStartObject();
        json.writeStringProperty("customerId", advice.customer().id());
        text(json, "customerName", advice.customer().name());
        json.writeStringProperty("readiness", advice.readiness().code());
        date(json, "asOf", advice.asOf());
        json.writeStringProperty("rules", advice.rules());
        json.writeArrayPropertyStart("recommendations");
        for (Recommendation recommendation : advice.recommendations()) {
            write(json, recommendation);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("totals");
        for (CurrencyTotal total : advice.totals()) {
            json.writeStartObject();
            json.writeStringProperty("currency", total.currency());
            json.writeName("paid");
            value(json, total.paid());
            json.writeName("committed");
            value(json, total.committed());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Recommendation recommendation) {
        json.writeStartObject();
        json.writeStringProperty("code", recommendation.code());
        text(json, "subscriptionId", recommendation.subscriptionId());
        json.writeStringProperty("severity", recommendation.severity().code());
        json.writeStringProperty("actor", recommendation.actor().code());
        date(json, "actFrom", recommendation.actFrom());
        date(json, "actBy", recommendation.actBy());
        json.writeStringProperty("message", recommendation.message());
        json.writeStringProperty("ruleId", recommendation.ruleId());
        json.writeStringProperty("ruleFile", recommendation.ruleFile());
        json.writeNumberProperty("ruleLine", recommendation.ruleLine());
        json.writeStringProperty("source", recommendation.source());
        json.writeObjectPropertyStart("values");
        for (Map.Entry<String, Object> value : recommendation.values().entrySet()) {
            json.writeName(value.getKey());
            value(json, value.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        json.writeString(text);
    }

    private static void date(JsonGenerator json, String name, @Nullable LocalDate date) {
        text(json, name, date == null ? null : date.toString());
    }

    static void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(
                    Math.abs(decimal.scale()) <= MAX_PLAIN_SCALE ? decimal.toPlainString() : decimal.toString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Coded coded) {
            json.writeString(coded.code());
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(json, element);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
